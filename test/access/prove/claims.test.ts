/** Claims about all sign-ins: what the directory knows, what nobody knows, and witnesses that what-if confirms. */

import { describe, expect, test } from "vitest";
import { askProof, askWhatIf, type Directory, type Proof, type Question, type SignIn } from "../../../src/access/run";
import { ids, policy } from "../one-policy";

type Json = Readonly<Record<string, unknown>>;

const GLASS_GROUP = "b9b90000-0000-4000-8000-000000000011";
const BLOCK = { grantControls: { operator: "OR", builtInControls: ["block"] } };
const KNOWN: Directory = {
  users: { [ids.glass]: { groups: [GLASS_GROUP], roles: [ids.globalAdministrator] } },
  groups: { [GLASS_GROUP]: [ids.glass] },
};
const allBut = (group: string = GLASS_GROUP) => ({ users: { includeUsers: ["All"], excludeGroups: [group] } });

function prove(policies: readonly Json[], question: Question, directory: Directory = {}): Proof {
  const { value, diagnostics } = askProof({ policies, directory, question });
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  return value;
}

function verdict(policies: readonly Json[], question: Question, directory: Directory = {}) {
  const proof = prove(policies, question, directory);
  if (!("holds" in proof)) throw new Error("the question is a claim");
  return proof;
}

/** What what-if says about a witness. */
function seen(policies: readonly Json[], witness: unknown, directory: Directory = {}) {
  const { value } = askWhatIf({ policies, directory, signIn: witness as SignIn });
  return value && { result: value.result, practice: value.practice.result, controls: value.controls };
}

describe("neverBlocked", () => {
  const question: Question = { kind: "neverBlocked", subject: ids.glass };

  test("excluded through its group", () => {
    const policies = [policy(allBut(), { id: "mfa" }), policy(allBut(), { id: "block", ...BLOCK })];
    expect(verdict(policies, question, KNOWN)).toEqual({ holds: true });
  });

  test("a group around its group is excluded", () => {
    const directory = { ...KNOWN, groupParents: { [GLASS_GROUP]: [ids.staff] } };
    expect(verdict([policy(allBut(ids.staff), BLOCK)], question, directory)).toEqual({ holds: true });
  });

  test("not excluded: every policy that blocks is named, and the witness is blocked", () => {
    const policies = [
      policy(allBut(), { id: "mfa" }),
      policy({ platforms: { includePlatforms: ["linux"] } }, { id: "linux", ...BLOCK }),
      policy({ users: { includeRoles: [ids.globalAdministrator] } }, { id: "admins", ...BLOCK }),
      policy({ users: { includeGroups: [ids.staff] } }, { id: "staff", ...BLOCK }),
    ];
    const { witness, ...rest } = verdict(policies, question, KNOWN);
    expect(rest).toEqual({ holds: false, policies: ["linux", "admins"] });
    expect(seen(policies, witness, KNOWN)?.result).toBe("blocked");
  });

  test("a user of whom nothing is known may be in any group", () => {
    expect(verdict([policy({ users: { includeGroups: [ids.staff] } }, BLOCK)], question)).toMatchObject({
      holds: false,
    });
  });

  test("what is asked is told; what can never be met breaks the claim", () => {
    const askedForDevice = policy({}, { grantControls: { operator: "OR", builtInControls: ["compliantDevice"] } });
    expect(verdict([askedForDevice], question, KNOWN)).toEqual({ holds: true, mayRequire: [["compliantDevice"]] });
    const onLegacy = policy({ clientAppTypes: ["other"] });
    expect(verdict([onLegacy], question, KNOWN)).toMatchObject({
      holds: false,
      policies: ["p"],
      mayRequire: [["mfa"]],
    });
  });

  test("policies for service principals and agents are not about a user", () => {
    const none = { includeUsers: ["None"] };
    const policies = [
      policy({ users: none, clientApplications: { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] } }, BLOCK),
      policy(
        { users: none, clientApplications: { includeAgentIdServicePrincipals: ["All"] }, agentIdRiskLevels: "high" },
        BLOCK,
      ),
    ];
    expect(verdict(policies, question, KNOWN)).toEqual({ holds: true });
  });
});

describe("subjects", () => {
  const mfaFor = (subjects: NonNullable<Question["subjects"]>, policies: readonly Json[], directory: Directory = {}) =>
    verdict(policies, { kind: "mfaAlways", subjects }, directory).holds;
  const known = [policy(allBut())];

  test("the emergency account is one of all users, and a member", () => {
    const subjects = [
      "all users",
      "members",
      "guests",
      "all users but break-glass",
      { group: ids.staff },
      { role: ids.globalAdministrator },
    ];
    expect(subjects.map((each) => mfaFor(each as NonNullable<Question["subjects"]>, known, KNOWN))).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  test("the directory may name the emergency accounts", () => {
    const directory = { breakGlass: [ids.omar] };
    const excludesOmar = [policy({ users: { includeUsers: ["All"], excludeUsers: [ids.omar] } })];
    expect(mfaFor("all users but break-glass", excludesOmar, directory)).toBe(true);
    expect(mfaFor("all users but break-glass", excludesOmar, { breakGlass: [ids.glass] })).toBe(false);
  });

  test("where nobody is named, the one group that every policy excludes is taken for theirs, and said so", () => {
    const { value, diagnostics } = askProof({
      policies: known,
      directory: {},
      question: { kind: "mfaAlways", subjects: "guests" },
    });
    expect(value).toEqual({ holds: true });
    expect(diagnostics).toEqual([
      {
        code: "PKT3013",
        severity: "warning",
        message: `taken as the emergency access accounts, because every policy excludes them: group \`${GLASS_GROUP}\``,
        help: "list their members in `directory.groups`, or name the accounts in `directory.breakGlass`",
      },
    ]);
    expect(mfaFor("all users but break-glass", known)).toBe(true);
    expect(mfaFor("all users", known)).toBe(false);
    expect(mfaFor("members", known)).toBe(false);
  });

  test("a group that only some policies exclude, or two of them, may hold anybody", () => {
    const exempt = policy(allBut(ids.staff));
    expect(mfaFor("guests", [policy(allBut(), { id: "other", ...BLOCK }), exempt])).toBe(false);
    const both = policy({ users: { includeUsers: ["All"], excludeGroups: [GLASS_GROUP, ids.staff] } });
    expect(mfaFor("guests", [both])).toBe(false);
  });

  test("a role and a user", () => {
    const admins = [policy({ users: { includeRoles: [ids.globalAdministrator] } })];
    expect(mfaFor({ role: ids.globalAdministrator }, admins)).toBe(true);
    expect(mfaFor("all users", admins)).toBe(false);
    expect(mfaFor({ user: ids.glass }, admins, KNOWN)).toBe(true);
  });

  test("overlaps that nobody knows are holes", () => {
    const policies = [
      policy({ users: { includeUsers: ["All"], excludeGroups: [ids.staff] } }, { id: "a" }),
      policy({ users: { includeUsers: ["All"], excludeGroups: [ids.interns] } }, { id: "b" }),
    ];
    const { holds, witness } = verdict(policies, { kind: "mfaAlways", subjects: "all users" });
    expect(holds).toBe(false);
    expect((witness as { identity: { groups: string[] } }).identity.groups.sort()).toEqual(
      [ids.staff, ids.interns].sort(),
    );
    const apart = { groups: { [ids.staff]: [ids.nina], [ids.interns]: [ids.omar] } };
    expect(mfaFor("all users", policies, apart)).toBe(true);
  });
});

describe("claims", () => {
  const legacyBlock = policy({ clientAppTypes: ["exchangeActiveSync", "other"] }, { id: "legacy", ...BLOCK });
  const modernMfa = policy({ clientAppTypes: ["browser", "mobileAppsAndDesktopClients"] }, { id: "modern" });
  const mfaOrDevice = policy(
    {},
    { id: "either", grantControls: { operator: "OR", builtInControls: ["mfa", "compliantDevice"] } },
  );

  test("MFA or a device is not always MFA; by device code it is", () => {
    expect(verdict([mfaOrDevice], { kind: "mfaAlways" }).holds).toBe(false);
    const byDeviceCode = policy(
      { authenticationFlows: { transferMethods: "deviceCodeFlow" } },
      { grantControls: { operator: "OR", builtInControls: ["mfa", "domainJoinedDevice"] } },
    );
    const blocksOthers = policy(
      { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
      { id: "mfa", grantControls: { operator: "OR", builtInControls: ["mfa", "passwordChange"] } },
    );
    expect(verdict([byDeviceCode, blocksOthers], { kind: "noMfaPath" }).holds).toBe(false);
  });

  test("a path without MFA is shown by a legacy client", () => {
    const { holds, witness } = verdict([modernMfa], { kind: "noMfaPath", subjects: "all users" });
    expect([holds, (witness as SignIn).clientAppType]).toEqual([false, "exchangeActiveSync"]);
    expect(seen([modernMfa], witness)).toEqual({ result: "granted", practice: "granted", controls: [] });
    expect(verdict([modernMfa, legacyBlock], { kind: "noMfaPath", subjects: "all users" })).toEqual({ holds: true });
  });

  test("legacy is blocked by a block, or by what it can't do", () => {
    expect(verdict([legacyBlock], { kind: "legacyAlwaysBlocked" })).toEqual({ holds: true, via: "block" });
    expect(verdict([policy()], { kind: "legacyAlwaysBlocked" })).toEqual({
      holds: true,
      via: "controls that legacy clients can't meet",
    });
    expect(
      verdict([{ ...legacyBlock, state: "enabledForReportingButNotEnforced" }], { kind: "legacyAlwaysBlocked" }).holds,
    ).toBe(false);
  });

  test("a session control that some sign-in does not carry", () => {
    const frequency = {
      sessionControls: { signInFrequency: { isEnabled: true, value: 12, type: "hours" } },
      grantControls: null,
    };
    const question: Question = { kind: "everySignInHas", subjects: "guests", sessionControl: "signInFrequency" };
    expect(verdict([policy({}, frequency)], question)).toEqual({ holds: true });
    expect(verdict([policy({ clientAppTypes: ["browser"] }, frequency)], question).holds).toBe(false);
    expect(
      verdict(
        [policy({ clientAppTypes: ["browser", "mobileAppsAndDesktopClients"] }, frequency), legacyBlock],
        question,
      ),
    ).toEqual({ holds: true });
  });

  test("shut out for good: by what can't be met, not by where somebody is", () => {
    const device = policy(
      {},
      { id: "device", grantControls: { operator: "OR", builtInControls: ["compliantDevice"] } },
    );
    const question: Question = { kind: "permanentlyBlocked", subjects: "guests" };
    expect(verdict([device, legacyBlock], question)).toMatchObject({ holds: true, policies: ["device"] });
    expect(verdict([device, legacyBlock], question, { inboundTrust: { compliantDevice: true } }).holds).toBe(false);
    expect(verdict([mfaOrDevice, legacyBlock], question).holds).toBe(false);
    const country = policy({ platforms: { includePlatforms: ["linux"] } }, { id: "linux", ...BLOCK });
    expect(verdict([country], question).holds).toBe(false);
  });

  test("the older model lets requests for baseline scopes through", () => {
    const excluding = policy({ applications: { includeApplications: ["All"], excludeApplications: [ids.payroll] } });
    const mfaForOthers = policy({ applications: { includeApplications: [ids.payroll] } }, { id: "payroll" });
    const question: Question = { kind: "mfaAlways" };
    expect(verdict([excluding, mfaForOthers], question, { baselineScopeEnforcement: "enforced" }).holds).toBe(true);
    const { holds, witness } = verdict([excluding, mfaForOthers], question, { baselineScopeEnforcement: "legacy" });
    expect([holds, (witness as SignIn).resource.scopes]).toEqual([false, ["openid", "profile"]]);
  });
});

describe("policies that can be spared", () => {
  const admins = { users: { includeRoles: [ids.globalAdministrator] } };
  const strong = {
    grantControls: { operator: "OR", authenticationStrength: { id: "00000000-0000-0000-0000-000000000004" } },
  };
  const never = { grantControls: null, sessionControls: { persistentBrowser: { isEnabled: true, mode: "never" } } };

  test("redundant", () => {
    const list = [
      policy({}, { id: "all" }),
      policy(admins, { id: "admins" }),
      policy(admins, { id: "strong", ...strong }),
    ];
    expect(prove(list, { kind: "redundant" })).toEqual({ redundant: ["admins"] });
    expect(prove([policy({}, { id: "a" }), policy({}, { id: "b" })], { kind: "redundant" })).toEqual({
      redundant: ["a", "b"],
    });
    expect(
      prove([policy(admins, { id: "mfa" }), policy({}, { id: "strong", ...strong })], { kind: "redundant" }),
    ).toEqual({ redundant: ["mfa"] });
    expect(
      prove([policy({}, { id: "a", ...never }), policy(admins, { id: "b", ...never })], { kind: "redundant" }),
    ).toEqual({ redundant: ["b"] });
    expect(prove([policy({}, { id: "a", ...never }), policy({}, { id: "b" })], { kind: "redundant" })).toEqual({
      redundant: [],
    });
  });

  test("a block in the shadow of another", () => {
    const list = [
      policy({}, { id: "all", ...BLOCK }),
      policy(admins, { id: "admins", ...BLOCK }),
      policy(admins, { id: "mfa" }),
    ];
    expect(prove(list, { kind: "redundant" })).toEqual({ redundant: ["admins", "mfa"] });
    expect(prove(list, { kind: "neverDecisive" })).toEqual({ policies: ["admins", "mfa"] });
  });

  test("never applying", () => {
    const list = [
      policy({ applications: { includeApplications: ["None"] } }, { id: "none" }),
      policy({ users: { includeGroups: [ids.staff], excludeGroups: [ids.staff] } }, { id: "contradiction" }),
      policy({ platforms: { includePlatforms: ["iOS"], excludePlatforms: ["iOS"] } }, { id: "platform" }),
      policy(
        { clientAppTypes: ["other"], authenticationFlows: { transferMethods: "deviceCodeFlow" } },
        { id: "legacy by device code" },
      ),
      policy(
        {
          devices: {
            deviceFilter: { mode: "include", rule: 'device.model -startsWith "A" -and device.model -startsWith "B"' },
          },
        },
        { id: "two starts" },
      ),
      policy(
        {
          devices: {
            deviceFilter: {
              mode: "include",
              rule: 'device.model -startsWith "A" -and device.model -endsWith "B" -and device.model -contains "C" -and device.model -ne "ACB"',
            },
          },
        },
        { id: "possible" },
      ),
      policy(
        {
          users: { includeUsers: ["None"] },
          clientApplications: { includeServicePrincipals: [ids.robot] },
          servicePrincipalRiskLevels: ["high"],
        },
        { id: "service principal", ...BLOCK },
      ),
      policy(
        {
          users: { includeUsers: ["None"] },
          clientApplications: { includeServicePrincipals: [ids.robot] },
          platforms: { includePlatforms: ["windows"] },
        },
        { id: "service principal on windows", ...BLOCK },
      ),
      policy({}, { id: "off", state: "disabled" }),
    ];
    expect(prove(list, { kind: "neverApplies" })).toEqual({
      policies: [
        "none",
        "contradiction",
        "platform",
        "legacy by device code",
        "two starts",
        "service principal on windows",
      ],
    });
  });

  test("nested groups", () => {
    const inside = policy({ users: { includeGroups: [ids.interns], excludeGroups: [ids.staff] } }, { id: "interns" });
    expect(prove([inside], { kind: "neverApplies" })).toEqual({ policies: [] });
    expect(prove([inside], { kind: "neverApplies" }, { groupParents: { [ids.interns]: [ids.staff] } })).toEqual({
      policies: ["interns"],
    });
  });
});

describe("questions that can't be answered", () => {
  test.each<readonly [object, string, string]>([
    [{ kind: "neverBlokced" }, "PKT3014", "unknown question `neverBlokced`"],
    [{ kind: "mfaAlways", subjects: "everybody" }, "PKT3014", "`everybody` is nobody that a claim can be about"],
    [{ kind: "mfaAlways", subjects: {} }, "PKT3014", "`subjects` names a `group`, a `role` or a `user`"],
    [
      { kind: "everySignInHas", sessionControl: "signInFrequence" },
      "PKT3014",
      "unknown session control `signInFrequence`",
    ],
    [{ kind: "everySignInHas" }, "PKT3014", "`everySignInHas` names a `sessionControl`"],
  ])("%o", (question, code, message) => {
    const { value, diagnostics } = askProof({ policies: [policy()], directory: {}, question: question as Question });
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code, message, severity: "error" }]);
  });

  test("too many substrings are refused as a limit", () => {
    const rule = Array.from({ length: 11 }, (_, index) => `device.model -contains "${index}x"`).join(" -or ");
    const { value, diagnostics } = askProof({
      policies: [policy({ devices: { deviceFilter: { mode: "include", rule } } })],
      directory: {},
      question: { kind: "mfaAlways" },
    });
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "PKT3015", severity: "error" }]);
  });
});
