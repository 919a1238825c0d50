/** Client apps, platforms, locations, risks and flows. */

import { describe, expect, test } from "vitest";
import { askWhatIf, type SignIn } from "../../../src/access/run";
import { ids, policy, signIn, verdict } from "../one-policy";

const ranges = (...cidrs: string[]) => cidrs.map((cidrAddress) => ({ cidrAddress }));
const location = (type: string, id: string, parts: object) => ({
  "@odata.type": `#microsoft.graph.${type}`,
  id,
  displayName: id,
  ...parts,
});
const BY_GPS = "10ca0000-0000-4000-8000-000000000033";
const WITH_UNKNOWN = "10ca0000-0000-4000-8000-000000000034";
const COMPLIANT = "3d46dbda-8382-466a-856d-eb00cbc6b910";
const DIRECTORY = {
  mfaTrustedIps: ["198.51.100.64/26"],
  namedLocations: [
    location("ipNamedLocation", ids.hq, { isTrusted: true, ipRanges: ranges("203.0.113.0/24", "2001:db8:1::/48") }),
    location("ipNamedLocation", ids.lab, { isTrusted: false, ipRanges: ranges("198.51.100.0/28", "198.51.100.8/29") }),
    location("countryNamedLocation", ids.benelux, { countriesAndRegions: ["BE", "NL", "LU"] }),
    location("countryNamedLocation", WITH_UNKNOWN, {
      countriesAndRegions: ["BE"],
      includeUnknownCountriesAndRegions: true,
    }),
    location("countryNamedLocation", BY_GPS, {
      countriesAndRegions: ["BE"],
      countryLookupMethod: "authenticatorAppGps",
    }),
  ],
};

type Case = readonly [string, object, Partial<SignIn>, string];

const CLIENT_CASES: readonly Case[] = [
  ["all clients", { clientAppTypes: ["all"] }, { clientAppType: "other" }, "applies"],
  ["nothing configured is all clients", { clientAppTypes: [] }, { clientAppType: "exchangeActiveSync" }, "applies"],
  ["in another case", { clientAppTypes: ["All"] }, { clientAppType: "other" }, "applies"],
  ["browsers", { clientAppTypes: ["browser"] }, { clientAppType: "browser" }, "applies"],
  ["not browsers", { clientAppTypes: ["browser"] }, { clientAppType: "mobileAppsAndDesktopClients" }, "clientApps"],
  ["legacy clients", { clientAppTypes: ["exchangeActiveSync", "other"] }, { clientAppType: "other" }, "applies"],
  [
    "modern clients, a legacy one",
    { clientAppTypes: ["browser", "mobileAppsAndDesktopClients"] },
    { clientAppType: "other" },
    "clientApps",
  ],
  [
    "supported ActiveSync",
    { clientAppTypes: ["easSupported"] },
    { clientAppType: "exchangeActiveSync", devicePlatform: "iOS" },
    "applies",
  ],
  [
    "ActiveSync elsewhere",
    { clientAppTypes: ["easSupported"] },
    { clientAppType: "exchangeActiveSync", devicePlatform: "macOS" },
    "clientApps",
  ],
];

const PLATFORM_CASES: readonly Case[] = [
  ["every platform", { platforms: { includePlatforms: ["all"] } }, { devicePlatform: null }, "applies"],
  ["one platform", { platforms: { includePlatforms: ["iOS"] } }, { devicePlatform: "iOS" }, "applies"],
  ["another platform", { platforms: { includePlatforms: ["iOS"] } }, { devicePlatform: "android" }, "devicePlatform"],
  [
    "one platform, not recognised",
    { platforms: { includePlatforms: ["iOS"] } },
    { devicePlatform: null },
    "devicePlatform",
  ],
  [
    "all but known ones, known",
    { platforms: { includePlatforms: ["all"], excludePlatforms: ["windows", "macOS"] } },
    { devicePlatform: "macOS" },
    "devicePlatform",
  ],
  [
    "all but known ones, not recognised",
    { platforms: { includePlatforms: ["all"], excludePlatforms: ["windows", "macOS"] } },
    { devicePlatform: null },
    "applies",
  ],
];

const from = (ipAddress: string | null, parts: object = {}) => ({ network: { ipAddress, ...parts } });
const inside = (...includeLocations: string[]) => ({ locations: { includeLocations } });
const outside = (...excludeLocations: string[]) => ({ locations: { includeLocations: ["All"], excludeLocations } });

const LOCATION_CASES: readonly Case[] = [
  ["any address", inside("All"), from("192.0.2.10"), "applies"],
  ["first of a range", inside(ids.hq), from("203.0.113.0"), "applies"],
  ["last of a range", inside(ids.hq), from("203.0.113.255"), "applies"],
  ["behind a range", inside(ids.hq), from("203.0.114.0"), "location"],
  ["before a range", inside(ids.hq), from("203.0.112.255"), "location"],
  ["overlapping ranges", inside(ids.lab), from("198.51.100.15"), "applies"],
  ["behind overlapping ranges", inside(ids.lab), from("198.51.100.16"), "location"],
  ["IPv6", inside(ids.hq), from("2001:db8:1:ffff::1"), "applies"],
  ["another IPv6", inside(ids.hq), from("2001:db8:2::1"), "location"],
  ["IPv4 within IPv6", inside(ids.hq), from("::ffff:203.0.113.9"), "applies"],
  ["no address", inside(ids.hq), from(null), "location"],
  ["excluded", outside(ids.hq), from("203.0.113.7"), "location"],
  ["excluded elsewhere", outside(ids.hq), from("192.0.2.10"), "applies"],
  ["trusted", outside("AllTrusted"), from("203.0.113.7"), "location"],
  ["not trusted", outside("AllTrusted"), from("198.51.100.1"), "applies"],
  ["trusted for MFA", outside("AllTrusted"), from("198.51.100.70"), "location"],
  ["trusted for MFA, by its own id", inside("00000000-0000-0000-0000-000000000000"), from("198.51.100.70"), "applies"],
  [
    "X-Forwarded-For does not count",
    outside("AllTrusted"),
    from("192.0.2.77", { xForwardedFor: "203.0.113.7" }),
    "applies",
  ],
  ["a country", inside(ids.benelux), from("192.0.2.1", { country: "nl" }), "applies"],
  ["another country", inside(ids.benelux), from("192.0.2.1", { country: "FR" }), "location"],
  ["an unknown country", inside(ids.benelux), from("192.0.2.1", { country: null }), "location"],
  ["an unknown country where those count", inside(WITH_UNKNOWN), from("192.0.2.1", { country: null }), "applies"],
  ["by GPS", inside(BY_GPS), from("192.0.2.1", { country: "FR", gpsCountry: "BE" }), "applies"],
  [
    "by GPS, the address does not count",
    inside(BY_GPS),
    from("192.0.2.1", { country: "BE", gpsCountry: "FR" }),
    "location",
  ],
  ["by GPS, not told", inside(BY_GPS), from("192.0.2.1", { country: "BE" }), "location"],
  ["the compliant network", outside(COMPLIANT), from("192.0.2.1", { compliantNetwork: true }), "location"],
  ["outside the compliant network", outside(COMPLIANT), from("192.0.2.1"), "applies"],
];

const SIGNAL_CASES: readonly Case[] = [
  ["sign-in risk", { signInRiskLevels: ["high", "medium"] }, { risk: { signIn: "medium" } }, "applies"],
  ["a level that is not listed", { signInRiskLevels: ["medium"] }, { risk: { signIn: "high" } }, "signInRisk"],
  ["no risk listed", { signInRiskLevels: ["none"] }, {}, "applies"],
  ["user risk", { userRiskLevels: ["high"] }, { risk: { user: "high" } }, "applies"],
  ["no user risk", { userRiskLevels: ["high"] }, {}, "userRisk"],
  [
    "both risks, one found",
    { userRiskLevels: ["high"], signInRiskLevels: ["high"] },
    { risk: { user: "high" } },
    "signInRisk",
  ],
  ["insider risk", { insiderRiskLevels: "minor,elevated" }, { risk: { insider: "elevated" } }, "applies"],
  ["another insider risk", { insiderRiskLevels: "minor,elevated" }, { risk: { insider: "moderate" } }, "insiderRisk"],
  ["agent risk is nobody's here", { agentIdRiskLevels: "high" }, {}, "agentIdRisk"],
  [
    "device code flow",
    { authenticationFlows: { transferMethods: "deviceCodeFlow" } },
    { authenticationFlow: "deviceCodeFlow" },
    "applies",
  ],
  [
    "another flow",
    { authenticationFlows: { transferMethods: "deviceCodeFlow" } },
    { authenticationFlow: "authenticationTransfer" },
    "authenticationFlow",
  ],
  [
    "either flow",
    { authenticationFlows: { transferMethods: "deviceCodeFlow,authenticationTransfer" } },
    { authenticationFlow: "authenticationTransfer" },
    "applies",
  ],
  ["no flow", { authenticationFlows: { transferMethods: "deviceCodeFlow" } }, {}, "authenticationFlow"],
  [
    "a session that began with it",
    { authenticationFlows: { transferMethods: "deviceCodeFlow" } },
    { originalTransferMethod: "deviceCodeFlow" },
    "applies",
  ],
  ["flows that are not configured", { authenticationFlows: { transferMethods: "none" } }, {}, "applies"],
];

describe.each([
  ["client apps", CLIENT_CASES],
  ["platforms", PLATFORM_CASES],
  ["locations", LOCATION_CASES],
  ["risks and flows", SIGNAL_CASES],
])("%s", (_, cases) => {
  test.each(cases)("%s", (__, conditions, parts, expected) => {
    expect(verdict(policy({ ...conditions }), signIn(parts), DIRECTORY)).toBe(expected);
  });
});

test("a location that the directory does not have is refused, but not for a policy that is off", () => {
  const unknown = "10ca0000-0000-4000-8000-0000000000ff";
  const asked = (state: string) =>
    askWhatIf({ policies: [policy(inside(unknown), { state })], directory: DIRECTORY, signIn: signIn() });
  expect(asked("enabled").diagnostics).toEqual([
    {
      code: "PKT3011",
      severity: "error",
      message: `the directory has no location \`${unknown}\``,
      pointer: "/policies/0/conditions/locations/includeLocations",
    },
  ]);
  expect(asked("disabled").value?.notApplied).toEqual({ p: "policyNotEnabled" });
});

test("days and hours are not evaluated, but not for a policy that is off", () => {
  const hours = { timeZone: "UTC", daysOfWeek: ["monday"], allDay: true };
  const asked = (times: unknown, state = "enabled") =>
    askWhatIf({ policies: [policy({ times }, { state })], directory: DIRECTORY, signIn: signIn() });
  const message = "the condition `times` is not evaluated";
  const found = [{ code: "PKT3012", severity: "error", message, pointer: "/policies/0/conditions/times" }];
  expect(asked({ includeAllTimes: false, includeDays: hours }).diagnostics).toEqual(found);
  expect(asked({ includeAllTimes: true, excludeDays: hours }).diagnostics).toEqual(found);
  expect(asked({ includeDays: hours }, "disabled").value?.notApplied).toEqual({ p: "policyNotEnabled" });
  for (const always of [null, {}, { includeAllTimes: true, includeDays: null, excludeRange: null }])
    expect(asked(always).value?.applied).toEqual(["p"]);
});
