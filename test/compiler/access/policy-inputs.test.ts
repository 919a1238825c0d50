/** Policies as inputs of the provider, and back. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ConditionalAccessPolicy } from "../../../src/access/check";
import { notDeployable } from "../../../src/compiler/access/not-deployable";
import { policyFromInputs } from "../../../src/compiler/access/policy-from-inputs";
import { policyInputs, STRENGTH_PATH } from "../../../src/compiler/access/policy-inputs";
import { canonicalJson, type Json } from "../../../src/plan";

const SEED = 20_260_125;
const guid = fc.integer({ min: 1, max: 9 }).map((n) => `a000000${n}-0000-4000-8000-000000000001`);
const STAND_IN = "5a000000-0000-5000-8000-000000000001";
const LEAF = { "picket:output": { name: "some-object", path: "objectId" } };
const idOrStandIn = fc.oneof({ weight: 3, arbitrary: guid }, { weight: 1, arbitrary: fc.constant(STAND_IN) });
const leafOf = (id: string): Json => (id === STAND_IN ? LEAF : id);
const idOf = (leaf: Json): string => (typeof leaf === "string" ? leaf : STAND_IN);

const some = <T>(each: fc.Arbitrary<T>) => fc.uniqueArray(each, { minLength: 1, maxLength: 4 });
const names = (...values: readonly string[]) => some(fc.constantFrom(...values));
const optional = fc.record as <T>(
  model: { [K in keyof T]: fc.Arbitrary<T[K]> },
  constraints: { requiredKeys: [] },
) => fc.Arbitrary<Partial<T>>;
const NONE = { requiredKeys: [] as [] };
const guests = fc.record(
  {
    guestOrExternalUserTypes: names("internalGuest", "b2bCollaborationGuest", "serviceProvider").map((all) =>
      all.join(","),
    ),
    externalTenants: fc.record({ membershipKind: fc.constant("enumerated"), members: some(guid) }),
  },
  { requiredKeys: ["guestOrExternalUserTypes"] },
);

const users = optional(
  {
    includeUsers: names("All", "GuestsOrExternalUsers"),
    excludeUsers: some(guid),
    includeGroups: some(idOrStandIn),
    excludeGroups: some(idOrStandIn),
    includeRoles: some(guid),
    excludeRoles: some(guid),
    includeGuestsOrExternalUsers: guests,
    excludeGuestsOrExternalUsers: guests,
  },
  NONE,
);

const conditions = fc
  .tuple(
    fc.record({
      clientAppTypes: names("browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "other"),
      users,
      applications: optional({ includeApplications: names("All", "Office365"), excludeApplications: some(guid) }, NONE),
    }),
    optional(
      {
        locations: fc.record({ includeLocations: names("All", "AllTrusted"), excludeLocations: some(idOrStandIn) }),
        platforms: fc.record({ includePlatforms: names("all", "iOS"), excludePlatforms: names("windows", "linux") }),
        devices: fc.record({
          deviceFilter: fc.record({
            mode: fc.constantFrom("include", "exclude"),
            rule: fc.constant("device.isCompliant -eq True"),
          }),
        }),
        signInRiskLevels: names("low", "medium", "high", "none"),
        userRiskLevels: names("low", "medium", "high"),
        servicePrincipalRiskLevels: names("low", "high"),
        insiderRiskLevels: fc.constantFrom("minor", "moderate", "elevated"),
        authenticationFlows: fc.record({
          transferMethods: names("deviceCodeFlow", "authenticationTransfer").map((all) => all.join(",")),
        }),
        clientApplications: fc.record({ includeServicePrincipals: names("ServicePrincipalsInMyTenant") }),
      },
      NONE,
    ),
  )
  .map(([always, rest]) => ({ ...always, ...rest }));

const grantControls = fc
  .record({
    operator: fc.constantFrom("AND", "OR"),
    builtInControls: names("mfa", "compliantDevice", "passwordChange"),
    termsOfUse: some(guid),
    authenticationStrength: fc.record({ id: idOrStandIn }),
  })
  .map((grant) => grant);

const sessionControls = optional(
  {
    applicationEnforcedRestrictions: fc.constant({ isEnabled: true }),
    cloudAppSecurity: fc.record({
      isEnabled: fc.constant(true),
      cloudAppSecurityType: fc.constantFrom("mcasConfigured", "monitorOnly", "blockDownloads"),
    }),
    disableResilienceDefaults: fc.constant(true),
    persistentBrowser: fc.record({ isEnabled: fc.constant(true), mode: fc.constantFrom("always", "never") }),
    signInFrequency: fc.oneof(
      fc.record({
        isEnabled: fc.constant(true),
        frequencyInterval: fc.constant("timeBased"),
        authenticationType: fc.constant("primaryAndSecondaryAuthentication"),
        value: fc.integer({ min: 1, max: 30 }),
        type: fc.constantFrom("hours", "days"),
      }),
      fc.record({
        isEnabled: fc.constant(true),
        frequencyInterval: fc.constant("everyTime"),
        authenticationType: fc.constant("secondaryAuthentication"),
      }),
    ),
  },
  NONE,
).filter((controls) => Object.keys(controls).length > 0);

const policies = fc
  .record(
    {
      displayName: fc.string({ minLength: 1, maxLength: 20 }),
      state: fc.constantFrom("enabled", "disabled", "enabledForReportingButNotEnforced"),
      conditions,
      grantControls,
      sessionControls,
    },
    { requiredKeys: ["displayName", "state", "conditions"] },
  )
  .map((policy) => policy as unknown as ConditionalAccessPolicy);

/** Order says nothing in lists, nor in texts that join values by commas. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unordered).sort();
  if (typeof value === "string" && /^[a-z2A-Z]+(,[a-z2A-Z]+)+$/.test(value)) return value.split(",").sort().join(",");
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unordered(each)]));
}

describe("inputs", () => {
  test("a policy comes back from its inputs", () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const back = policyFromInputs(policyInputs(policy, leafOf), idOf);
        expect(canonicalJson(unordered(back))).toBe(canonicalJson(unordered(policy)));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test("inputs come back from their policy, and the order of lists changes no byte", () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const inputs = policyInputs(policy, leafOf);
        const back = policyFromInputs(inputs, idOf);
        expect(canonicalJson(policyInputs(back, leafOf))).toBe(canonicalJson(inputs));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test("a strength is named by its path, a location and a group by object id, empty parts not at all", () => {
    const policy = {
      displayName: "p",
      state: "enabled",
      conditions: {
        clientAppTypes: ["all"],
        applications: { includeApplications: ["All"], excludeApplications: [] },
        users: { includeUsers: ["All"], excludeGroups: [STAND_IN, "A0000009-0000-4000-8000-000000000001"] },
        platforms: { excludePlatforms: ["windows"] },
        devices: {},
      },
      grantControls: {
        operator: "OR",
        builtInControls: [],
        authenticationStrength: { id: "00000000-0000-0000-0000-000000000004" },
      },
      sessionControls: { persistentBrowser: { isEnabled: false, mode: "never" } },
    } as unknown as ConditionalAccessPolicy;
    expect(policyInputs(policy, leafOf)).toEqual({
      displayName: "p",
      state: "enabled",
      conditions: {
        clientAppTypes: ["all"],
        applications: { includedApplications: ["All"] },
        users: { includedUsers: ["All"], excludedGroups: ["a0000009-0000-4000-8000-000000000001", LEAF] },
        platforms: { includedPlatforms: ["all"], excludedPlatforms: ["windows"] },
      },
      grantControls: {
        operator: "OR",
        authenticationStrengthPolicyId: `${STRENGTH_PATH}00000000-0000-0000-0000-000000000004`,
      },
    });
  });

  test("what a policy leaves out is not told as missing", () => {
    fc.assert(
      fc.property(policies, (policy) => {
        expect([...notDeployable(policy)]).toEqual([]);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  test.each<readonly [object, string]>([
    [
      { conditions: { applications: { applicationFilter: { mode: "include", rule: "x" } } } },
      "/conditions/applications/applicationFilter",
    ],
    [
      { conditions: { applications: { includeAuthenticationContextClassReferences: ["c1"] } } },
      "/conditions/applications/includeAuthenticationContextClassReferences",
    ],
    [{ conditions: { agents: { includeAgentUsers: ["All"] } } }, "/conditions/agents"],
    [{ conditions: { agentIdRiskLevels: "high" } }, "/conditions/agentIdRiskLevels"],
    [{ conditions: { insiderRiskLevels: "minor,moderate" } }, "/conditions/insiderRiskLevels"],
    [{ grantControls: { builtInControls: ["mfa", "riskRemediation"] } }, "/grantControls/builtInControls/1"],
    [{ sessionControls: { secureSignInSession: { isEnabled: true } } }, "/sessionControls/secureSignInSession"],
    [
      { sessionControls: { continuousAccessEvaluation: { mode: "disabled" } } },
      "/sessionControls/continuousAccessEvaluation",
    ],
    [
      { sessionControls: { globalSecureAccessFilteringProfile: { isEnabled: true, profileId: "x" } } },
      "/sessionControls/globalSecureAccessFilteringProfile",
    ],
  ])("%o can't be deployed", (policy, pointer) => {
    expect(notDeployable(policy as ConditionalAccessPolicy).map((each) => each.pointer)).toEqual([pointer]);
  });
});
