/** What tells identities apart: kind, id, groups, roles, guest type, home tenant. Memberships are yes-or-no questions of their own, so that their overlaps are never listed. */

import {
  type Dimension,
  type Formula,
  flagDimension,
  isOneOf,
  isSet,
  leaf,
  nameDimension,
  not,
} from "../model/formula";
import { SOME_SERVICE_PRINCIPAL_ID, SOME_TENANT_ID, SOMEONE_ID } from "../model/witness-draft";
import { GUEST_TYPES, type GuestType } from "../shapes/conditional-access-policy";

const kind = flagDimension(
  "service principal",
  ({ identity }) => identity.kind === "servicePrincipal",
  (draft, value) => {
    draft.identity.type = value ? "servicePrincipal" : "user";
  },
);

export const isServicePrincipal = isSet(kind);
export const isUser = not(isServicePrincipal);

const userId = nameDimension(
  "user",
  SOMEONE_ID,
  ({ identity }) => (identity.kind === "user" ? identity.id : null),
  (draft, value) => {
    draft.identity.id = value ?? SOMEONE_ID;
  },
);

/** Ids in lower case. */
export function isUserIn(ids: Iterable<string>): Formula {
  return isOneOf(userId, ids);
}

const groupDimensions = new Map<string, Dimension<boolean, undefined>>();

/** Member of a group, directly or nested. */
export function isInGroup(id: string): Formula {
  return isSet(
    kept(groupDimensions, id, () =>
      flagDimension(
        `group ${id}`,
        ({ identity }) => identity.kind === "user" && identity.groups.has(id),
        (draft, value) => {
          if (value) draft.identity.groups.push(id);
        },
      ),
    ),
  );
}

/** The group that a dimension asks about. */
export function groupOfDimension(name: string): string | undefined {
  return name.startsWith("group ") ? name.slice("group ".length) : undefined;
}

/** The role that a dimension asks about. */
export function roleOfDimension(name: string): string | undefined {
  return name.startsWith("role ") ? name.slice("role ".length) : undefined;
}

const roleDimensions = new Map<string, Dimension<boolean, undefined>>();

/** Holds a built-in role for the whole tenant. */
export function hasRole(id: string): Formula {
  return isSet(
    kept(roleDimensions, id, () =>
      flagDimension(
        `role ${id}`,
        ({ identity }) => identity.kind === "user" && identity.roles.has(id),
        (draft, value) => {
          if (value) draft.identity.roles.push({ roleTemplateId: id, directoryScopeId: "/", isBuiltIn: true });
        },
      ),
    ),
  );
}

/** Dimensions are compared by name; keeping one for each name only saves memory. */
function kept<Value>(map: Map<string, Value>, name: string, make: () => Value): Value {
  const known = map.get(name);
  if (known !== undefined) return known;
  if (map.size > DIMENSIONS_KEPT_MAX) map.clear();
  const made = make();
  map.set(name, made);
  return made;
}

/** Enough for any tenant; a long batch of unrelated tenants starts anew. */
const DIMENSIONS_KEPT_MAX = 10_000;

/** The usual guest first, internal ones last. */
const WITNESS_ORDER: readonly GuestType[] = [
  ...GUEST_TYPES.filter((type) => type !== "internalGuest"),
  "internalGuest",
];

const guestType: Dimension<GuestType | null, undefined> = {
  name: "guest type",
  read: ({ identity }) => (identity.kind === "user" ? (identity.external?.type ?? null) : null),
  candidates: () => [null, ...WITNESS_ORDER],
  write: (draft, value) => {
    draft.identity.external = value === null ? null : { type: value, tenantId: null };
  },
};

export function isGuestOfType(types: readonly GuestType[]): Formula {
  const set = new Set(types);
  const key = [...set].sort().join(" ");
  return leaf(guestType, { key, hint: undefined, holdsFor: (value) => value !== null && set.has(value) });
}

/** Guest or external user of any type, members from other tenants too. */
export const isExternal = isGuestOfType(GUEST_TYPES);
/** Everyone whose credentials live in another tenant or service. */
export const isFromElsewhere = isGuestOfType(GUEST_TYPES.filter((type) => type !== "internalGuest"));
export const isDirectConnect = isGuestOfType(["b2bDirectConnectUser"]);
export const isInternalGuest = isGuestOfType(["internalGuest"]);

const homeTenant = nameDimension(
  "home tenant",
  SOME_TENANT_ID,
  ({ identity }) => (identity.kind === "user" ? (identity.external?.tenantId ?? null) : null),
  (draft, value) => {
    draft.tenantId = value;
  },
);

export function isFromTenant(ids: Iterable<string>): Formula {
  return isOneOf(homeTenant, ids);
}

const principalId = nameDimension(
  "service principal id",
  SOME_SERVICE_PRINCIPAL_ID,
  ({ identity }) => (identity.kind === "servicePrincipal" ? identity.id : null),
  (draft, value) => {
    draft.servicePrincipalId = value ?? SOME_SERVICE_PRINCIPAL_ID;
  },
);

export function isPrincipalIn(ids: Iterable<string>): Formula {
  return isOneOf(principalId, ids);
}

const covered: Dimension<boolean, undefined> = {
  name: "service principal in reach",
  read: ({ identity }) => identity.kind === "servicePrincipal" && identity.isCovered,
  candidates: () => [true, false],
  write: (draft, value) => {
    draft.identity.singleTenantRegistered = value;
  },
};

/** Registered in this tenant alone; not a managed identity, not from another publisher. */
export const isCoveredPrincipal = isSet(covered);
