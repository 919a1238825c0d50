/** Whom a claim is about, by the ids that the language knows: keys of groups and names of roles are resolved. */

import type { Question } from "../../access/run";
import { roleIdOf, roleNames } from "../../azure";
import type { TenantAccess } from "../../compiler";
import { didYouMean, didYouMeanValue } from "../../diagnostics";
import type { UnknownName } from "../named-document";

type Subjects = NonNullable<Question["subjects"]>;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function claimSubjects(subjects: Subjects, access: TenantAccess): Subjects | UnknownName {
  if (typeof subjects === "string") return subjects;
  const { group, role } = subjects;
  const groupId = typeof group === "string" ? groupIdOf(group, access) : undefined;
  if (typeof groupId === "object") return groupId;
  const roleId = typeof role === "string" ? roleTemplateIdOf(role) : undefined;
  if (typeof roleId === "object") return roleId;
  return { ...subjects, ...(groupId ? { group: groupId } : {}), ...(roleId ? { role: roleId } : {}) };
}

export function groupIdOf(name: string, { ids, directory }: TenantAccess): string | UnknownName {
  if (name === "break-glass") return directory.breakGlassGroup ?? name;
  const known = ids.get(name);
  if (known !== undefined || GUID.test(name)) return known ?? name;
  return { message: `no Group has the key \`${name}\``, help: didYouMean(name, ids.keys()) ?? NAMED_BY };
}

const NAMED_BY = "a group is named by the key of its document, or by its object id";

export function roleTemplateIdOf(name: string): string | UnknownName {
  const known = GUID.test(name) ? name : roleIdOf(name);
  return known ?? { message: `\`${name}\` is no built-in role`, help: didYouMeanValue(name, roleNames()) };
}
