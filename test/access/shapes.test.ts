/** Each key tried wrong once gives one clear finding, with its place. */

import { describe, expect, test } from "vitest";
import { checkNamedLocation, checkPolicyDefinition, checkTenantDefinition } from "../../src/access/check";
import { policy } from "./one-policy";

type Json = Readonly<Record<string, unknown>>;

/** Where in a policy the value goes, the value, code and message. */
const WRONG: readonly (readonly [string, unknown, string, string])[] = [
  ["/displayName", 7, "PKT3001", "a text is expected here, not `7`"],
  ["/state", "on", "PKT3004", "unknown value `on`"],
  [
    "/state",
    true,
    "PKT3001",
    "one of `enabled`, `disabled`, `enabledForReportingButNotEnforced` is expected here, not `true`",
  ],
  ["/stat", "enabled", "PKT3002", "unknown key `stat`"],
  ["/conditions", [], "PKT3001", "an object is expected here, not a list"],
  ["/conditions/user", {}, "PKT3002", "unknown key `user`"],
  ["/conditions/users", "All", "PKT3001", "an object is expected here, not a text"],
  ["/conditions/users/includeUsers", "All", "PKT3001", "a list is expected here, not a text"],
  ["/conditions/users/includeUsers/0", 7, "PKT3001", "a text is expected here, not `7`"],
  ["/conditions/users/includeGroups", {}, "PKT3001", "a list is expected here, not an object"],
  [
    "/conditions/users/includeGuestsOrExternalUsers/guestOrExternalUserTypes",
    "internalGuest,visitor",
    "PKT3004",
    "unknown value `visitor`",
  ],
  [
    "/conditions/users/includeGuestsOrExternalUsers/guestOrExternalUserTypes",
    ["internalGuest"],
    "PKT3001",
    "a text with commas between the values is expected here, not a list",
  ],
  [
    "/conditions/users/includeGuestsOrExternalUsers/externalTenants/membershipKind",
    "some",
    "PKT3004",
    "unknown value `some`",
  ],
  ["/conditions/applications/includeApplication", [], "PKT3002", "unknown key `includeApplication`"],
  ["/conditions/clientAppTypes/0", "phone", "PKT3004", "unknown value `phone`"],
  [
    "/conditions/platforms/includePlatforms/0",
    "unknownFutureValue",
    "PKT3004",
    "`unknownFutureValue` is a placeholder of the API that no policy can use (error 1007)",
  ],
  ["/conditions/locations", [], "PKT3001", "an object is expected here, not a list"],
  ["/conditions/signInRiskLevels/0", "severe", "PKT3004", "unknown value `severe`"],
  ["/conditions/insiderRiskLevels", "high", "PKT3004", "unknown value `high`"],
  ["/conditions/authenticationFlows/transferMethods", "deviceCode", "PKT3004", "unknown value `deviceCode`"],
  ["/grantControls/operator", "XOR", "PKT3004", "unknown value `XOR`"],
  ["/grantControls/builtInControls/0", "compliantNetwork", "PKT3004", "unknown value `compliantNetwork`"],
  ["/grantControls/authenticationStrength", "strong", "PKT3001", "an object is expected here, not a text"],
  ["/sessionControls/signInFrequency/value", 1.5, "PKT3001", "a whole number is expected here, not `1.5`"],
  ["/sessionControls/signInFrequency/isEnabled", "true", "PKT3001", "true or false is expected here, not a text"],
  ["/sessionControls/persistentBrowser/mode", "sometimes", "PKT3004", "unknown value `sometimes`"],
  ["/sessionControls/cloudAppSecurity/cloudAppSecurityType", "block", "PKT3004", "unknown value `block`"],
  ["/sessionControls/continuousAccessEvaluation/mode", "strict", "PKT3004", "unknown value `strict`"],
];

/** A copy with the value put in at a pointer; what is missing on the way is made. */
function withValue(target: unknown, pointer: readonly string[], value: unknown): unknown {
  const [key, ...rest] = pointer;
  if (key === undefined) return value;
  if (/^\d+$/.test(key)) return [withValue(undefined, rest, value)];
  const object = target !== null && typeof target === "object" ? (target as Json) : {};
  return { ...object, [key]: withValue(object[key], rest, value) };
}

describe("policies", () => {
  const sound = policy({ users: { includeUsers: ["All"], excludeGroups: ["b9b90000-0000-4000-8000-000000000011"] } });

  test("a sound one has no finding", () => {
    expect(checkPolicyDefinition(sound)).toEqual([]);
  });

  test.each(WRONG)("%s: %o", (pointer, value, code, message) => {
    const found = checkPolicyDefinition(withValue(sound, pointer.slice(1).split("/"), value));
    expect(found.map((each) => [each.code, each.message, each.pointer])).toEqual([[code, message, pointer]]);
  });

  test("an export as it is pasted", () => {
    const exported = {
      "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#identity/conditionalAccess/policies/$entity",
      ...sound,
      templateId: null,
      createdDateTime: "2026-01-15T12:00:00Z",
      modifiedDateTime: null,
      partialEnablementStrategy: null,
      grantControls: {
        operator: "OR",
        builtInControls: [],
        customAuthenticationFactors: [],
        termsOfUse: [],
        "authenticationStrength@odata.context": "https://graph.microsoft.com/v1.0/$metadata",
        authenticationStrength: {
          id: "00000000-0000-0000-0000-000000000004",
          policyType: "builtIn",
          requirementsSatisfied: "mfa",
        },
      },
    };
    expect(checkPolicyDefinition(exported)).toEqual([
      {
        code: "PKT3003",
        severity: "info",
        message: "`createdDateTime` is written by the service and ignored",
        pointer: "/createdDateTime",
      },
    ]);
  });

  test("help with a slip of the pen, or the list", () => {
    const helpFor = (pointer: string, value: unknown) =>
      checkPolicyDefinition(withValue(sound, pointer.slice(1).split("/"), value)).map(({ help }) => help);
    expect(helpFor("/conditions/platform", {})).toEqual(["did you mean `platforms`?"]);
    expect(helpFor("/conditions/platforms/includePlatforms/0", "ios7")).toEqual(["did you mean `iOS`?"]);
    expect(helpFor("/grantControls/operator", "neither")).toEqual(["one of `AND`, `OR`"]);
  });

  test.each([[null], [[]], ["text"], [7]])("%o is no policy", (definition) => {
    expect(checkPolicyDefinition(definition).map(({ code }) => code)).toEqual(["PKT3001"]);
  });
});

describe("tenants and locations", () => {
  test("findings point into the tenant", () => {
    const location = {
      "@odata.type": "#microsoft.graph.ipNamedLocation",
      displayName: "HQ",
      ipRanges: [{ cidrAddress: "1.0.0.0/7" }],
    };
    const found = checkTenantDefinition({
      policies: [policy({}, { state: "on" })],
      namedLocations: [location],
      notes: "x",
    });
    expect(found.map(({ code, pointer }) => [code, pointer])).toEqual([
      ["PKT3004", "/policies/0/state"],
      ["PKT3092", "/namedLocations/0/ipRanges/0/cidrAddress"],
    ]);
  });

  test.each<readonly [Json, string, string]>([
    [{ ipRanges: [{ cidrAddress: "203.0.113.0" }] }, "PKT3091", "/ipRanges/0/cidrAddress"],
    [{ ipRanges: [{ cidrAddress: "203.0.113.0/33" }] }, "PKT3091", "/ipRanges/0/cidrAddress"],
    [{ ipRanges: [{ cidrAddress: "2001:db8::/129" }] }, "PKT3091", "/ipRanges/0/cidrAddress"],
    [{ ipRanges: [{ cidrAddress: "2001:db8:::/48" }] }, "PKT3091", "/ipRanges/0/cidrAddress"],
    [{ ipRanges: [{ cidrAddress: "2000::/3" }] }, "PKT3092", "/ipRanges/0/cidrAddress"],
    [{ ipRanges: [{ cidrAddress: "192.168.1.0/24" }] }, "PKT3095", "/ipRanges/0/cidrAddress"],
    [{ ipRanges: [] }, "PKT3093", "/ipRanges"],
    [{ ipRanges: Array.from({ length: 2001 }, () => ({ cidrAddress: "203.0.113.0/24" })) }, "PKT3093", "/ipRanges"],
    [{ countriesAndRegions: ["be"] }, "PKT3096", "/countriesAndRegions/0"],
    [{ countriesAndRegions: [] }, "PKT3096", "/countriesAndRegions"],
    [{ "@odata.type": "#microsoft.graph.place" }, "PKT3090", "/@odata.type"],
    [
      {
        ipRanges: [{ cidrAddress: "203.0.113.0/24" }],
        "@odata.type": "#microsoft.graph.countryNamedLocation",
        countriesAndRegions: ["BE"],
      },
      "PKT3099",
      "/ipRanges",
    ],
    [{ countriesAndRegions: ["BE"], countryLookupMethod: "guess" }, "PKT3004", "/countryLookupMethod"],
  ])("%o", (parts, code, pointer) => {
    const found = checkNamedLocation({ displayName: "Somewhere", ...parts });
    expect(found.map((each) => [each.code, each.pointer])).toEqual([[code, pointer]]);
  });
});

describe("what tools write beside a policy", () => {
  const found = (more: Json) =>
    checkPolicyDefinition(policy({}, more)).map(({ code, message }) => `${code} ${message}`);

  test.each<[string, Json]>([
    ["annotations of OData", { "state@odata.type": "#microsoft.graph.conditionalAccessPolicyState" }],
    ["actions of OData", { "#microsoft.graph.restore": { title: "microsoft.graph.restore" } }],
    ["the empty bag of an SDK", { AdditionalProperties: {} }],
  ])("%s say nothing", (_, more) => expect(found(more)).toEqual([]));

  const devices = (deviceFilter: Json) =>
    checkPolicyDefinition(policy({ devices: { deviceFilter } })).map(({ code, message }) => `${code} ${message}`);
  test.each<[Json, readonly string[]]>([
    [{}, []],
    [{ mode: null, rule: null }, []],
    [{ mode: "only", rule: 'device.model -eq "a"' }, ["PKT3004 unknown value `only`"]],
    [{ mode: "include" }, ["PKT3001 a `rule` is expected here"]],
    [{ rule: 'device.model -eq "a"' }, ["PKT3001 a `mode` is expected here"]],
    [
      { Mode: "exclude", rule: null },
      ["PKT3001 a text is expected here, not null", "PKT3005 `Mode` is read as `mode`"],
    ],
  ])("a filter is there whole or not at all: %j", (filter, told) => expect([...devices(filter)].sort()).toEqual(told));

  test("a key newer than the shape says nothing while it is null", () => {
    const users = { includeUsers: ["All"], includeThings: null };
    expect(found({ newPart: null, conditions: { users, newCondition: null } })).toEqual([]);
    expect(found({ newPart: {} })).toEqual(["PKT3002 unknown key `newPart`"]);
  });

  test("a bag with something in it is not passed over", () => {
    expect(found({ additionalProperties: { blockSensitiveActions: {} } })).toEqual([
      "PKT3002 unknown key `additionalProperties`",
    ]);
  });

  test("a whole policy in another case is one finding", () => {
    const pascal = Object.fromEntries(
      Object.entries(policy({})).map(([key, value]) => [key.charAt(0).toUpperCase() + key.slice(1), value]),
    );
    expect(checkPolicyDefinition(pascal).map(({ code, message }) => `${code} ${message}`)).toEqual([
      "PKT3005 `Id` is read as `id`, and 4 more keys in Graph's case too",
    ]);
  });
});
