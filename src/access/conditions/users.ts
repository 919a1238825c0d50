/** Users: everyone, by id, by group, by role, by guest type; whoever is excluded in any way is out.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-users-groups, read 2026-11-23. */

import { type Condition, flagsOf, idsOf } from "../model/condition";
import { ALWAYS, all, any, type Formula, NEVER, not } from "../model/formula";
import type { GuestType, PolicyConditions, PolicyGuests, PolicyUsers } from "../shapes/conditional-access-policy";
import { isActiveSync } from "./client-apps";
import {
  hasRole,
  isExternal,
  isFromTenant,
  isGuestOfType,
  isInGroup,
  isInternalGuest,
  isUser,
  isUserIn,
} from "./identity";
import { hasWorkloadSubject, workloadFormula } from "./workload-identities";

/**
 * Words of Graph that stand for several users, in lower case. The users of agents (`AllAgentIdUsers`) are none of the people who sign in here.
 * Source: https://learn.microsoft.com/graph/api/resources/conditionalaccessusers, read 2026-11-23; the last from calls of Graph's beta as recorded in
 * https://github.com/deploymenttheory/terraform-provider-microsoft365, docs/development/conditional_access_field_map.md, read 2026-11-26.
 */
export const USER_WORDS: ReadonlySet<string> = new Set(["all", "none", "guestsorexternalusers", "allagentidusers"]);

/** A policy is for users or for workload identities; agents have identities of their own, which no sign-in here has. */
export const users: Condition = {
  formula: (conditions, context) => {
    const forUsers = all(isUser, usersFormula(conditions));
    if (!hasWorkloadSubject(conditions)) return forUsers;
    return any(forUsers, workloadFormula(conditions, context));
  },
  reads: ({ identity, client }) => {
    if (identity.kind === "servicePrincipal")
      return identity.attributes.size > 0 ? undefined : `${identity.id} ${identity.isCovered}`;
    const { id, groups, roles, external } = identity;
    const memberships = groups.size + roles.size === 0 ? "" : `${[...groups].join()} ${[...roles].join()}`;
    const home = external === null ? "" : `${external.type} ${external.tenantId}`;
    return `user ${id} ${memberships} ${home} ${client === "exchangeActiveSync"}`;
  },
  reason: (_, { identity }) => (identity.kind === "user" ? "users" : "workloadIdentities"),
};

function usersFormula(conditions: PolicyConditions): Formula {
  const assigned = conditions.users;
  if (!assigned) return NEVER;
  const included = any(
    peopleFormula(assigned.includeUsers),
    ...idsOf(assigned.includeGroups).map(isInGroup),
    ...idsOf(assigned.includeRoles).map(hasRole),
    guestsFormula(assigned.includeGuestsOrExternalUsers),
    everyActiveSyncUser(conditions, assigned),
  );
  const excluded = any(
    peopleFormula(assigned.excludeUsers),
    ...idsOf(assigned.excludeGroups).map(isInGroup),
    ...idsOf(assigned.excludeRoles).map(hasRole),
    guestsFormula(assigned.excludeGuestsOrExternalUsers),
  );
  return all(included, not(excluded));
}

function peopleFormula(list: PolicyUsers["includeUsers"]): Formula {
  const ids = idsOf(list);
  return any(
    ids.includes("all") ? ALWAYS : NEVER,
    ids.includes("guestsorexternalusers") ? isExternal : NEVER,
    isUserIn(ids.filter((id) => !USER_WORDS.has(id))),
  );
}

/** An internal guest has no home tenant elsewhere, so a list of tenants says nothing about one. */
function guestsFormula(guests: PolicyGuests | null | undefined): Formula {
  if (!guests) return NEVER;
  const types = flagsOf<GuestType | "none">(guests.guestOrExternalUserTypes).filter((type) => type !== "none");
  if (types.length === 0) return NEVER;
  const tenants = guests.externalTenants;
  const isEnumerated = tenants?.membershipKind === "enumerated";
  const fromThere = isEnumerated ? any(isInternalGuest, isFromTenant(idsOf(tenants.members))) : ALWAYS;
  return all(isGuestOfType(types), fromThere);
}

/** "Selecting All users, All guest and external users, or Directory roles causes all users to be subject of the policy" for ActiveSync clients.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-conditions#exchange-activesync-clients, read 2026-11-23. */
function everyActiveSyncUser({ clientAppTypes }: PolicyConditions, assigned: PolicyUsers): Formula {
  const people = idsOf(assigned.includeUsers);
  const isWide =
    people.includes("all") ||
    people.includes("guestsorexternalusers") ||
    idsOf(assigned.includeRoles).length > 0 ||
    Boolean(assigned.includeGuestsOrExternalUsers?.guestOrExternalUserTypes);
  return isWide && clientAppTypes?.includes("exchangeActiveSync") ? isActiveSync : NEVER;
}
