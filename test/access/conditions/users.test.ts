/** Who a policy is for. */

import { describe, expect, test } from "vitest";
import { ids, policy, signIn, verdict } from "../one-policy";

const ALL_TYPES =
  "internalGuest,b2bCollaborationGuest,b2bCollaborationMember,b2bDirectConnectUser,otherExternalUser,serviceProvider";
const role = (scope: string | null = "/", isBuiltIn = true) => ({
  roles: [{ roleTemplateId: ids.globalAdministrator, directoryScopeId: scope, isBuiltIn }],
});
const guest = (type: string, tenantId: string | null = ids.contoso) => ({ external: { type, tenantId } });
const guests = (types: string, tenants: object = { membershipKind: "all" }) => ({
  guestOrExternalUserTypes: types,
  externalTenants: tenants,
});
const enumerated = (...members: string[]) => ({ membershipKind: "enumerated", members });

/** Users of the policy, the identity, the verdict. */
const CASES: readonly (readonly [string, object, object, string])[] = [
  ["all users", { includeUsers: ["All"] }, {}, "applies"],
  ["all users takes in guests", { includeUsers: ["All"] }, guest("b2bDirectConnectUser"), "applies"],
  ["nobody", { includeUsers: ["None"] }, {}, "users"],
  ["the users of agents are no people", { includeUsers: ["AllAgentIdUsers"] }, {}, "users"],
  ["people are no users of agents", { includeUsers: ["All"], excludeUsers: ["AllAgentIdUsers"] }, {}, "applies"],
  ["an empty list", { includeUsers: [] }, {}, "users"],
  ["no users at all", {}, {}, "users"],
  ["one user", { includeUsers: [ids.nina] }, {}, "applies"],
  ["one user, in capitals", { includeUsers: [ids.nina.toUpperCase()] }, {}, "applies"],
  ["another user", { includeUsers: [ids.omar] }, {}, "users"],
  ["excluded by id", { includeUsers: ["All"], excludeUsers: [ids.nina] }, {}, "users"],
  ["excluded beats included by id", { includeUsers: [ids.nina], excludeUsers: [ids.nina] }, {}, "users"],
  ["a group", { includeGroups: [ids.staff] }, { groups: [ids.staff] }, "applies"],
  ["a group around the user's group", { includeGroups: [ids.staff] }, { groups: [ids.interns] }, "applies"],
  ["a group around that", { includeGroups: [ids.staff] }, { groups: [ids.team] }, "applies"],
  ["a group inside the user's group", { includeGroups: [ids.interns] }, { groups: [ids.staff] }, "users"],
  ["no group", { includeGroups: [ids.staff] }, { groups: [] }, "users"],
  [
    "excluded group beats included user",
    { includeUsers: [ids.nina], excludeGroups: [ids.staff] },
    { groups: [ids.interns] },
    "users",
  ],
  ["a role", { includeRoles: [ids.globalAdministrator] }, role(), "applies"],
  ["a role without a scope named", { includeRoles: [ids.globalAdministrator] }, role(null), "applies"],
  [
    "a role in an administrative unit",
    { includeRoles: [ids.globalAdministrator] },
    role("/administrativeUnits/1"),
    "users",
  ],
  ["a custom role of that id", { includeRoles: [ids.globalAdministrator] }, role("/", false), "users"],
  ["excluded by role", { includeUsers: ["All"], excludeRoles: [ids.globalAdministrator] }, role(), "users"],
  [
    "excluded by a role in a unit is not excluded",
    { includeUsers: ["All"], excludeRoles: [ids.globalAdministrator] },
    role("/administrativeUnits/1"),
    "applies",
  ],
  ["guests in the older form", { includeUsers: ["GuestsOrExternalUsers"] }, guest("serviceProvider"), "applies"],
  ["a member is no guest", { includeUsers: ["GuestsOrExternalUsers"] }, {}, "users"],
  [
    "guests excluded in the older form",
    { includeUsers: ["All"], excludeUsers: ["GuestsOrExternalUsers"] },
    guest("internalGuest", null),
    "users",
  ],
  [
    "a guest type",
    { includeGuestsOrExternalUsers: guests("b2bCollaborationMember") },
    guest("b2bCollaborationMember"),
    "applies",
  ],
  [
    "another guest type",
    { includeGuestsOrExternalUsers: guests("b2bCollaborationMember") },
    guest("b2bCollaborationGuest"),
    "users",
  ],
  ["every guest type, a member", { includeGuestsOrExternalUsers: guests(ALL_TYPES) }, {}, "users"],
  [
    "a tenant",
    { includeGuestsOrExternalUsers: guests(ALL_TYPES, enumerated(ids.contoso)) },
    guest("otherExternalUser"),
    "applies",
  ],
  [
    "another tenant",
    { includeGuestsOrExternalUsers: guests(ALL_TYPES, enumerated(ids.fabrikam)) },
    guest("otherExternalUser"),
    "users",
  ],
  [
    "an internal guest has no tenant elsewhere",
    { includeGuestsOrExternalUsers: guests(ALL_TYPES, enumerated(ids.fabrikam)) },
    guest("internalGuest", null),
    "applies",
  ],
  [
    "a tenant excluded",
    { includeUsers: ["All"], excludeGuestsOrExternalUsers: guests(ALL_TYPES, enumerated(ids.contoso)) },
    guest("b2bCollaborationGuest"),
    "users",
  ],
  [
    "another tenant is not excluded",
    { includeUsers: ["All"], excludeGuestsOrExternalUsers: guests(ALL_TYPES, enumerated(ids.fabrikam)) },
    guest("b2bCollaborationGuest"),
    "applies",
  ],
];

describe("users", () => {
  const directory = { groupParents: { [ids.interns]: [ids.staff], [ids.team]: [ids.interns] } };
  test.each(CASES)("%s", (_, users, who, expected) => {
    expect(verdict(policy({ users }), signIn({ who: { ...who } }), directory)).toBe(expected);
  });

  test("groups that contain each other", () => {
    const circle = { groupParents: { [ids.interns]: [ids.staff], [ids.staff]: [ids.interns] } };
    const asked = signIn({ who: { groups: [ids.interns] } });
    expect(verdict(policy({ users: { includeGroups: [ids.staff] } }), asked, circle)).toBe("applies");
  });

  test("ActiveSync: a role, guests or all users select everybody, exclusions stay", () => {
    const activeSync = signIn({ clientAppType: "exchangeActiveSync" });
    const of = (users: object, clientAppTypes = ["exchangeActiveSync"]) => policy({ users, clientAppTypes });
    const byRole = { includeRoles: [ids.globalAdministrator] };
    expect(verdict(of(byRole), activeSync)).toBe("applies");
    expect(verdict(of({ includeUsers: ["GuestsOrExternalUsers"] }), activeSync)).toBe("applies");
    expect(verdict(of({ includeGroups: [ids.staff] }), activeSync)).toBe("users");
    expect(verdict(of({ ...byRole, excludeUsers: [ids.nina] }), activeSync)).toBe("users");
    expect(verdict(of(byRole, ["all"]), activeSync)).toBe("users");
    expect(verdict(of(byRole, ["exchangeActiveSync", "browser"]), signIn())).toBe("users");
  });
});

describe("service principals", () => {
  const robot = { type: "servicePrincipal", id: ids.robot, singleTenantRegistered: true, managedIdentity: false };
  const block = { grantControls: { operator: "OR", builtInControls: ["block"] } };
  const workload = (clientApplications: object) =>
    policy({ users: { includeUsers: ["None"] }, clientApplications }, block);
  const every = { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] };
  const attribute = (mode: string) => ({ mode, rule: 'CustomSecurityAttribute.Engineering_Project -eq "Baker"' });
  const baker = { customSecurityAttributes: { Engineering: { Project: "Baker" } } };

  const WORKLOAD_CASES: readonly (readonly [string, object, object, string])[] = [
    ["all owned", every, {}, "applies"],
    ["from another publisher", every, { singleTenantRegistered: false }, "workloadIdentities"],
    ["a managed identity", every, { managedIdentity: true }, "workloadIdentities"],
    ["one of them", { includeServicePrincipals: [ids.robot] }, {}, "applies"],
    ["another one", { includeServicePrincipals: [ids.nina] }, {}, "workloadIdentities"],
    ["excluded", { ...every, excludeServicePrincipals: [ids.robot] }, {}, "workloadIdentities"],
    ["narrowed by a filter", { ...every, servicePrincipalFilter: attribute("include") }, {}, "workloadIdentities"],
    ["let through by a filter", { ...every, servicePrincipalFilter: attribute("include") }, baker, "applies"],
    ["taken out by a filter", { ...every, servicePrincipalFilter: attribute("exclude") }, baker, "workloadIdentities"],
    ["not taken out by a filter", { ...every, servicePrincipalFilter: attribute("exclude") }, {}, "applies"],
    [
      "added by a filter",
      { includeServicePrincipals: [ids.nina], servicePrincipalFilter: attribute("include") },
      baker,
      "applies",
    ],
    ["a policy for agents", { includeAgentIdServicePrincipals: ["All"] }, {}, "workloadIdentities"],
  ];

  test.each(WORKLOAD_CASES)("%s", (_, clientApplications, who, expected) => {
    expect(verdict(workload(clientApplications), signIn({ who: { ...robot, ...who } }))).toBe(expected);
  });

  test("a policy for users or groups never reaches one, and the other way round", () => {
    const inGroup = signIn({ who: { ...robot, groups: [ids.staff] } });
    expect(verdict(policy({}, block), inGroup)).toBe("workloadIdentities");
    expect(verdict(policy({ users: { includeGroups: [ids.staff] } }, block), inGroup)).toBe("workloadIdentities");
    expect(verdict(workload(every), signIn())).toBe("users");
  });
});
