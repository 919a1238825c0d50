/** What the examples of the checks start from: sound definitions, of which an example changes one part. */

import { exampleJson } from "../../diagnostics";

type Json = Readonly<Record<string, unknown>>;

const BREAK_GLASS_GROUP = "b9b90000-0000-4000-8000-0000000000b9";

const POLICY: Json = {
  displayName: "Require MFA",
  state: "enabled",
  conditions: {
    clientAppTypes: ["all"],
    applications: { includeApplications: ["All"] },
    users: { includeUsers: ["All"], excludeGroups: [BREAK_GLASS_GROUP] },
  },
  grantControls: { operator: "OR", builtInControls: ["mfa"] },
};

/** A sound policy with some parts replaced: `conditions` are merged key by key, everything else is taken as it is. */
export function policyExample(changes: Json = {}): string {
  const { conditions, ...others } = changes;
  const merged = { ...(POLICY.conditions as Json), ...(conditions as Json | undefined) };
  return exampleJson({ ...POLICY, ...others, conditions: merged });
}

/** A sound location of address ranges with some parts replaced. */
export function locationExample(changes: Json = {}): string {
  const location = {
    "@odata.type": "#microsoft.graph.ipNamedLocation",
    displayName: "Headquarters",
    isTrusted: true,
    ipRanges: [{ "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "203.0.113.0/24" }],
  };
  return exampleJson({ ...location, ...changes });
}

/** A sound location of countries with some parts replaced. */
export function countryExample(changes: Json = {}): string {
  const location = {
    "@odata.type": "#microsoft.graph.countryNamedLocation",
    displayName: "Benelux",
    countriesAndRegions: ["BE", "NL", "LU"],
    includeUnknownCountriesAndRegions: false,
    countryLookupMethod: "clientIpAddress",
  };
  return exampleJson({ ...location, ...changes });
}

/** A tenant with one sound policy and some parts replaced. */
export function tenantExample(changes: Json = {}): string {
  return exampleJson({ securityDefaultsEnabled: false, policies: [JSON.parse(policyExample())], ...changes });
}
