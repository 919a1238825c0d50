/** What can only be seen over a whole tenant: limits, references to what is not there, security defaults. */

import { MFA_TRUSTED_IPS_LOCATION_ID, NAMED_LOCATIONS_PER_TENANT_MAX, POLICIES_PER_TENANT_MAX } from "../../azure";
import type { CheckInfo } from "../../diagnostics";
import { locationExample, policyExample, tenantExample } from "./example";

const locationsPage =
  "https://learn.microsoft.com/entra/identity/conditional-access/concept-assignment-network, read 2026-11-23";
const LOCATION = "10ca0000-0000-4000-8000-000000000030";

const securityDefaults: CheckInfo = {
  code: "PKT3110",
  severity: "error",
  title: "policies beside security defaults",
  why: "Security defaults have to be switched off before a conditional access policy is turned on.",
  source: "https://learn.microsoft.com/entra/fundamentals/security-defaults, read 2026-11-23",
  avoid: () => tenantExample({ securityDefaultsEnabled: true }),
  prefer: () => tenantExample({ securityDefaultsEnabled: false }),
  nearMiss: () =>
    tenantExample({ securityDefaultsEnabled: true, policies: [JSON.parse(policyExample({ state: "disabled" }))] }),
};

const tooManyPolicies: CheckInfo = {
  code: "PKT3111",
  severity: "error",
  title: "more policies than a tenant has room for",
  why: `A tenant has at most ${POLICIES_PER_TENANT_MAX} policies, in whatever state, those managed by Microsoft included.`,
  source: "https://learn.microsoft.com/entra/identity/conditional-access/plan-conditional-access, read 2026-11-23",
  avoid: () => tenantExample({ policyCount: POLICIES_PER_TENANT_MAX + 1 }),
  prefer: () => tenantExample({ policyCount: 12 }),
  nearMiss: () => tenantExample({ policyCount: POLICIES_PER_TENANT_MAX }),
};

const tooManyLocations: CheckInfo = {
  code: "PKT3112",
  severity: "error",
  title: "more named locations than a tenant has room for",
  why: `A tenant has at most ${NAMED_LOCATIONS_PER_TENANT_MAX} named locations.`,
  source: locationsPage,
  avoid: () => tenantExample({ namedLocations: manyLocations(NAMED_LOCATIONS_PER_TENANT_MAX + 1) }),
  prefer: () => tenantExample({ namedLocations: manyLocations(2) }),
  nearMiss: () => tenantExample({ namedLocations: manyLocations(NAMED_LOCATIONS_PER_TENANT_MAX) }),
};

const danglingLocation: CheckInfo = {
  code: "PKT3113",
  severity: "error",
  title: "a location that is not there",
  why: "Graph refuses a policy that names a location the tenant does not have (error 1040), and a location can't be deleted while a policy names it.",
  source: "https://learn.microsoft.com/graph/api/resources/conditionalaccesslocations, read 2026-11-23",
  avoid: () => tenantExample({ policies: [fromLocation(LOCATION)], namedLocations: [] }),
  prefer: () =>
    tenantExample({
      policies: [fromLocation(LOCATION)],
      namedLocations: [{ ...JSON.parse(locationExample()), id: LOCATION }],
    }),
  nearMiss: () => tenantExample({ policies: [fromLocation(MFA_TRUSTED_IPS_LOCATION_ID)], namedLocations: [] }),
};

const sameName: CheckInfo = {
  code: "PKT3114",
  severity: "warning",
  title: "two policies of one name",
  why: "Logs and reports show policies by name; two of one name can't be told apart there.",
  source: "picket",
  avoid: () => tenantExample({ policies: [JSON.parse(policyExample()), JSON.parse(policyExample())] }),
  prefer: () =>
    tenantExample({ policies: [JSON.parse(policyExample()), JSON.parse(policyExample({ displayName: "Another" }))] }),
  nearMiss: () =>
    tenantExample({
      policies: [JSON.parse(policyExample()), JSON.parse(policyExample({ displayName: "Require MFA (admins)" }))],
    }),
};

function fromLocation(id: string): unknown {
  return JSON.parse(
    policyExample({ conditions: { locations: { includeLocations: ["All"], excludeLocations: [id] } } }),
  );
}

function manyLocations(count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, index) => JSON.parse(locationExample({ displayName: `Location ${index}` })));
}

export const tenantChecks = {
  securityDefaults,
  tooManyPolicies,
  tooManyLocations,
  danglingLocation,
  sameName,
} as const;
