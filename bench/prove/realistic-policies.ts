/** Policies as tenants have them: persona after persona, each with an exclusion group of its own, whose overlaps nobody knows. */

type Json = Record<string, unknown>;

const id = (kind: string, index: number) => `${kind}-0000-4000-8000-${String(index).padStart(12, "0")}`;

const APPS = [
  ["Office365"],
  ["797f4846-ba00-4fd7-ba43-dac1f8f63013"],
  ["MicrosoftAdminPortals"],
  ["00000002-0000-0ff1-ce00-000000000000", "00000003-0000-0ff1-ce00-000000000000"],
];
const ROLES = [
  "62e90394-69f5-4237-9190-012177145e10",
  "194ae4cb-b126-40b2-bd5b-6091b380977d",
  "f28a1f50-f6e7-4571-818b-6a12f2af6b6c",
  "29232cdf-9323-42fd-ade2-1d097af3e4de",
  "b1be1c3e-b65d-4f19-8427-f6fa0d97feb9",
];
const PHISHING_RESISTANT = { id: "00000000-0000-0000-0000-000000000004" };

interface Draft {
  readonly users?: Json;
  readonly conditions?: Json;
  readonly grant?: Json | null;
  readonly session?: Json;
}

/** Archetypes; a number makes one differ from its like in groups, apps and places. */
const ARCHETYPES: readonly ((index: number) => Draft)[] = [
  () => ({ grant: { operator: "OR", builtInControls: ["mfa"] } }),
  () => ({
    conditions: { clientAppTypes: ["exchangeActiveSync", "other"] },
    grant: { operator: "OR", builtInControls: ["block"] },
  }),
  (index) => ({
    users: { includeRoles: ROLES.slice(0, 1 + (index % 5)) },
    grant: { operator: "OR", authenticationStrength: PHISHING_RESISTANT },
  }),
  (index) => ({
    users: { includeGroups: [id("9e500000", index % 23)] },
    conditions: { applications: { includeApplications: APPS[index % 4] } },
    grant: { operator: "OR", builtInControls: ["compliantDevice", "domainJoinedDevice"] },
  }),
  () => ({
    users: { includeUsers: ["GuestsOrExternalUsers"] },
    session: { signInFrequency: { isEnabled: true, value: 12, type: "hours", frequencyInterval: "timeBased" } },
  }),
  (index) => ({
    conditions: {
      locations: { includeLocations: ["All"], excludeLocations: [id("10ca0000", index % 7)] },
      applications: { includeApplications: [id("a9900000", index % 31)] },
    },
    grant: { operator: "OR", builtInControls: ["block"] },
  }),
  () => ({
    conditions: { signInRiskLevels: ["high", "medium"] },
    grant: { operator: "OR", builtInControls: ["mfa"] },
    session: { signInFrequency: { isEnabled: true, frequencyInterval: "everyTime" } },
  }),
  () => ({
    conditions: { userRiskLevels: ["high"] },
    grant: { operator: "AND", builtInControls: ["mfa", "passwordChange"] },
  }),
  () => ({
    conditions: {
      platforms: { includePlatforms: ["all"], excludePlatforms: ["android", "iOS", "windows", "macOS", "linux"] },
    },
    grant: { operator: "OR", builtInControls: ["block"] },
  }),
  (index) => ({
    users: { includeGroups: [id("9e500000", index % 19)] },
    conditions: {
      platforms: { includePlatforms: ["iOS", "android"] },
      applications: { includeApplications: ["Office365"] },
    },
    grant: { operator: "OR", builtInControls: ["compliantApplication"] },
  }),
  (index) => ({
    conditions: {
      devices: {
        deviceFilter: { mode: "exclude", rule: `device.extensionAttribute${1 + (index % 4)} -eq "SAW${index % 5}"` },
      },
      applications: { includeApplications: APPS[1] },
    },
    users: { includeRoles: [ROLES[index % 5]] },
    grant: { operator: "OR", builtInControls: ["block"] },
  }),
  () => ({
    conditions: { authenticationFlows: { transferMethods: "deviceCodeFlow,authenticationTransfer" } },
    grant: { operator: "OR", builtInControls: ["block"] },
  }),
  () => ({
    conditions: {
      applications: { includeUserActions: ["urn:user:registersecurityinfo"] },
      locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] },
    },
    grant: { operator: "OR", builtInControls: ["mfa"] },
  }),
  () => ({
    conditions: {
      devices: {
        deviceFilter: { mode: "include", rule: 'device.isCompliant -ne True -and device.trustType -ne "ServerAD"' },
      },
      clientAppTypes: ["browser"],
    },
    session: { persistentBrowser: { isEnabled: true, mode: "never" } },
  }),
  (index) => ({
    users: { includeUsers: ["None"] },
    conditions: {
      clientApplications: { includeServicePrincipals: [id("5b000000", index % 11)] },
      locations: { includeLocations: ["All"], excludeLocations: [id("10ca0000", index % 7)] },
    },
    grant: { operator: "OR", builtInControls: ["block"] },
  }),
];

/** The same count always gives the same policies. */
export function realisticPolicies(count: number): Json[] {
  return Array.from({ length: count }, (_, index) => {
    const archetype = ARCHETYPES[index % ARCHETYPES.length] as (index: number) => Draft;
    const draft = archetype(Math.floor(index / ARCHETYPES.length) * 7 + index);
    const isWorkload = "clientApplications" in (draft.conditions ?? {});
    const exclusions = isWorkload ? {} : { excludeGroups: [BREAK_GLASS_GROUP, id("ec000000", index)] };
    return {
      id: id("ca000000", index),
      displayName: `CA${String(index).padStart(3, "0")}`,
      state: "enabled",
      conditions: {
        clientAppTypes: ["all"],
        applications: { includeApplications: ["All"] },
        ...draft.conditions,
        users: { ...(draft.users ?? { includeUsers: ["All"] }), ...exclusions },
      },
      grantControls: draft.grant ?? null,
      sessionControls: draft.session ?? null,
    };
  });
}

const BREAK_GLASS_GROUP = "b9b90000-0000-4000-8000-000000000011";
export const BREAK_GLASS_USER = "b9000000-0000-4000-8000-000000000001";

/** Seven locations of ranges and countries; who is in which group is not known, but for the emergency accounts. */
export const realisticDirectory = {
  appGroups: {
    Office365: [
      "00000002-0000-0ff1-ce00-000000000000",
      "00000003-0000-0ff1-ce00-000000000000",
      "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe",
    ],
    MicrosoftAdminPortals: ["c44b4083-3bb0-49c1-b47d-974e53cbdf3c"],
  },
  namedLocations: Array.from({ length: 7 }, (_, index) =>
    index % 2 === 0
      ? {
          "@odata.type": "#microsoft.graph.ipNamedLocation",
          id: id("10ca0000", index),
          displayName: `Site ${index}`,
          isTrusted: index < 3,
          ipRanges: Array.from({ length: 20 }, (_, range) => ({
            "@odata.type": "#microsoft.graph.iPv4CidrRange",
            cidrAddress: `203.${index * 20 + range}.0.0/${16 + (range % 8)}`,
          })),
        }
      : {
          "@odata.type": "#microsoft.graph.countryNamedLocation",
          id: id("10ca0000", index),
          displayName: `Region ${index}`,
          countriesAndRegions: ["BE", "NL", "LU", "DE", "FR"].slice(0, index),
          includeUnknownCountriesAndRegions: false,
          countryLookupMethod: "clientIpAddress",
        },
  ),
  users: { [BREAK_GLASS_USER]: { groups: [BREAK_GLASS_GROUP], roles: [ROLES[0] ?? ""] } },
  groups: { [BREAK_GLASS_GROUP]: [BREAK_GLASS_USER] },
};
