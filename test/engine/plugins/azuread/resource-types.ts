/** The resource types of azuread that the stand-in knows. */

import { isMap, type Properties, type Value } from "../values";

export interface EntraType {
  /** Where its objects live in Graph; an id is the collection and the object id.
   *  Source: "Import" in the type declarations of @pulumi/azuread 6.9.1, read 2026-11-25. */
  readonly collection: string | ((inputs: Properties) => string);
  readonly properties: readonly string[];
  /** Inputs that can't change in place. */
  readonly replacing: (before: Properties, after: Properties) => readonly string[];
  /** Paths that keep what the service has when the program says nothing. */
  readonly computed: readonly string[];
  readonly failures: (inputs: Properties) => readonly string[];
}

const nothing = () => [];

export const entraTypes: Readonly<Record<string, EntraType>> = {
  "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy": {
    collection: "/identity/conditionalAccess/policies",
    properties: ["conditions", "displayName", "grantControls", "sessionControls", "state"],
    replacing: nothing,
    computed: ["conditions.insiderRiskLevels"],
    failures: policyFailures,
  },
  "azuread:index/namedLocation:NamedLocation": {
    collection: "/identity/conditionalAccess/namedLocations",
    properties: ["country", "displayName", "ip"],
    // Source: named_location_resource.go of https://github.com/hashicorp/terraform-provider-azuread, read 2026-11-23.
    replacing: (before, after) => ["country", "ip"].filter((key) => isMap(before[key]) !== isMap(after[key])),
    computed: [],
    failures: ({ country, ip }) =>
      isMap(country) === isMap(ip) ? ["exactly one of `country,ip` must be specified"] : [],
  },
  "azuread:index/authenticationStrengthPolicy:AuthenticationStrengthPolicy": {
    collection: "/policies/authenticationStrengthPolicies",
    properties: ["allowedCombinations", "description", "displayName"],
    replacing: nothing,
    computed: [],
    failures: nothing,
  },
  "azuread:index/group:Group": {
    collection: "/groups",
    properties: ["description", "displayName", "members", "owners", "preventDuplicateNames", "securityEnabled"],
    replacing: nothing,
    computed: ["members", "owners"],
    failures: nothing,
  },
  "azuread:index/appRoleAssignment:AppRoleAssignment": {
    collection: ({ resourceObjectId }) => `/servicePrincipals/${String(resourceObjectId)}/appRoleAssignedTo`,
    properties: ["appRoleId", "principalObjectId", "resourceObjectId"],
    replacing: () => ["appRoleId", "principalObjectId", "resourceObjectId"],
    computed: [],
    failures: nothing,
  },
};

/** Source: conditional_access_policy_resource.go of https://github.com/hashicorp/terraform-provider-azuread, read 2026-11-23. */
function policyFailures({ conditions, grantControls, sessionControls }: Properties): readonly string[] {
  const { applications, users } = (isMap(conditions) ? conditions : {}) as Readonly<Record<string, Value>>;
  const hasOf = (value: Value | undefined, keys: readonly string[]) =>
    keys.filter((key) => isMap(value) && Array.isArray(value[key]) && value[key].length > 0).length;
  const failures: string[] = [];
  if (hasOf(applications, ["includedApplications", "includedUserActions"]) !== 1) {
    failures.push("exactly one of `includedApplications,includedUserActions` must be specified");
  }
  if (hasOf(users, ["includedUsers", "includedGroups", "includedRoles", "includedGuestsOrExternalUsers"]) === 0) {
    failures.push("at least one of `includedUsers,includedGroups,includedRoles` must be specified");
  }
  if (!isMap(grantControls) && !isMap(sessionControls)) {
    failures.push("at least one of `grantControls,sessionControls` must be specified");
  }
  const strength = isMap(grantControls) ? grantControls.authenticationStrengthPolicyId : undefined;
  if (typeof strength === "string" && !/^\/policies\/authenticationStrengthPolicies\/[0-9a-f-]{36}$/.test(strength)) {
    if (!strength.includes("04da6b54")) failures.push(`\`${strength}\` is no id of an authentication strength`);
  }
  return failures;
}
