/** The id under which a rule is deployed: a GUID that never changes while the document's identity does not. */

import { createHash } from "node:crypto";

/** Picket's namespace for ids that are made from a key. Fixed for ever: another one would replace every deployed rule. */
const NAMESPACE = "b4a7a1a5-6a0e-5f0c-9d39-2c1f8f0f4c0d";

interface Identified {
  readonly id?: string | undefined;
  readonly key?: string | undefined;
  readonly generation?: number | undefined;
}

/** `id` where it is a GUID, else a GUID from it or from the key; from generation 2 on a GUID from both, since the service keeps a deleted id for a day. */
export function ruleId({ id, key, generation = 1 }: Identified): string {
  if (generation > 1) return uuid5(NAMESPACE, `${id ?? key ?? ""}/${generation}`);
  if (id !== undefined && GUID.test(id)) return id.toLowerCase();
  return uuid5(NAMESPACE, id ?? key ?? "");
}

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** RFC 9562, version 5: a GUID from a namespace and a name. */
export function uuid5(namespace: string, name: string): string {
  const hash = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name, "utf8")
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex").slice(0, 32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
