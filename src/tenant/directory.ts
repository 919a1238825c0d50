/** The directory of a tenant: people, groups, roles, and what hangs on them. */

import type { Json } from "../plan";

export interface Directory {
  readonly users: Map<string, User>;
  readonly groups: Map<string, Group>;
  readonly servicePrincipals: Map<string, ServicePrincipal>;
  readonly roleAssignments: RoleAssignment[];
  readonly roleEligibilities: RoleAssignment[];
  /** Delegated permission grants, as Graph shows them; `principalId` is who gave it. */
  readonly permissionGrants: Properties[];
  /** App role assignments, as Graph shows them. */
  readonly appRoleAssignments: Properties[];
  readonly signIns: Properties[];
  readonly licences: ReadonlySet<Licence>;
}

export type Licence = "Entra P1" | "Entra P2" | "Defender TI";

/** What a resource shows, in the service's own names. */
export type Properties = { [name: string]: Json };

export interface User {
  readonly id: string;
  readonly properties: Properties;
  /** Id of the manager. */
  manager: string | undefined;
  readonly methods: AuthenticationMethod[];
  /** Ids of what the user owns. */
  readonly owned: string[];
  /** As identity protection holds it; undefined for a user without risk. */
  risk: { level: string; state: string } | undefined;
  /** Times that refresh tokens and sessions were made invalid. */
  revocations: number;
  /** The last password that was set; never shown by any answer. */
  password: string | undefined;
}

export interface AuthenticationMethod {
  readonly id: string;
  /** The end of its type: `microsoftAuthenticator`, `phone`, `fido2`, `password`, ... */
  readonly type: string;
  readonly properties: Properties;
}

export interface Group {
  readonly id: string;
  readonly properties: Properties;
  /** Ids of direct members: users, groups, service principals. */
  readonly members: Set<string>;
}

export interface ServicePrincipal {
  readonly id: string;
  readonly properties: Properties;
}

export interface RoleAssignment {
  readonly id: string;
  readonly principalId: string;
  /** Template id of the role. */
  readonly roleDefinitionId: string;
  readonly directoryScopeId: string;
}

/** A user by object id or user principal name, as `/users/{id | userPrincipalName}` takes either. */
export function userNamed({ users }: Directory, idOrName: string): User | undefined {
  const wanted = idOrName.toLowerCase();
  for (const user of users.values()) {
    if (user.id.toLowerCase() === wanted) return user;
    if (String(user.properties.userPrincipalName ?? "").toLowerCase() === wanted) return user;
  }
  return undefined;
}

export function groupNamed({ groups }: Directory, id: string): Group | undefined {
  return groups.get(id.toLowerCase());
}

/** Groups that an object is in, direct ones first, then those by way of groups. */
export function groupsOf({ groups }: Directory, memberId: string): readonly Group[] {
  const found = new Map<string, Group>();
  const waiting = [memberId.toLowerCase()];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    for (const group of groups.values()) {
      if (found.has(group.id) || !group.members.has(id)) continue;
      found.set(group.id, group);
      waiting.push(group.id);
    }
  }
  return [...found.values()];
}

/** Does the object hold a directory role now, itself or through a group? */
export function holdsRole(directory: Directory, principalId: string): boolean {
  const holders = new Set([principalId.toLowerCase(), ...groupsOf(directory, principalId).map(({ id }) => id)]);
  return directory.roleAssignments.some((each) => holders.has(each.principalId.toLowerCase()));
}
