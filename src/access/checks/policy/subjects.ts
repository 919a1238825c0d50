/** Who a policy is for: people or workload identities, named by ids. */

import { entraRoles } from "../../../azure";
import { didYouMean, finding } from "../../../diagnostics";
import { idsOf } from "../../model/condition";
import { policyExample } from "../example";
import type { PolicyCheck } from "./facts";

const usersPage =
  "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-users-groups, read 2026-11-23";
const graphUsers = "https://learn.microsoft.com/graph/api/resources/conditionalaccessusers, read 2026-11-23";
const graphSet = "https://learn.microsoft.com/graph/api/resources/conditionalaccessconditionset, read 2026-11-23";

const GROUP = "f1000000-0000-4000-8000-000000000012";
const TENANT = "7e4a0000-0000-4000-8000-000000000060";

const subjectRequired: PolicyCheck = {
  code: "PKT3035",
  severity: "error",
  title: "a policy for nobody named",
  why: "A policy includes users, groups, roles, guests or workload identities; the provider and Graph refuse an empty list. `None` is the word for nobody.",
  source: graphUsers,
  avoid: () => policyExample({ conditions: { users: { includeUsers: [] } } }),
  prefer: () => policyExample({ conditions: { users: { includeGroups: [GROUP] } } }),
  nearMiss: () =>
    policyExample({
      conditions: { users: { includeUsers: [], includeRoles: ["62e90394-69f5-4237-9190-012177145e10"] } },
    }),
  *run({ users, hasPeople, isWorkload }) {
    if (hasPeople || isWorkload || idsOf(users.includeUsers).includes("none")) return;
    yield finding(subjectRequired, { message: "a policy includes somebody", pointer: "/conditions/users" });
  },
};

const nobody: PolicyCheck = {
  code: "PKT3036",
  severity: "warning",
  title: "a policy that is for nobody",
  why: "`None` selects no users. The policy is accepted and never applies.",
  source: usersPage,
  avoid: () => policyExample({ conditions: { users: { includeUsers: ["None"] } } }),
  prefer: () => policyExample({ conditions: { users: { includeUsers: ["All"] } } }),
  nearMiss: () =>
    policyExample({
      conditions: {
        users: { includeUsers: ["None"] },
        clientApplications: { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] },
      },
      grantControls: { operator: "OR", builtInControls: ["block"] },
    }),
  *run({ users, hasPeople, isWorkload }) {
    if (hasPeople || isWorkload || !idsOf(users.includeUsers).includes("none")) return;
    yield finding(nobody, { message: "the policy selects nobody and never applies", pointer: "/conditions/users" });
  },
};

const peopleAndWorkload: PolicyCheck = {
  code: "PKT3037",
  severity: "error",
  title: "users and workload identities in one policy",
  why: "Graph refuses a policy with both; one for workload identities includes the users `None`.",
  source: graphSet,
  avoid: () =>
    policyExample({
      conditions: { clientApplications: { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] } },
      grantControls: { operator: "OR", builtInControls: ["block"] },
    }),
  prefer: () =>
    policyExample({
      conditions: {
        users: { includeUsers: ["None"] },
        clientApplications: { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] },
      },
      grantControls: { operator: "OR", builtInControls: ["block"] },
    }),
  nearMiss: () =>
    policyExample({
      conditions: { clientApplications: { includeServicePrincipals: [], excludeServicePrincipals: [] } },
    }),
  *run({ hasPeople, isWorkload }) {
    if (!hasPeople || !isWorkload) return;
    const message = "a policy is for users or for workload identities, not for both";
    const help = 'a policy for workload identities has `includeUsers: ["None"]`';
    yield finding(peopleAndWorkload, { message, pointer: "/conditions/clientApplications", help });
  },
};

const tenants: PolicyCheck = {
  code: "PKT3038",
  severity: "error",
  title: "external tenants that are not told",
  why: "Guests come from all tenants or from enumerated ones: an enumeration needs members, and `all` has none.",
  source: "https://learn.microsoft.com/graph/api/resources/conditionalaccessexternaltenants, read 2026-11-23",
  avoid: () => policyExample({ conditions: { users: guestsFrom({ membershipKind: "enumerated", members: [] }) } }),
  prefer: () =>
    policyExample({ conditions: { users: guestsFrom({ membershipKind: "enumerated", members: [TENANT] }) } }),
  nearMiss: () => policyExample({ conditions: { users: guestsFrom({ membershipKind: "all", members: [] }) } }),
  *run({ users }) {
    for (const key of ["includeGuestsOrExternalUsers", "excludeGuestsOrExternalUsers"] as const) {
      const external = users[key]?.externalTenants;
      const count = idsOf(external?.members).length;
      const pointer = `/conditions/users/${key}/externalTenants`;
      if (external?.membershipKind === "enumerated" && count === 0)
        yield finding(tenants, { message: "enumerated external tenants have `members`", pointer });
      if (external?.membershipKind === "all" && count > 0)
        yield finding(tenants, { message: "`members` are listed although all external tenants are meant", pointer });
    }
  },
};

const guestTypes: PolicyCheck = {
  code: "PKT3039",
  severity: "error",
  title: "guests of no type",
  why: "The types say which guests are meant; Graph refuses a selection without one.",
  source: "https://learn.microsoft.com/graph/api/resources/conditionalaccessguestsorexternalusers, read 2026-11-23",
  avoid: () =>
    policyExample({ conditions: { users: { includeGuestsOrExternalUsers: { guestOrExternalUserTypes: "none" } } } }),
  prefer: () => policyExample({ conditions: { users: guestsFrom({ membershipKind: "all" }) } }),
  nearMiss: () =>
    policyExample({ conditions: { users: { includeUsers: ["All"], excludeGuestsOrExternalUsers: null } } }),
  *run({ users }) {
    for (const key of ["includeGuestsOrExternalUsers", "excludeGuestsOrExternalUsers"] as const) {
      const guests = users[key];
      const types = (guests?.guestOrExternalUserTypes ?? "")
        .split(",")
        .filter((type) => type !== "" && type !== "none");
      if (guests && types.length === 0)
        yield finding(guestTypes, {
          message: "guests have at least one type",
          pointer: `/conditions/users/${key}/guestOrExternalUserTypes`,
        });
    }
  },
};

const unknownRole: PolicyCheck = {
  code: "PKT3040",
  severity: "warning",
  title: "a role that is not a built-in one",
  why: "Policies match built-in roles by template id, where they are assigned for the whole tenant. Custom roles and roles within an administrative unit never match.",
  source: usersPage,
  avoid: () => policyExample({ conditions: { users: { includeRoles: ["c0570000-0000-4000-8000-000000000081"] } } }),
  prefer: () => policyExample({ conditions: { users: { includeRoles: ["62e90394-69f5-4237-9190-012177145e10"] } } }),
  nearMiss: () => policyExample({ conditions: { users: { includeRoles: ["62E90394-69F5-4237-9190-012177145E10"] } } }),
  *run({ users }) {
    for (const key of ["includeRoles", "excludeRoles"] as const)
      for (const [index, id] of (users[key] ?? []).entries()) {
        if (!GUID.test(id) || entraRoles().has(id.toLowerCase())) continue;
        const help = didYouMean(id, entraRoles().keys());
        const message = `\`${id}\` is not the template id of a known built-in role`;
        yield finding(unknownRole, { message, pointer: `/conditions/users/${key}/${index}`, ...(help && { help }) });
      }
  },
};

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function guestsFrom(externalTenants: object) {
  return { includeGuestsOrExternalUsers: { guestOrExternalUserTypes: "b2bCollaborationGuest", externalTenants } };
}

export const subjectChecks = [subjectRequired, nobody, peopleAndWorkload, tenants, guestTypes, unknownRole];
