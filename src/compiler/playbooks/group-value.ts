/** The object id of a group that a playbook names, as far as it is known before the deployment. */

import { formats } from "../../documents";
import type { Json } from "../../plan";
import type { Frame } from "../frame";

/** An id as it is given, or what stands for the group of a document; undefined where there is none of that key. */
export function groupValue(name: string, { access, tenant }: Frame): Json | undefined {
  // Graph gives ids in lower case, and the guard compares letter by letter.
  if (formats.guid.test(name)) return name.toLowerCase();
  const group = access.groups.get(name);
  if (group) return typeof group.leaf === "string" ? group.leaf.toLowerCase() : group.leaf;
  // A document that is checked by itself can't know the others.
  return tenant ? undefined : ANY_GROUP;
}

const ANY_GROUP = "00000000-0000-4000-8000-000000000000";
