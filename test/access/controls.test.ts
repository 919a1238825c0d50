/** What is asked, and when it can't be met. */

import { describe, expect, test } from "vitest";
import type { Directory } from "../../src/access/run";
import { ask, ids, policy, signIn } from "./one-policy";

const LEGACY = { clientAppType: "other" };
const ACTIVE_SYNC = { clientAppType: "exchangeActiveSync" };
const DEVICE_CODE = { authenticationFlow: "deviceCodeFlow" };
const guest = (type: string) => ({ who: { external: { type, tenantId: ids.contoso } } });
const GUEST = guest("b2bCollaborationGuest");
const DIRECT = guest("b2bDirectConnectUser");
const INTERNAL = guest("internalGuest");
const on = (devicePlatform: string | null) => ({ devicePlatform });
const TRUST = { inboundTrust: { mfa: true, compliantDevice: true, hybridJoinedDevice: true } };
const FIDO = "57e50000-0000-4000-8000-000000000041";
const PUSH = "57e50000-0000-4000-8000-000000000042";
const NOTHING = "57e50000-0000-4000-8000-000000000043";
const STRENGTHS = {
  authenticationStrengths: [
    { id: FIDO, displayName: "keys", allowedCombinations: ["fido2"] },
    { id: PUSH, displayName: "push", allowedCombinations: ["fido2", "password, microsoftAuthenticatorPush"] },
    { id: NOTHING, displayName: "none", allowedCombinations: [] },
  ],
};
const built = (...builtInControls: string[]) => ({ operator: "OR", builtInControls });
const strength = (id: string) => ({ operator: "OR", authenticationStrength: { id } });

type Parts = Parameters<typeof signIn>[0] & object;

/** Grant controls, sign-in, what comes of it in practice. */
const CASES: readonly (readonly [string, object, Parts, string, Directory?])[] = [
  ["MFA", built("mfa"), {}, "requires"],
  ["MFA, legacy", built("mfa"), LEGACY, "blocked"],
  ["MFA, ActiveSync", built("mfa"), ACTIVE_SYNC, "blocked"],
  ["MFA, device code", built("mfa"), DEVICE_CODE, "requires"],
  ["MFA, guest", built("mfa"), GUEST, "requires"],
  ["MFA, direct connect", built("mfa"), DIRECT, "blocked"],
  ["MFA, direct connect with trust", built("mfa"), DIRECT, "requires", TRUST],
  ["compliant device", built("compliantDevice"), {}, "requires"],
  ["compliant device, legacy", built("compliantDevice"), LEGACY, "blocked"],
  ["compliant device, device code", built("compliantDevice"), DEVICE_CODE, "blocked"],
  ["compliant device, guest", built("compliantDevice"), GUEST, "blocked"],
  ["compliant device, internal guest", built("compliantDevice"), INTERNAL, "requires"],
  ["compliant device, guest with trust", built("compliantDevice"), GUEST, "requires", TRUST],
  ["compliant device, Linux", built("compliantDevice"), on("linux"), "requires"],
  ["compliant device, not recognised", built("compliantDevice"), on(null), "blocked"],
  ["hybrid joined device, Windows", built("domainJoinedDevice"), on("windows"), "requires"],
  ["hybrid joined device, macOS", built("domainJoinedDevice"), on("macOS"), "blocked"],
  ["hybrid joined device, guest with trust", built("domainJoinedDevice"), GUEST, "requires", TRUST],
  ["hybrid joined device, guest", built("domainJoinedDevice"), GUEST, "blocked"],
  ["approved app, iOS", built("approvedApplication"), on("iOS"), "requires"],
  ["approved app, Windows", built("approvedApplication"), on("windows"), "blocked"],
  ["approved app, ActiveSync on iOS", built("approvedApplication"), { ...ACTIVE_SYNC, ...on("iOS") }, "requires"],
  ["approved app, legacy on iOS", built("approvedApplication"), { ...LEGACY, ...on("iOS") }, "blocked"],
  ["app protection, android", built("compliantApplication"), on("android"), "requires"],
  ["app protection, a browser on Windows", built("compliantApplication"), on("windows"), "requires"],
  [
    "app protection, an app on Windows",
    built("compliantApplication"),
    { ...on("windows"), clientAppType: "mobileAppsAndDesktopClients" },
    "blocked",
  ],
  ["app protection, guest with trust", built("compliantApplication"), { ...GUEST, ...on("iOS") }, "blocked", TRUST],
  ["password change", { operator: "AND", builtInControls: ["mfa", "passwordChange"] }, {}, "requires"],
  [
    "password change, guest with trust",
    { operator: "AND", builtInControls: ["mfa", "passwordChange"] },
    GUEST,
    "blocked",
    TRUST,
  ],
  ["risk remediation, guest", built("riskRemediation"), GUEST, "blocked"],
  ["risk remediation, legacy", built("riskRemediation"), LEGACY, "blocked"],
  ["phishing resistant", strength("00000000-0000-0000-0000-000000000004"), {}, "requires"],
  ["phishing resistant, guest", strength("00000000-0000-0000-0000-000000000004"), GUEST, "blocked"],
  ["phishing resistant, guest with trust", strength("00000000-0000-0000-0000-000000000004"), GUEST, "requires", TRUST],
  ["MFA strength, guest", strength("00000000-0000-0000-0000-000000000002"), GUEST, "requires"],
  ["own strength of keys, guest", strength(FIDO), GUEST, "blocked", STRENGTHS],
  ["own strength with push, guest", strength(PUSH), GUEST, "requires", STRENGTHS],
  ["own strength of nothing", strength(NOTHING), {}, "blocked", STRENGTHS],
  ["a strength, legacy", strength(PUSH), LEGACY, "blocked", STRENGTHS],
  ["a strength that is not known, guest", strength("57e50000-0000-4000-8000-0000000000ff"), GUEST, "requires"],
  ["terms of use", { operator: "OR", termsOfUse: ["t1"] }, {}, "requires"],
  ["terms of use, legacy", { operator: "OR", termsOfUse: ["t1"] }, LEGACY, "blocked"],
  ["terms of use, direct connect", { operator: "OR", termsOfUse: ["t1"] }, DIRECT, "blocked", TRUST],
  ["custom control, legacy", { operator: "OR", customAuthenticationFactors: ["f1"] }, LEGACY, "blocked"],
  ["one alternative is left", built("compliantDevice", "mfa"), DEVICE_CODE, "requires"],
  ["no alternative is left", built("compliantDevice", "domainJoinedDevice"), DEVICE_CODE, "blocked"],
  [
    "all are required, one can't be met",
    { operator: "AND", builtInControls: ["mfa", "compliantDevice"] },
    DEVICE_CODE,
    "blocked",
  ],
];

describe("in practice", () => {
  test.each(CASES.map(([name, ...rest]) => [name, rest] as const))(
    "%s",
    (_, [grantControls, parts, expected, directory = {}]) => {
      const answer = ask([policy({}, { grantControls })], signIn(parts), directory);
      expect({ says: answer.result, practice: answer.practice.result }).toEqual({
        says: "requires",
        practice: expected,
      });
    },
  );

  test("what stands in the way is said", () => {
    const { practice } = ask([policy({}, { grantControls: built("mfa", "compliantDevice") })], signIn(LEGACY));
    expect(practice).toEqual({
      result: "blocked",
      controls: [["block"]],
      because: [
        "`mfa` can't be met: a legacy client can't do multifactor authentication",
        "`compliantDevice` can't be met: a legacy client passes no device state",
      ],
    });
  });

  test("a block is named", () => {
    const { practice, controls, session } = ask(
      [
        policy(
          {},
          {
            grantControls: built("block"),
            displayName: "No entry",
            sessionControls: { persistentBrowser: { isEnabled: true, mode: "never" } },
          },
        ),
      ],
      signIn(),
    );
    expect({ practice, controls, session }).toEqual({
      practice: { result: "blocked", controls: [["block"]], because: ["`No entry` blocks"] },
      controls: [["block"]],
      session: {},
    });
  });
});

describe("clauses", () => {
  const asking = (id: string, grantControls: object, conditions = {}) => policy(conditions, { id, grantControls });

  test("AND over policies and within AND, OR within OR, each once, without what is implied", () => {
    const { controls, applied } = ask(
      [
        asking("a", built("mfa", "compliantDevice")),
        asking("b", { operator: "AND", builtInControls: ["compliantDevice", "mfa"] }),
        asking("c", built("compliantDevice", "mfa")),
        asking("d", strength(FIDO)),
        asking("e", strength(PUSH)),
        asking("f", { operator: "AND", termsOfUse: ["t1", "t2"], customAuthenticationFactors: ["f1"] }),
      ],
      signIn(),
      STRENGTHS,
    );
    expect(applied).toEqual(["a", "b", "c", "d", "e", "f"]);
    expect(controls).toEqual([
      ["compliantDevice"],
      [`authenticationStrength:${FIDO}`],
      [`authenticationStrength:${PUSH}`],
      ["termsOfUse:t1"],
      ["termsOfUse:t2"],
      ["customAuthenticationFactor:f1"],
    ]);
  });

  test("a strength of single factors does not imply MFA", () => {
    const weak = { authenticationStrengths: [{ id: FIDO, displayName: "sms", allowedCombinations: ["sms"] }] };
    const { controls } = ask([asking("a", built("mfa")), asking("b", strength(FIDO))], signIn(), weak);
    expect(controls).toEqual([["mfa"], [`authenticationStrength:${FIDO}`]]);
  });

  test("registering security information: its strength takes the place of those for all resources", () => {
    const action = { applications: { includeUserActions: ["urn:user:registersecurityinfo"] } };
    const list = [
      asking("all", { operator: "AND", builtInControls: ["compliantDevice"], authenticationStrength: { id: FIDO } }),
      asking("action", strength(PUSH), action),
    ];
    const registering = signIn({ resource: { userAction: "registerSecurityInformation" } });
    const interrupt = { ...STRENGTHS, registrationMode: "interrupt" };
    const push = [`authenticationStrength:${PUSH}`];
    expect(ask(list, registering, interrupt).controls).toEqual([["compliantDevice"], push]);
    expect(ask(list, registering, STRENGTHS).controls).toEqual([
      ["compliantDevice"],
      [`authenticationStrength:${FIDO}`],
      push,
    ]);
    expect(ask(list, signIn(), interrupt).controls).toEqual([["compliantDevice"], [`authenticationStrength:${FIDO}`]]);
    const off = list.map((each) => (each.id === "action" ? { ...each, state: "disabled" } : each));
    expect(ask(off, registering, interrupt).controls).toEqual([
      ["compliantDevice"],
      [`authenticationStrength:${FIDO}`],
    ]);
  });

  test("approved client app retires", () => {
    const approved = (asOf?: string) =>
      ask([asking("a", built("approvedApplication", "compliantApplication"))], signIn(on("iOS")), asOf ? { asOf } : {})
        .controls;
    expect(approved()).toEqual([["approvedApplication", "compliantApplication"]]);
    expect(approved("2026-02-28")).toEqual([["approvedApplication", "compliantApplication"]]);
    expect(approved("2026-03-01")).toEqual([["compliantApplication"]]);
    const alone = ask([asking("a", built("approvedApplication"))], signIn(on("iOS")), { asOf: "2026-12-01" });
    expect([alone.result, alone.applied]).toEqual(["granted", ["a"]]);
  });
});

describe("report-only", () => {
  const reported = (grantControls: object | null, parts: Parts = {}, conditions = {}) =>
    ask([policy(conditions, { state: "enabledForReportingButNotEnforced", grantControls })], signIn(parts));

  test.each<readonly [string, object | null, Parts, string]>([
    ["a block", built("block"), {}, "reportOnlyFailure"],
    ["MFA that is not done", built("mfa"), {}, "reportOnlyInterrupted"],
    ["MFA that is done", built("mfa"), { satisfied: ["mfa"] }, "reportOnlySuccess"],
    ["MFA done by a strength", built("mfa"), { satisfied: ["authenticationStrength:x"] }, "reportOnlySuccess"],
    ["a device that is not compliant", built("compliantDevice"), {}, "reportOnlyFailure"],
    [
      "a device that is",
      built("compliantDevice"),
      { device: { registered: true, isCompliant: true } },
      "reportOnlySuccess",
    ],
    [
      "a hybrid joined device",
      built("domainJoinedDevice"),
      { device: { registered: true, trustType: "ServerAD" } },
      "reportOnlySuccess",
    ],
    ["a device or the user", built("compliantDevice", "mfa"), {}, "reportOnlyInterrupted"],
    [
      "a device and the user",
      { operator: "AND", builtInControls: ["compliantDevice", "mfa"] },
      {},
      "reportOnlyFailure",
    ],
    ["terms of use", { operator: "OR", termsOfUse: ["t1"] }, {}, "reportOnlyInterrupted"],
    ["a session alone", null, {}, "reportOnlySuccess"],
  ])("%s", (_, grantControls, parts, expected) => {
    const answer = reported(grantControls, parts);
    expect([answer.reportOnly, answer.applied, answer.notApplied, answer.result]).toEqual([
      { p: expected },
      [],
      {},
      "granted",
    ]);
  });

  test("does not apply", () => {
    const answer = reported(built("mfa"), {}, { users: { includeUsers: [ids.omar] } });
    expect([answer.reportOnly, answer.notApplied]).toEqual([{ p: "reportOnlyNotApplied" }, { p: "users" }]);
  });

  test("a user action is not evaluated", () => {
    const action = { applications: { includeUserActions: ["urn:user:registersecurityinfo"] } };
    const answer = reported(built("mfa"), { resource: { userAction: "registerSecurityInformation" } }, action);
    expect(answer.reportOnly).toEqual({ p: "reportOnlyNotApplied" });
  });
});

describe("session", () => {
  const carrying = (id: string, sessionControls: object) => policy({}, { id, grantControls: null, sessionControls });

  test("all controls in their short form", () => {
    const { session } = ask(
      [
        carrying("a", {
          signInFrequency: { isEnabled: true, value: 12, type: "hours", frequencyInterval: "timeBased" },
          persistentBrowser: { isEnabled: true, mode: "never" },
          applicationEnforcedRestrictions: { isEnabled: true },
          cloudAppSecurity: { isEnabled: true, cloudAppSecurityType: "blockDownloads" },
          continuousAccessEvaluation: { mode: "strictLocation" },
          disableResilienceDefaults: true,
          secureSignInSession: { isEnabled: true },
          globalSecureAccessFilteringProfile: { isEnabled: true, profileId: "x" },
        }),
      ],
      signIn(),
    );
    expect(session).toEqual({
      signInFrequency: "12 hours",
      persistentBrowser: "never",
      applicationEnforcedRestrictions: true,
      cloudAppSecurity: "blockDownloads",
      continuousAccessEvaluation: "strictLocation",
      disableResilienceDefaults: true,
      secureSignInSession: true,
      globalSecureAccessFilteringProfile: "x",
    });
  });

  test("what is switched off is not carried", () => {
    const { session } = ask(
      [
        carrying("a", {
          signInFrequency: { isEnabled: false, value: 12, type: "hours" },
          persistentBrowser: { isEnabled: false, mode: "never" },
          applicationEnforcedRestrictions: { isEnabled: false },
          cloudAppSecurity: { isEnabled: false, cloudAppSecurityType: "monitorOnly" },
          disableResilienceDefaults: false,
          secureSignInSession: { isEnabled: false },
        }),
      ],
      signIn(),
    );
    expect(session).toEqual({});
  });

  test.each([
    [
      { signInFrequency: { isEnabled: true, value: 1, type: "days" } },
      { signInFrequency: { isEnabled: true, value: 4, type: "hours" } },
      { signInFrequency: "4 hours" },
    ],
    [
      { signInFrequency: { isEnabled: true, frequencyInterval: "everyTime" } },
      { signInFrequency: { isEnabled: true, value: 1, type: "hours" } },
      { signInFrequency: "everyTime" },
    ],
    [
      { persistentBrowser: { isEnabled: true, mode: "always" } },
      { persistentBrowser: { isEnabled: true, mode: "never" } },
      { persistentBrowser: "never" },
    ],
  ])("of two values the strictest is given: %o, %o", (one, other, expected) => {
    expect(ask([carrying("a", one), carrying("b", other)], signIn()).session).toEqual(expected);
    expect(ask([carrying("b", other), carrying("a", one)], signIn()).session).toEqual(expected);
  });
});
