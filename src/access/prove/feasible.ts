/** Which combinations of values a sign-in can have at all, and what the directory knows about members. */

import { beganWithNoFlow, usesNoFlow } from "../conditions/authentication-flows";
import { hasNoClient, isLegacyClient } from "../conditions/client-apps";
import { isRegistered } from "../conditions/devices";
import {
  groupOfDimension,
  hasRole,
  isExternal,
  isInGroup,
  isServicePrincipal,
  isUser,
  isUserIn,
  roleOfDimension,
} from "../conditions/identity";
import { hasNoPlatform } from "../conditions/platforms";
import { isApp } from "../conditions/resources";
import { hasNoRisk } from "../conditions/risks";
import { all, any, type Formula, leavesOf, not } from "../model/formula";
import type { World } from "../model/world";
import { namedBreakGlass } from "./break-glass";

const implies = (one: Formula, other: Formula): Formula => any(not(one), other);

/** A service principal has no client, platform, device, flow or user; a legacy client knows nothing but applications. */
const NATURE: readonly Formula[] = [
  implies(
    isServicePrincipal,
    all(hasNoClient, hasNoPlatform, not(isRegistered), usesNoFlow, beganWithNoFlow, isApp, not(isExternal)),
  ),
  implies(isServicePrincipal, all(hasNoRisk("signIn"), hasNoRisk("user"), hasNoRisk("insider"))),
  implies(isUser, all(not(hasNoClient), hasNoRisk("servicePrincipal"))),
  implies(isLegacyClient, all(isApp, usesNoFlow, beganWithNoFlow)),
];

/** What holds for every sign-in that the formulas can tell apart. */
export function feasible(world: World, formulas: Iterable<Formula>, users: readonly string[]): readonly Formula[] {
  const mentioned = new Set<string>();
  const roles = new Set<string>();
  for (const formula of formulas)
    for (const { dimension } of leavesOf(formula)) {
      const group = groupOfDimension(dimension.name);
      const role = roleOfDimension(dimension.name);
      if (group !== undefined) mentioned.add(group);
      if (role !== undefined) roles.add(role);
    }
  const groups = withListedInside(world, mentioned);
  const known = new Set([...world.users.keys(), ...users]);
  return [
    ...NATURE,
    ...nesting(world, groups),
    ...[...groups].flatMap((group) => listedMembers(world, group)),
    ...[...known].flatMap((user) => knownUser(world, user, groups, roles)),
    ...breakGlassMembers(world, groups, roles),
  ];
}

/** The groups that are mentioned, and those directly inside a group whose members are listed, which say who else is in it. */
function withListedInside(world: World, mentioned: ReadonlySet<string>): ReadonlySet<string> {
  const groups = new Set(mentioned);
  for (const group of groups)
    if (world.groupMembers.has(group)) for (const child of childrenOf(world, group)) groups.add(child);
  return groups;
}

function childrenOf(world: World, group: string): readonly string[] {
  return [...world.groupParents].filter(([, parents]) => parents.includes(group)).map(([child]) => child);
}

/** A member of a nested group is a member of those around it. */
function nesting(world: World, groups: ReadonlySet<string>): readonly Formula[] {
  return [...groups].flatMap((group) =>
    [...world.groupsAround([group])]
      .filter((around) => around !== group && groups.has(around))
      .map((around) => implies(isInGroup(group), isInGroup(around))),
  );
}

/** A group whose members are listed has exactly those, and those of the groups inside it. */
function listedMembers(world: World, group: string): readonly Formula[] {
  const members = world.groupMembers.get(group);
  if (!members) return [];
  const byUser = [...world.users].filter(([, { groups }]) => groups.has(group)).map(([id]) => id);
  const inside = childrenOf(world, group).map(isInGroup);
  const isListed = all(isUser, any(isUserIn([...members, ...byUser]), ...inside));
  return [implies(isInGroup(group), isListed), implies(isListed, isInGroup(group))];
}

/** Groups and roles of a listed user are all known; one that is only named is a member of this tenant. */
function knownUser(
  world: World,
  id: string,
  groups: ReadonlySet<string>,
  roles: ReadonlySet<string>,
): readonly Formula[] {
  const isIt = all(isUser, isUserIn([id]));
  const user = world.users.get(id);
  const memberships = user
    ? [...groups].map((group) => (user.groups.has(group) ? isInGroup(group) : not(isInGroup(group))))
    : [];
  const assignments = user ? [...roles].map((role) => (user.roles.has(role) ? hasRole(role) : not(hasRole(role)))) : [];
  return [implies(isIt, all(not(isExternal), ...memberships, ...assignments))];
}

/** Where the directory says what else the emergency accounts are in, they are in nothing besides. */
function breakGlassMembers(world: World, groups: ReadonlySet<string>, roles: ReadonlySet<string>): readonly Formula[] {
  const { breakGlassIn: known } = world;
  if (!known) return [];
  const isIt = all(isUser, namedBreakGlass(world));
  const outside = [
    ...[...groups].filter((group) => !known.groups.has(group)).map((group) => not(isInGroup(group))),
    ...[...roles].filter((role) => !known.roles.has(role)).map((role) => not(hasRole(role))),
  ];
  return [implies(isIt, all(not(isExternal), ...outside))];
}
