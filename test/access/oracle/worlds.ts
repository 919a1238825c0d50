/** Small random worlds: policies over a few groups, roles, apps, places and controls, and every sign-in that there can be in them. */

import fc from "fast-check";
import type { OracleConditions, OraclePolicy, OracleSignIn } from "./interpret";

export const GROUPS = ["f1000000-0000-4000-8000-000000000001", "f1000000-0000-4000-8000-000000000002"] as const;
export const ROLE = "62e90394-69f5-4237-9190-012177145e10";
export const USER = "b9000000-0000-4000-8000-000000000001";
export const APPS = ["a9900000-0000-4000-8000-000000000001", "a9900000-0000-4000-8000-000000000002"] as const;
const OTHER_APP = "a9900000-0000-4000-8000-000000000003";
const SOMEBODY = "b9000000-0000-4000-8000-000000000002";
const HQ = "10ca0000-0000-4000-8000-000000000001";
const LAB = "10ca0000-0000-4000-8000-000000000002";

export const DIRECTORY = {
  namedLocations: [
    ipLocation(HQ, true, "203.0.113.0/24"),
    ipLocation(LAB, false, "203.0.113.128/25", "198.51.100.0/28"),
  ],
};

function ipLocation(id: string, isTrusted: boolean, ...cidrs: readonly string[]) {
  const ipRanges = cidrs.map((cidrAddress) => ({ "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress }));
  return { "@odata.type": "#microsoft.graph.ipNamedLocation", id, displayName: id, isTrusted, ipRanges };
}

const some = <Value>(...values: readonly Value[]) =>
  fc.subarray([...values], { maxLength: Math.min(2, values.length) });
const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 1 });

const users: fc.Arbitrary<OracleConditions["users"]> = fc.record({
  includeUsers: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(["All"], ["GuestsOrExternalUsers"], [USER]) },
    { weight: 1, arbitrary: fc.constant([]) },
  ),
  excludeUsers: fc.constantFrom<string[]>([], [], ["GuestsOrExternalUsers"], [USER]),
  includeGroups: some(...GROUPS),
  excludeGroups: some(...GROUPS),
  includeRoles: some(ROLE),
  excludeRoles: fc.constantFrom<string[]>([], [], [ROLE]),
});

const conditions: fc.Arbitrary<OracleConditions> = fc
  .record({
    users,
    applications: fc.oneof(
      fc.record({ includeApplications: fc.constant(["All"]), excludeApplications: some(...APPS) }),
      fc.record({ includeApplications: fc.subarray([...APPS], { minLength: 1 }) }),
    ),
    clientAppTypes: fc.constantFrom(
      ["all"],
      ["all"],
      ["browser", "mobileAppsAndDesktopClients"],
      ["exchangeActiveSync", "other"],
      ["browser"],
    ),
    platforms: optional(
      fc.record({
        includePlatforms: fc.constantFrom(["all"], ["iOS"], ["windows", "macOS"]),
        excludePlatforms: some("windows", "iOS"),
      }),
    ),
    locations: optional(
      fc.record({
        includeLocations: fc.constantFrom(["All"], [HQ], [LAB]),
        excludeLocations: some("AllTrusted", HQ, LAB),
      }),
    ),
    devices: optional(
      fc.record({
        deviceFilter: fc.record({
          mode: fc.constantFrom("include", "exclude"),
          rule: fc.constantFrom(
            "device.isCompliant -eq True",
            "device.isCompliant -ne True",
            'device.trustType -eq "ServerAD"',
            'device.trustType -ne "ServerAD"',
          ),
        }),
      }),
    ),
    signInRiskLevels: optional(fc.constantFrom(["high"], ["high", "medium"])),
    authenticationFlows: optional(
      fc.record({ transferMethods: fc.constantFrom("deviceCodeFlow", "deviceCodeFlow,authenticationTransfer") }),
    ),
  })
  // The ActiveSync quirk (a role or guests select everybody) is tested by itself.
  .map(
    ({ clientAppTypes, ...rest }) =>
      ({ ...withoutAbsent(rest), clientAppTypes: quirkFree(clientAppTypes, rest.users) }) as OracleConditions,
  );

function quirkFree(
  types: readonly string[],
  { includeUsers = [], includeRoles = [] }: OracleConditions["users"],
): readonly string[] {
  const isQuirky = includeRoles.length > 0 || includeUsers.includes("GuestsOrExternalUsers");
  return isQuirky && types.includes("exchangeActiveSync") ? ["other"] : types;
}

function withoutAbsent<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Value;
}

const grantControls: fc.Arbitrary<OraclePolicy["grantControls"]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ operator: "OR", builtInControls: ["block"] }) },
  { weight: 4, arbitrary: fc.constant({ operator: "OR", builtInControls: ["mfa"] }) },
  {
    weight: 4,
    arbitrary: fc.record({
      operator: fc.constantFrom("AND", "OR"),
      builtInControls: fc.subarray(["mfa", "compliantDevice", "domainJoinedDevice", "compliantApplication"], {
        minLength: 1,
      }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      operator: fc.constantFrom("AND", "OR"),
      builtInControls: fc.constantFrom<string[]>([], ["compliantDevice"]),
      authenticationStrength: fc.constant({ id: "00000000-0000-0000-0000-000000000004" }),
    }),
  },
  { weight: 1, arbitrary: fc.constant(null) },
);

const NEVER_PERSISTENT = { persistentBrowser: { isEnabled: true, mode: "never" } };

export const policies: fc.Arbitrary<readonly OraclePolicy[]> = fc
  .array(
    fc.record({
      conditions,
      grantControls,
      state: fc.constantFrom("enabled", "enabled", "enabled", "enabled", "enabledForReportingButNotEnforced"),
      hasSession: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) =>
    list.map(({ hasSession, ...policy }, index) => ({
      id: `p${index}`,
      ...policy,
      sessionControls: hasSession || policy.grantControls === null ? NEVER_PERSISTENT : null,
    })),
  );

/** A world of more sign-ins takes too long to list; the prover does not mind. */
const SIGN_INS_MAX = 20_000;

/** Every value of a dimension, cut down to an ordinary one where no policy and no control can tell them apart; undefined where there are too many. */
export function everySignIn(list: readonly OraclePolicy[]): readonly OracleSignIn[] | undefined {
  const has = (test: (conditions: OracleConditions) => unknown) =>
    list.some((policy) => Boolean(test(policy.conditions)));
  const asks = (...names: readonly string[]) =>
    list.some(({ grantControls: grant }) => grant?.builtInControls?.some((control) => names.includes(control)));
  const asksDevice = asks("compliantDevice", "domainJoinedDevice", "compliantApplication");
  const external = [null, guest("b2bCollaborationGuest"), guest("b2bDirectConnectUser"), guest("internalGuest")];
  const platforms =
    asksDevice || has(({ platforms: condition }) => condition) ? ["windows", "iOS", "macOS", null] : ["windows"];
  const addresses = has(({ locations }) => locations)
    ? ["192.0.2.1", "203.0.113.1", "203.0.113.200", "198.51.100.3"]
    : ["192.0.2.1"];
  const devices = has(({ devices: condition }) => condition)
    ? [
        { registered: false },
        { registered: true, isCompliant: true, trustType: "AzureAD" },
        { registered: true, isCompliant: true, trustType: "ServerAD" },
        { registered: true, isCompliant: false, trustType: "ServerAD" },
        { registered: true, isCompliant: false, trustType: "AzureAD" },
      ]
    : [{ registered: false }];
  const risks = has(({ signInRiskLevels }) => signInRiskLevels) ? ["none", "medium", "high"] : ["none"];
  const flows =
    asksDevice || has(({ authenticationFlows }) => authenticationFlows)
      ? ["none", "deviceCodeFlow", "authenticationTransfer"]
      : ["none"];
  const originals = has(({ authenticationFlows }) => authenticationFlows)
    ? [null, "deviceCodeFlow", "authenticationTransfer"]
    : [null];
  const clients = ["browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "other"];
  const who = identities(list, external);
  const apps = [...APPS, OTHER_APP];
  const sizes = [who, apps, clients, platforms, addresses, devices, risks, flows, originals].map(
    ({ length }) => length,
  );
  if (sizes.reduce((product, size) => product * size, 1) > SIGN_INS_MAX) return undefined;
  const signIns: OracleSignIn[] = [];
  for (const identity of who)
    for (const appId of apps)
      for (const clientAppType of clients) {
        const isLegacy = clientAppType === "exchangeActiveSync" || clientAppType === "other";
        for (const devicePlatform of platforms)
          for (const ipAddress of addresses)
            for (const device of devices)
              for (const signIn of risks)
                for (const authenticationFlow of isLegacy ? ["none"] : flows)
                  for (const originalTransferMethod of isLegacy ? [null] : originals)
                    signIns.push({
                      identity,
                      resource: { appId },
                      clientAppType,
                      devicePlatform,
                      network: { ipAddress, country: null },
                      device,
                      risk: { signIn },
                      authenticationFlow,
                      originalTransferMethod,
                    });
      }
  return signIns;
}

function guest(type: string): OracleSignIn["identity"]["external"] {
  return { type, tenantId: "7e4a0000-0000-4000-8000-000000000001" };
}

/** Members and guests in and out of what some policy mentions. */
function identities(
  list: readonly OraclePolicy[],
  external: readonly OracleSignIn["identity"]["external"][],
): readonly OracleSignIn["identity"][] {
  const mentioned = JSON.stringify(list);
  const role = { roleTemplateId: ROLE, directoryScopeId: "/", isBuiltIn: true };
  const groups = GROUPS.filter((group) => mentioned.includes(group));
  const roles = mentioned.includes(ROLE) ? [[], [role]] : [[]];
  const ids = mentioned.includes(USER) ? [SOMEBODY, USER] : [SOMEBODY];
  return subsets(groups).flatMap((inside) =>
    roles.flatMap((assigned) =>
      ids.flatMap((id) =>
        external.map((home) => ({ type: "user" as const, id, groups: inside, roles: assigned, external: home })),
      ),
    ),
  );
}

function subsets(values: readonly string[]): readonly (readonly string[])[] {
  return values.reduce<readonly (readonly string[])[]>(
    (all, value) => all.flatMap((each) => [each, each.concat(value)]),
    [[]],
  );
}
