/** Makes a tenant from what a test says of it. */

import type { Json } from "../plan";
import type { AuthenticationMethod, Directory, Group, Licence, Properties, RoleAssignment, User } from "./directory";
import type { Tenant } from "./tenant";
import type { Watchlist, Workspace } from "./workspace";

export interface TenantSeed {
  readonly tenantId: string;
  readonly workspace: Pick<Workspace, "subscriptionId" | "resourceGroup" | "name" | "workspaceId">;
  readonly users: readonly UserSeed[];
  readonly groups?: readonly GroupSeed[];
  /** All of them where it is left out. */
  readonly licences?: readonly Licence[];
  readonly watchlists?: readonly WatchlistSeed[];
  /** As Graph shows them, each with `id`. */
  readonly namedLocations?: readonly Properties[];
  readonly policies?: readonly Properties[];
  /** What Defender Threat Intelligence says, by host. */
  readonly reputations?: Readonly<Record<string, Properties>>;
}

export interface UserSeed {
  readonly id: string;
  readonly userPrincipalName: string;
  /** Further properties, in Graph's names. */
  readonly properties?: Readonly<Record<string, Json>>;
  /** Id of the manager. */
  readonly manager?: string;
  /** Template ids of directory roles held, and of those that may be activated. */
  readonly roles?: readonly string[];
  readonly eligibleRoles?: readonly string[];
  /** Types of authentication methods, such as `phone`. */
  readonly methods?: readonly string[];
}

export interface GroupSeed {
  readonly id: string;
  readonly displayName: string;
  /** Ids of users and groups. */
  readonly members: readonly string[];
  readonly isAssignableToRole?: boolean;
}

export interface WatchlistSeed {
  readonly alias: string;
  readonly searchKey: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** Time that stands for everything that was made before the test. */
const BEFORE = "2026-01-01T00:00:00Z";

export function newTenant(seed: TenantSeed): Tenant {
  const watchlists = (seed.watchlists ?? []).map((each) => [each.alias.toLowerCase(), watchlistOf(each)] as const);
  return {
    tenantId: seed.tenantId,
    directory: directoryOf(seed),
    workspace: { ...seed.workspace, incidents: new Map(), watchlists: new Map(watchlists) },
    namedLocations: byId(seed.namedLocations ?? []),
    policies: byId(seed.policies ?? []),
    reputations: new Map(Object.entries(seed.reputations ?? {}).map(([host, each]) => [host.toLowerCase(), each])),
    azureAssignments: [],
    sent: [],
  };
}

function directoryOf({ users, groups = [], licences }: TenantSeed): Directory {
  const assignments = (kind: "roles" | "eligibleRoles") =>
    users.flatMap((user) =>
      (user[kind] ?? []).map(
        (roleDefinitionId): RoleAssignment => ({
          id: `${roleDefinitionId}-${user.id}`,
          principalId: user.id.toLowerCase(),
          roleDefinitionId,
          directoryScopeId: "/",
        }),
      ),
    );
  return {
    users: new Map(users.map((each) => [each.id.toLowerCase(), userOf(each)])),
    groups: new Map(groups.map((each) => [each.id.toLowerCase(), groupOf(each)])),
    servicePrincipals: new Map(),
    roleAssignments: assignments("roles"),
    roleEligibilities: assignments("eligibleRoles"),
    permissionGrants: [],
    appRoleAssignments: [],
    signIns: [],
    licences: new Set(licences ?? ["Entra P1", "Entra P2", "Defender TI"]),
  };
}

function userOf({ id, userPrincipalName, properties = {}, manager, methods = [] }: UserSeed): User {
  const own = id.toLowerCase();
  return {
    id: own,
    properties: {
      id: own,
      userPrincipalName,
      displayName: userPrincipalName.replace(/@.*$/, ""),
      mail: userPrincipalName,
      accountEnabled: true,
      userType: "Member",
      onPremisesSyncEnabled: null,
      createdDateTime: BEFORE,
      ...properties,
    },
    manager: manager?.toLowerCase(),
    methods: methods.map(
      (type, index): AuthenticationMethod => ({ id: `${own.slice(0, 35)}${index}`, type, properties: {} }),
    ),
    owned: [],
    risk: undefined,
    revocations: 0,
    password: undefined,
  };
}

function groupOf({ id, displayName, members, isAssignableToRole = false }: GroupSeed): Group {
  const own = id.toLowerCase();
  const properties = { id: own, displayName, securityEnabled: true, mailEnabled: false, isAssignableToRole };
  return { id: own, properties, members: new Set(members.map((each) => each.toLowerCase())) };
}

function watchlistOf({ alias, searchKey, rows }: WatchlistSeed): Watchlist {
  const items = rows.map((values, index) => {
    const id = `00000000-0000-0000-0000-${(index + 1).toString(16).padStart(12, "0")}`;
    return [id, { id, values: { ...values }, created: BEFORE, updated: BEFORE }] as const;
  });
  return { alias, searchKey, items: new Map(items) };
}

function byId(all: readonly Properties[]): Map<string, Properties> {
  return new Map(all.map((each) => [String(each.id ?? "").toLowerCase(), { ...each }]));
}
