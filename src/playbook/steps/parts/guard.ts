/** The guard: who is never acted on, and on whom only with approval. */

import type { Json } from "../../expressions/value";
import { type Actions, call, compose, filter, firstThat, GRAPH, inOrder, literal, type Rule } from "./actions";

export interface Guard {
  /** Object ids: values of parameters, some known only after deployment. */
  readonly breakGlassGroups: readonly Json[];
  readonly breakGlassUsers: readonly Json[];
  readonly exemptGroups: readonly Json[];
  /** What is done about holders of directory roles and service accounts. */
  readonly privileged: "ask" | "refuse";
  /** Beginnings of the names of service accounts, whatever their case. */
  readonly services: readonly string[];
}

/** Beginnings by which service accounts are known everywhere; documents add their own. */
export const SERVICE_PREFIXES = ["svc-", "svc_", "svc.", "sync_", "adtoaadsync"] as const;

/** Groups of one question. Source: https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups, read 2026-11-23. */
export const CHECKED_GROUPS_MAX = 20;

/** Looks the account up by object id or user principal name. Later calls use the object id alone. */
export function lookup(key: string): Actions {
  const fields = "id,userPrincipalName,displayName,accountEnabled,userType,onPremisesSyncEnabled,mail";
  return { User: call({ method: "GET", uri: `${GRAPH}/users/@{encodeUriComponent(${key})}?$select=${fields}` }) };
}

const USER_ID = "@{body('User')?['id']}";

/** Looks the account up and judges it in `Verdict`: act, `ask: why` or `refuse: why`. A question without answer fails it, and so all that comes after. */
export function guardActions(key: string, guard: Guard): Actions {
  const roles = `${GRAPH}/roleManagement/directory`;
  return inOrder({
    ...lookup(key),
    Groups: call({
      method: "POST",
      uri: `${GRAPH}/users/${USER_ID}/checkMemberGroups`,
      body: { groupIds: "@union(parameters('breakGlassGroups'), parameters('exemptGroups'))" },
    }),
    Roles: call({ method: "GET", uri: `${roles}/roleAssignments?$filter=principalId eq '${USER_ID}'` }),
    Eligible_roles: call({
      method: "GET",
      uri: `${roles}/roleEligibilityScheduleInstances?$filter=principalId eq '${USER_ID}'`,
    }),
    Memberships: call({
      method: "GET",
      uri: `${GRAPH}/users/${USER_ID}/transitiveMemberOf?$select=id,isAssignableToRole&$top=999`,
    }),
    Role_memberships: filter(
      "body('Memberships')['value']",
      "or(equals(item()?['isAssignableToRole'], true), equals(item()?['@odata.type'], '#microsoft.graph.directoryRole'))",
    ),
    Verdict: compose(`@${verdict(guard)}`),
  });
}

/** The parameters that the guard reads. */
export function guardParameters(guard: Guard): Readonly<Record<string, readonly Json[]>> {
  const { breakGlassGroups, breakGlassUsers, exemptGroups } = guard;
  return { breakGlassGroups, breakGlassUsers, exemptGroups };
}

/** Members are read without `?`, so that an answer of another shape fails the guard instead of passing it. */
function verdict({ privileged, services }: Guard): string {
  const groups = "body('Groups')['value']";
  const isIn = (parameter: string) => `not(empty(intersection(${groups}, parameters('${parameter}'))))`;
  const name = "body('User')['userPrincipalName']";
  const isService = [...SERVICE_PREFIXES, ...services].map((prefix) => `startsWith(${name}, ${literal(prefix)})`);
  const holdsRole = [
    "not(empty(body('Roles')['value']))",
    "not(empty(body('Eligible_roles')['value']))",
    "not(empty(body('Role_memberships')))",
    // With more groups than one page holds, not all can be judged.
    "not(empty(body('Memberships')?['@odata.nextLink']))",
  ];
  const rules: readonly Rule[] = [
    [
      `or(contains(parameters('breakGlassUsers'), body('User')['id']), ${isIn("breakGlassGroups")})`,
      literal("refuse: a break-glass account"),
    ],
    [isIn("exemptGroups"), literal("refuse: exempt by group")],
    [`or(${holdsRole.join(", ")})`, literal(`${privileged}: holds a directory role, or may activate one`)],
    [`or(${isService.join(", ")})`, literal(`${privileged}: looks like a service account`)],
  ];
  return firstThat(rules, "'act'");
}
