/** Who the emergency access accounts are: as the directory says, or, where it names nobody, as the policies show. */

import { isInGroup, isUserIn } from "../conditions/identity";
import { USER_WORDS } from "../conditions/users";
import type { CompiledPolicy } from "../model/compile-policy";
import { idsOf } from "../model/condition";
import { any, type Formula, NEVER } from "../model/formula";
import type { World } from "../model/world";

export interface BreakGlass {
  readonly isIt: Formula;
  /** Taken from the policies alone: what is assumed, in words. */
  readonly assumed?: string;
}

/** Microsoft's guidance is to exclude the emergency accounts from every policy. So in a directory that names nobody, the one group that every enabled policy for users
 *  excludes and none includes, and the users that are treated so, are taken as the emergency accounts. Such accounts are cloud-only members
 *  of the tenant that are in no other group.
 *  Source: https://learn.microsoft.com/entra/identity/role-based-access-control/security-emergency-access, read 2026-11-23. */
export function breakGlassOf(policies: readonly CompiledPolicy[], world: World): BreakGlass {
  if (world.breakGlass) return { isIt: namedBreakGlass(world) };
  const assigned = policies.flatMap(({ definition, state }) =>
    state === "enabled" && definition.users && isForPeople(definition.users) ? [definition.users] : [],
  );
  const everywhere = (lists: readonly (readonly string[])[], included: readonly (readonly string[])[]) =>
    [...new Set(lists[0] ?? [])].filter(
      (id) => lists.every((list) => list.includes(id)) && !included.flat().includes(id),
    );
  const groups = everywhere(
    assigned.map(({ excludeGroups }) => idsOf(excludeGroups)),
    assigned.map(({ includeGroups }) => idsOf(includeGroups)),
  ).filter((group) => !world.groupMembers.has(group));
  const users = everywhere(
    assigned.map(({ excludeUsers }) => idsOf(excludeUsers)),
    assigned.map(({ includeUsers }) => idsOf(includeUsers)),
  ).filter((id) => !USER_WORDS.has(id));
  const [group, ...others] = groups;
  const isGroup = group === undefined || others.length > 0 ? NEVER : isInGroup(group);
  const isIt = any(isGroup, isUserIn(users));
  if (isIt === NEVER) return { isIt };
  const names = [...(isGroup === NEVER ? [] : [`group \`${group}\``]), ...users.map((id) => `user \`${id}\``)];
  return { isIt, assumed: names.join(", ") };
}

/** The accounts that the directory names, one by one or by their group. */
export function namedBreakGlass({ breakGlass = [], breakGlassGroup: group }: World): Formula {
  return any(isUserIn(breakGlass), group === undefined ? NEVER : isInGroup(group));
}

function isForPeople(users: NonNullable<CompiledPolicy["definition"]["users"]>): boolean {
  const people = idsOf(users.includeUsers).filter((id) => id !== "none" && id !== "allagentidusers");
  const lists = [people, idsOf(users.includeGroups), idsOf(users.includeRoles)];
  return lists.some((list) => list.length > 0) || Boolean(users.includeGuestsOrExternalUsers);
}
