/** Questions that can't be read, and questions that are hard on purpose. */

import { describe, expect, test } from "vitest";
import { askProof, askWhatIf, type Directory, refusalOf, type SignIn } from "../../src/access/run";
import { ids, policy, signIn } from "./one-policy";

const ask = (parts: object, directory: Directory = {}, policies: readonly unknown[] = [policy()]) =>
  askWhatIf({ policies, directory, signIn: { ...signIn(), ...parts } as SignIn });

describe("sign-ins", () => {
  test.each<readonly [object, string, string]>([
    [{ clientAppType: "phone" }, "/signIn/clientAppType", "unknown value `phone` of `clientAppType`"],
    [{ devicePlatform: "all" }, "/signIn/devicePlatform", "unknown value `all` of `devicePlatform`"],
    [{ risk: { signIn: "elevated" } }, "/signIn/risk/signIn", "unknown value `elevated` of `signIn`"],
    [{ risk: { insider: "high" } }, "/signIn/risk/insider", "unknown value `high` of `insider`"],
    [
      { authenticationFlow: "deviceCode" },
      "/signIn/authenticationFlow",
      "unknown value `deviceCode` of `authenticationFlow`",
    ],
    [
      { originalTransferMethod: "qr" },
      "/signIn/originalTransferMethod",
      "unknown value `qr` of `originalTransferMethod`",
    ],
    [{ network: { ipAddress: "203.0.113" } }, "/signIn/network/ipAddress", "`203.0.113` is not an address"],
    [{ network: { ipAddress: "203.0.113.256" } }, "/signIn/network/ipAddress", "`203.0.113.256` is not an address"],
    [{ network: { ipAddress: "1:2:3:4:5:6:7" } }, "/signIn/network/ipAddress", "`1:2:3:4:5:6:7` is not an address"],
    [
      { identity: { type: "user", id: "x", external: { type: "visitor" } } },
      "/signIn/identity/external/type",
      "unknown value `visitor` of `type`",
    ],
    [
      { resource: {} },
      "/signIn/resource",
      "a sign-in has exactly one of `appId`, `userAction` and `authenticationContext`",
    ],
    [
      { resource: { appId: "x", userAction: "registerSecurityInformation" } },
      "/signIn/resource",
      "a sign-in has exactly one of `appId`, `userAction` and `authenticationContext`",
    ],
    [
      { resource: { userAction: "registerPhone" } },
      "/signIn/resource/userAction",
      "unknown value `registerPhone` of `userAction`",
    ],
    [
      { resource: { appId: "x", clientType: "secret" } },
      "/signIn/resource/clientType",
      "unknown value `secret` of `clientType`",
    ],
  ])("%o", (parts, pointer, message) => {
    const { value, diagnostics } = ask(parts);
    expect(value).toBeUndefined();
    expect(diagnostics.map((each) => [each.code, each.pointer, each.message])).toEqual([["PKT3010", pointer, message]]);
    expect(refusalOf(diagnostics)).toBe("invalid");
  });

  test("names in any case, and what is left out", () => {
    const { value } = ask({ clientAppType: "BROWSER", devicePlatform: "ios", risk: null, network: null, device: null });
    expect(value?.applied).toEqual(["p"]);
  });

  test("IPv6 in its many forms", () => {
    const directory = {
      namedLocations: [
        {
          "@odata.type": "#microsoft.graph.ipNamedLocation",
          id: ids.hq,
          displayName: "HQ",
          ipRanges: [{ cidrAddress: "2001:db8:0:1::/64" }, { cidrAddress: "::ffff:0:0/96" }],
        },
      ],
    };
    const at = policy({ locations: { includeLocations: [ids.hq] } });
    const isInside = (ipAddress: string) =>
      ask({ network: { ipAddress } }, directory, [at]).value?.applied.length === 1;
    expect(
      ["2001:db8::1:0:0:0:9", "2001:0DB8:0000:0001::", "2001:db8:0:1:ffff:ffff:255.255.255.255", "2001:db8:0:2::1"].map(
        isInside,
      ),
    ).toEqual([true, true, true, false]);
  });
});

describe("directories", () => {
  test.each<readonly [Directory, string, string]>([
    [
      { namedLocations: [{ "@odata.type": "#microsoft.graph.place", id: "x" }] },
      "PKT3090",
      "/directory/namedLocations/0",
    ],
    [
      { namedLocations: [{ id: "x", ipRanges: [{ cidrAddress: "here" }] }] },
      "PKT3091",
      "/directory/namedLocations/0/ipRanges/0/cidrAddress",
    ],
    [{ namedLocations: [{ id: "x", ipRange: [] }] }, "PKT3002", "/directory/namedLocations/0/ipRange"],
    [{ mfaTrustedIps: ["10.0.0.0/8", "x"] }, "PKT3091", "/directory/mfaTrustedIps/1"],
    [
      { authenticationStrengths: [{ id: "x", allowedCombinations: "fido2" }] },
      "PKT3001",
      "/directory/authenticationStrengths/0/allowedCombinations",
    ],
  ])("%o", (directory, code, pointer) => {
    const { value, diagnostics } = ask({}, directory);
    expect(value).toBeUndefined();
    expect(diagnostics.map((each) => [each.code, each.pointer])).toEqual([[code, pointer]]);
  });
});

describe("policies", () => {
  test("an unknown control is refused, in a proof too", () => {
    const unknown = policy({}, { grantControls: { operator: "OR", builtInControls: ["compliantNetwork"] } });
    expect(ask({}, {}, [unknown]).diagnostics.map(({ code }) => code)).toEqual(["PKT3004"]);
    const proof = askProof({ policies: [unknown], directory: {}, question: { kind: "mfaAlways" } });
    expect([proof.value, proof.diagnostics.map(({ code }) => code)]).toEqual([undefined, ["PKT3004"]]);
  });

  test("several controls without an operator are not guessed at", () => {
    const { value, diagnostics } = ask({}, {}, [
      policy({}, { grantControls: { builtInControls: ["mfa", "compliantDevice"] } }),
    ]);
    expect([value, refusalOf(diagnostics)]).toEqual([undefined, "unsupported"]);
  });

  test("what is assumed is said", () => {
    const codes = (parts: object, ...policies: readonly unknown[]) =>
      ask(parts, {}, policies).diagnostics.map(({ message }) => message);
    expect(codes({ resource: { authenticationContext: "c1" } }, policy())).toEqual([
      "the answer assumes that policies for all resources also apply to a step-up for an authentication context",
    ]);
    expect(codes({ resource: { userAction: "registerOrJoinDevices" } }, policy())).toEqual([
      "the answer assumes that policies for all resources do not apply to registering or joining a device",
    ]);
    const hours = (id: string, value: number) =>
      policy({}, { id, sessionControls: { signInFrequency: { isEnabled: true, value, type: "hours" } } });
    expect(codes({}, hours("a", 4), hours("b", 12))).toEqual([
      "policies set different values of `signInFrequency`; how Entra merges them is not documented, the strictest is given",
    ]);
  });
});

describe("hard questions", () => {
  test("two thousand ranges in a hundred locations", () => {
    const namedLocations = Array.from({ length: 100 }, (_, index) => ({
      "@odata.type": "#microsoft.graph.ipNamedLocation",
      id: `10ca0000-0000-4000-8000-${String(index).padStart(12, "0")}`,
      displayName: `L${index}`,
      isTrusted: index % 2 === 0,
      ipRanges: Array.from({ length: 20 }, (__, range) => ({ cidrAddress: `${20 + index}.${range}.0.0/16` })),
    }));
    const policies = namedLocations.map(({ id }, index) =>
      policy({ locations: { includeLocations: ["All"], excludeLocations: [id] } }, { id: `p${index}` }),
    );
    const { value } = askProof({ policies, directory: { namedLocations }, question: { kind: "mfaAlways" } });
    expect(value).toEqual({ holds: true });
  });

  test("a circle of a thousand groups", () => {
    const name = (index: number) => `f1000000-0000-4000-8000-${String(index % 1000).padStart(12, "0")}`;
    const groupParents = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [name(index), [name(index + 1)]]),
    );
    const one = policy({ users: { includeGroups: [name(0)], excludeGroups: [name(500)] } });
    expect(
      askProof({ policies: [one], directory: { groupParents }, question: { kind: "neverApplies" } }).value,
    ).toEqual({ policies: ["p"] });
  });

  test("a rule of the greatest length", () => {
    const names = Array.from({ length: 120 }, (_, index) => `"device-${index}"`).join(",");
    const rule = `device.displayName -in [${names}]`;
    const one = policy({ devices: { deviceFilter: { mode: "include", rule } } });
    expect(askProof({ policies: [one], directory: {}, question: { kind: "neverApplies" } }).value).toEqual({
      policies: [],
    });
  });

  test("substrings beyond measure over several policies end as a limit", () => {
    const rule = (from: number) =>
      Array.from({ length: 10 }, (_, index) => `device.model -contains "${from + index}x"`).join(" -or ");
    const policies = [0, 10, 20].map((from) =>
      policy({ devices: { deviceFilter: { mode: "include", rule: rule(from) } } }, { id: `p${from}` }),
    );
    const { value, diagnostics } = askProof({ policies, directory: {}, question: { kind: "mfaAlways" } });
    expect([value, diagnostics.map(({ code }) => code), refusalOf(diagnostics)]).toEqual([
      undefined,
      ["PKT3015"],
      "limit",
    ]);
  });
});
