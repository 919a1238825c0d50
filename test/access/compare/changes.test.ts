/** What a change means, in sentences; the tables are before, after, and every sentence that is told. */

import { describe, expect, test } from "vitest";
import { askProof, askWhatIf, type Directory, type SignIn } from "../../../src/access/run";
import { ids, policy } from "../one-policy";

type Json = Readonly<Record<string, unknown>>;

const GLASS_GROUP = "b9b90000-0000-4000-8000-000000000011";
const GLASS: Directory = {
  users: { [ids.glass]: { groups: [GLASS_GROUP], roles: [] } },
  groups: { [GLASS_GROUP]: [ids.glass] },
};
const BLOCK = { operator: "OR", builtInControls: ["block"] };
const STRONG = { operator: "OR", authenticationStrength: { id: "00000000-0000-0000-0000-000000000004" } };
const never = { sessionControls: { persistentBrowser: { isEnabled: true, mode: "never" } } };
const frequency = (value: number) => ({
  sessionControls: { signInFrequency: { isEnabled: true, value, type: "hours" } },
});
const unmanaged = {
  devices: {
    deviceFilter: { mode: "include", rule: 'device.isCompliant -ne True -and device.trustType -ne "ServerAD"' },
  },
};
const exchange = { applications: { includeApplications: [ids.exchange] } };
const location = (...cidrs: string[]) => ({
  "@odata.type": "#microsoft.graph.ipNamedLocation",
  id: ids.hq,
  displayName: "Headquarters",
  isTrusted: true,
  ipRanges: cidrs.map((cidrAddress) => ({ cidrAddress })),
});

function changes(
  before: readonly Json[],
  after: readonly Json[],
  directory: Directory = {},
  directoryBefore?: Directory,
) {
  const { value, diagnostics } = askProof({
    policies: after,
    before,
    directory,
    question: { kind: "diff" },
    ...(directoryBefore && { directoryBefore }),
  });
  if (!value || !("changes" in value)) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  return value.changes;
}

const told = (...parts: Parameters<typeof changes>) =>
  changes(...parts).map(({ effect, sentence }) => `${effect}: ${sentence}`);

const CASES: readonly (readonly [string, readonly Json[], readonly Json[], readonly string[]])[] = [
  ["nothing", [policy()], [policy()], []],
  ["a new name and id", [policy()], [policy({}, { id: "other", displayName: "other" })], []],
  ["one policy more that says the same", [policy()], [policy(), policy({}, { id: "again" })], []],
  [
    "split by client",
    [policy()],
    ["browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "other"].map((type) =>
      policy({ clientAppTypes: [type] }, { id: type }),
    ),
    [],
  ],
  [
    "a policy that is off",
    [policy()],
    [policy(), policy({}, { id: "off", state: "disabled", grantControls: BLOCK })],
    [],
  ],
  ["nothing asked any more", [policy()], [], ["weaker: users no longer need MFA"]],
  ["something asked", [], [policy()], ["stronger: users now need MFA"]],
  [
    "guests on unmanaged devices",
    [policy({ users: { includeUsers: ["GuestsOrExternalUsers"] }, ...unmanaged, ...exchange })],
    [],
    ["weaker: guests on unmanaged devices no longer need MFA for Office 365 Exchange Online"],
  ],
  [
    "report-only",
    [policy({ clientAppTypes: ["exchangeActiveSync", "other"] }, { grantControls: BLOCK })],
    [
      policy(
        { clientAppTypes: ["exchangeActiveSync", "other"] },
        { grantControls: BLOCK, state: "enabledForReportingButNotEnforced" },
      ),
    ],
    ["weaker: users with legacy clients are no longer blocked"],
  ],
  ["a block instead of MFA", [policy()], [policy({}, { grantControls: BLOCK })], ["stronger: users are now blocked"]],
  [
    "MFA instead of a block",
    [policy({}, { grantControls: BLOCK })],
    [policy()],
    ["weaker: users are no longer blocked and need MFA"],
  ],
  [
    "a weaker strength",
    [policy({}, { grantControls: STRONG })],
    [policy()],
    ["weaker: users need MFA instead of phishing-resistant MFA"],
  ],
  [
    "an alternative",
    [policy()],
    [policy({}, { grantControls: { operator: "OR", builtInControls: ["mfa", "compliantDevice"] } })],
    ["weaker: users need MFA or a compliant device instead of MFA"],
  ],
  [
    "another control",
    [policy()],
    [policy({}, { grantControls: { operator: "OR", builtInControls: ["compliantDevice"] } })],
    ["different: users need a compliant device instead of MFA"],
  ],
  [
    "one application more",
    [policy(exchange)],
    [policy({ applications: { includeApplications: [ids.exchange, ids.sharePoint] } })],
    ["stronger: users now need MFA for Office 365 SharePoint Online"],
  ],
  [
    "an application excluded",
    [policy()],
    [policy({ applications: { includeApplications: ["All"], excludeApplications: [ids.exchange] } })],
    ["weaker: users no longer need MFA for Office 365 Exchange Online"],
  ],
  [
    "a group excluded",
    [policy()],
    [policy({ users: { includeUsers: ["All"], excludeGroups: [ids.staff] } })],
    [`weaker: users in group \`${ids.staff}\` no longer need MFA`],
  ],
  [
    "a session control gone",
    [policy({}, never)],
    [policy()],
    ["weaker: users no longer have persistent browser `never`"],
  ],
  [
    "a longer frequency",
    [policy({}, frequency(4))],
    [policy({}, frequency(12))],
    ["weaker: users have sign-in frequency `12 hours` instead of `4 hours`"],
  ],
  [
    "a shorter frequency",
    [policy({}, frequency(12))],
    [policy({}, frequency(4))],
    ["stronger: users have sign-in frequency `4 hours` instead of `12 hours`"],
  ],
  [
    "hidden by a policy that stays",
    [policy(), policy(exchange, { id: "mail", displayName: "Mail" })],
    [policy(exchange, { id: "mail", displayName: "Mail" })],
    ["weaker: users no longer need MFA where `Mail` does not apply"],
  ],
  [
    "two changes at once",
    [policy(exchange), policy({ platforms: { includePlatforms: ["linux"] } }, { id: "linux", grantControls: BLOCK })],
    [],
    [
      "weaker: users on linux are no longer blocked",
      "weaker: users on platforms other than linux no longer need MFA for Office 365 Exchange Online",
    ],
  ],
  [
    "a risk level",
    [policy({ signInRiskLevels: ["high", "medium"] })],
    [policy({ signInRiskLevels: ["high"] })],
    ["weaker: users with sign-in risk medium no longer need MFA"],
  ],
  [
    "service principals",
    [
      policy(
        {
          users: { includeUsers: ["None"] },
          clientApplications: { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] },
        },
        { grantControls: BLOCK },
      ),
    ],
    [],
    ["weaker: service principals are no longer blocked"],
  ],
];

describe("changes in words", () => {
  test.each(CASES)("%s", (_, before, after, expected) => {
    expect(told(before, after, GLASS)).toEqual(expected);
  });

  test("a location alone", () => {
    const outside = policy(
      { locations: { includeLocations: ["All"], excludeLocations: [ids.hq] } },
      { grantControls: BLOCK },
    );
    const old = { namedLocations: [location("203.0.113.0/24")] };
    const now = { namedLocations: [location("203.0.113.0/25")] };
    const [change, ...more] = changes([outside], [outside], now, old);
    expect([change?.effect, change?.before, change?.after, more]).toEqual(["stronger", [], [["block"]], []]);
    expect((change?.witness as SignIn | undefined)?.network?.ipAddress).toMatch(
      /^203\.0\.113\.(12[89]|1[3-9]\d|2\d\d)$/,
    );
    expect(
      told([outside], [outside], { namedLocations: [location("203.0.113.128/25", "203.0.113.0/25")] }, old),
    ).toEqual([]);
  });

  test("a strength that allows more under the same name", () => {
    const id = "57e50000-0000-4000-8000-000000000041";
    const strength = (...allowedCombinations: string[]) => ({
      authenticationStrengths: [{ id, displayName: "Keys", allowedCombinations }],
    });
    const keys = policy({}, { grantControls: { operator: "OR", authenticationStrength: { id } } });
    const [change] = changes([keys], [keys], strength("fido2", "password,sms"), strength("fido2"));
    expect(change?.effect).toBe("weaker");
  });

  test("every witness shows its change", () => {
    for (const [name, before, after] of CASES)
      for (const { witness, before: old, after: now } of changes(before, after, GLASS)) {
        const clauses = (policies: readonly Json[]) =>
          askWhatIf({ policies, directory: GLASS, signIn: witness as unknown as SignIn }).value?.controls;
        expect([name, clauses(before), clauses(after)]).toEqual([name, old, now]);
      }
  });

  test("data beside the sentence", () => {
    const before = [policy({ ...exchange, clientAppTypes: ["browser"], users: { includeGroups: [ids.staff] } })];
    const [change] = changes(before, [], GLASS);
    const { witness: _, ...rest } = change ?? {};
    expect(rest).toEqual({
      effect: "weaker",
      subjects: { group: ids.staff },
      where: { resource: [ids.exchange], clientAppType: ["browser"] },
      before: [["mfa"]],
      after: [],
      sentence: `users in group \`${ids.staff}\` in browsers no longer need MFA for Office 365 Exchange Online`,
    });
  });
});

test("what opens is told before what closes", () => {
  const weaker = policy({ users: { includeUsers: [ids.glass] } });
  const stronger = policy({ users: { includeUsers: [ids.nina] } });
  expect(told([weaker], [stronger]).map((line) => line.split(":")[0])).toEqual(["weaker", "stronger"]);
  expect(told([stronger], [weaker]).map((line) => line.split(":")[0])).toEqual(["weaker", "stronger"]);
});
