/** What the workflows of steps do: on an ordinary account, on guarded ones, when calls fail, and when they only observe. */

import { describe, expect, test } from "vitest";
import { checkWorkflow, workflowNeeds } from "../../../src/playbook/check";
import { runWorkflow } from "../../../src/playbook/run";
import { type ChosenStep, composePlaybook, type StepPlaybook } from "../../../src/playbook/steps";
import { commentOf, connections, isWrite, nina, run, tagsOf, tasksOf, type World, writes } from "./run-steps";
import {
  type Account,
  chosen,
  EXEMPT,
  GLASS,
  incident,
  NINA,
  playbook,
  QUARANTINE,
  RULE,
  smallTenant,
} from "./small-tenant";

const approval = { by: ["lead@contoso.example", "nina@contoso.example"], within: "PT4H" };

const group = { parameters: { group: QUARANTINE }, settings: { group: QUARANTINE } };
const watchlist = { settings: { watchlist: "WatchedUsers", days: 7 } };

/** Each step that changes an account, with what it calls. */
const ACCOUNT_STEPS: readonly (readonly [ChosenStep, readonly string[]])[] = [
  [chosen("disable-user"), [`PATCH /users/${NINA}`]],
  [chosen("revoke-sessions"), [`POST /users/${NINA}/revokeSignInSessions`]],
  [chosen("reset-password"), [`PATCH /users/${NINA}`]],
  [chosen("mark-compromised"), ["POST /identityProtection/riskyUsers/confirmCompromised"]],
  [chosen("require-mfa", group), [`POST /groups/${QUARANTINE}/members/$ref`]],
  [chosen("block-access", group), [`POST /groups/${QUARANTINE}/members/$ref`]],
  [
    chosen("reset-mfa", { asksAlways: true }),
    [
      `DELETE /users/${NINA}/authentication/phoneMethods/phone`,
      `DELETE /users/${NINA}/authentication/microsoftAuthenticatorMethods/microsoftAuthenticator`,
    ],
  ],
  [
    chosen("monitor-further", watchlist),
    [`PUT /watchlists/WatchedUsers/watchlistItems/${NINA}?api-version=2024-09-01`],
  ],
];

describe.each(ACCOUNT_STEPS.map(([step, calls]) => [step.name, step, calls] as const))("%s", (name, step, calls) => {
  const book = playbook([step], { approval });
  const approve = { SelectedOption: "Approve", UserEmailAddress: "Lead@contoso.example" };

  test("acts on an ordinary account, and says so", async () => {
    const result = await run(book, { approval: approve });
    expect(result.error).toBe(undefined);
    expect(writes(result).filter((each) => !each.includes("approvalmail"))).toEqual(calls);
    expect(commentOf(result)).toMatch(new RegExp(`<b>nina@contoso.example</b>: ${name}: `));
    expect([tagsOf(result), tasksOf(result)]).toEqual([[`picket:contain:${name}:${NINA}`, "picket:contain:acted"], 0]);
  });

  test("writes nothing but one comment while it observes", async () => {
    const result = await run({ ...book, isActing: false, steps: [{ ...step, isActing: false }] });
    expect(result.calls.filter(isWrite).map(({ uri }) => uri?.includes("/comments/"))).toEqual([true]);
    expect(commentOf(result)).toMatch(/observing.*would /);
  });

  test.each([403, 404, 500])("tells people when its call is answered with %i", async (code) => {
    const [method = "", path = ""] = (calls[0] ?? "").split(" ");
    const uri = path.startsWith("/watchlists") ? "watchlistItems" : path;
    const fault = name === "disable-user" || name === "reset-password" ? `${method} https` : uri;
    const result = await run(book, { approval: approve, faults: { [fault]: code } });
    const isGone = name === "reset-mfa" && code === 404;
    expect([result.status, tasksOf(result)]).toEqual(isGone ? ["Succeeded", 0] : ["Failed", 1]);
  });

  test("its workflows have no finding, and its own right stands in its child alone", () => {
    const workflows = composePlaybook(book);
    const rights = workflows.map(({ definition, parameters, isChild }) => {
      const values = isChild ? parameters : { $connections: { value: connections }, ...parameters };
      expect(checkWorkflow({ definition, parameters: values })).toEqual([]);
      const needs = workflowNeeds({ definition, parameters: values });
      return needs.flatMap(({ need }) => (need.kind === "rights" ? need.rights : []));
    });
    const isWide = (right: string) => /Write|EnableDisable|Revoke|Contributor/.test(right);
    const names = rights.map((each) => each.map((right) => (right.kind === "azure" ? right.role : right.value)));
    expect([names[0]?.some(isWide), names[1]?.some(isWide)]).toEqual([false, true]);
  });
});

describe("guard", () => {
  const book = playbook([chosen("disable-user"), chosen("revoke-sessions")]);
  const cases: readonly (readonly [string, Account, string])[] = [
    ["break-glass by group", { ...nina, groups: [GLASS] }, "a break-glass account"],
    ["exempt by group", { ...nina, groups: [EXEMPT] }, "exempt by group"],
    ["an active role", { ...nina, roles: ["global"] }, "holds a directory role"],
    ["an eligible role", { ...nina, eligible: ["global"] }, "holds a directory role"],
    ["a service account by name", { ...nina, userPrincipalName: "SVC-sync@contoso.example" }, "a service account"],
  ];

  test.each(cases)("%s is never acted on", async (_, account, why) => {
    const result = await run(book, { accounts: [account] });
    expect([writes(result), tasksOf(result)]).toEqual([[], 1]);
    expect(commentOf(result)).toContain(why);
    expect(tagsOf(result)).toEqual(["picket:contain:refused"]);
  });

  test("an approval does not help break-glass", async () => {
    const asking = { ...book, approval, guard: { ...book.guard, privileged: "ask" } } as StepPlaybook;
    const approve = { SelectedOption: "Approve", UserEmailAddress: "lead@contoso.example" };
    const result = await run(asking, { accounts: [{ ...nina, groups: [GLASS] }], approval: approve });
    expect(writes(result)).toEqual([]);
  });

  test.each(["checkMemberGroups", "roleAssignments", "roleEligibilityScheduleInstances", "transitiveMemberOf"])(
    "nothing is done when %s can't be asked",
    async (question) => {
      const result = await run(book, { faults: { [question]: 403 } });
      expect([writes(result), result.status, tasksOf(result)]).toEqual([[], "Failed", 1]);
    },
  );

  test("a child that is called for a guarded account refuses by itself", async () => {
    const [, child] = composePlaybook(book);
    const answer = await runWorkflow({
      definition: child?.definition,
      parameters: child?.parameters,
      trigger: { outputs: { body: { userId: NINA, approved: true } } },
      answer: smallTenant([{ ...nina, groups: [GLASS] }]),
      now: "2026-01-15T12:00:00Z",
    });
    const { response, calls } = "result" in answer ? answer.result : { response: undefined, calls: [] };
    expect([response?.statusCode, response?.body, calls.filter(isWrite)]).toEqual([
      409,
      { outcome: "refused", detail: "refuse: a break-glass account" },
      [],
    ]);
  });
});

describe("bounds", () => {
  const book = playbook([chosen("disable-user")], { ruleIds: [RULE], accountsMax: 1 });
  const two = [{ aadUserId: NINA }, { aadUserId: "aaaaaaaa-0002-4000-8000-000000000002" }];

  test.each([
    ["too many accounts", incident({ accounts: two }), "2 accounts, at most 1"],
    ["an alert of another rule", incident({ rules: [RULE, GLASS] }), "alerts of other rules"],
    ["no alert", incident({ rules: [] }), "no alert tells"],
    ["no account", incident({ accounts: [] }), "there is no account"],
    ["an account that can't be told", incident({ accounts: [{ accountName: "nina" }] }), "can be told"],
  ])("%s: people take over", async (_, body, why) => {
    const result = await run(book, { body });
    expect([writes(result), tasksOf(result), tagsOf(result)]).toEqual([[], 1, ["picket:contain:handed-over"]]);
    expect(commentOf(result)).toContain(why);
  });

  test.each([
    [{ aadUserId: NINA, accountName: "other" }],
    [{ accountName: "nina", upnSuffix: "contoso.example" }],
    [{ accountName: "nina@contoso.example" }],
    [{ aadUserId: "", userPrincipalName: "nina@contoso.example" }],
  ])("an account is told by %o", async (account) => {
    const result = await run(book, { body: incident({ accounts: [account, account] }) });
    expect(writes(result)).toEqual([`PATCH /users/${NINA}`]);
  });
});

describe("approval", () => {
  const book = playbook([chosen("disable-user")], { approval });
  const asking = { ...book, guard: { ...book.guard, privileged: "ask" } } as StepPlaybook;
  const admin: World = { accounts: [{ ...nina, roles: ["global"] }] };

  test.each([
    ["an approver approves", { SelectedOption: "Approve", UserEmailAddress: "lead@contoso.example" }, true],
    ["an approver rejects", { SelectedOption: "Reject", UserEmailAddress: "lead@contoso.example" }, false],
    ["somebody else approves", { SelectedOption: "Approve", UserEmailAddress: "eve@contoso.example" }, false],
    ["the account approves itself", { SelectedOption: "Approve", UserEmailAddress: "nina@contoso.example" }, false],
    ["nobody is named", { SelectedOption: "Approve" }, false],
    ["nobody answers", undefined, false],
  ])("%s", async (_, answer, isActedOn) => {
    const result = await run(asking, { ...admin, ...(answer ? { approval: answer } : {}) });
    expect(writes(result).includes(`PATCH /users/${NINA}`)).toBe(isActedOn);
    expect(tasksOf(result)).toBe(isActedOn ? 0 : 1);
  });

  test("an ordinary account needs none, unless ask-approval or the step says so", async () => {
    expect(writes(await run(asking))).toEqual([`PATCH /users/${NINA}`]);
    const always = { ...book, steps: [chosen("disable-user", { asksAlways: true })] };
    expect(writes(await run(always))).toEqual(["POST /approvalmail/$subscriptions"]);
    const gate = { ...book, steps: [chosen("ask-approval"), chosen("disable-user")] };
    expect(writes(await run(gate))).toEqual(["POST /approvalmail/$subscriptions"]);
  });

  test("the manager's yes ends it, his no and his silence do not, and nobody else's answer counts", async () => {
    const verify = { ...book, steps: [chosen("verify-with-manager"), chosen("disable-user")] };
    const by = (SelectedOption: string, UserEmailAddress: string) => ({
      manager: { SelectedOption, UserEmailAddress },
    });
    const acted = async (world: World) => writes(await run(verify, world)).length === 2;
    expect([
      await acted(by("Expected", "max@contoso.example")),
      await acted(by("Not expected", "max@contoso.example")),
      await acted(by("Expected", "nina@contoso.example")),
      await acted({}),
    ]).toEqual([false, true, true, true]);
  });
});

describe("memory", () => {
  const tag = (step: string) => incident({ labels: [`picket:contain:${step}:${NINA}`] });

  test("a password is reset once on an incident", async () => {
    const book = playbook([chosen("reset-password")]);
    const result = await run(book, { body: tag("reset-password") });
    expect([result.status, writes(result)]).toEqual(["Succeeded", []]);
    expect(commentOf(result)).toContain("was done already on this incident");
  });

  test("an undo takes back only what was done", async () => {
    const undo = playbook([chosen("enable-user", { takesBack: "disable-user" })], { key: "contain-undo" });
    const disabled = { ...nina, accountEnabled: false };
    expect(writes(await run(undo, { accounts: [disabled] }))).toEqual([]);
    expect(writes(await run(undo, { accounts: [disabled], body: tag("disable-user") }))).toEqual([
      `PATCH /users/${NINA}`,
    ]);
  });
});

describe("failure", () => {
  const steps = [chosen("mark-compromised"), chosen("disable-user"), chosen("revoke-sessions")];

  test("a step that fails stops its account, and the next is taken", async () => {
    const other = { id: "aaaaaaaa-0002-4000-8000-000000000002", userPrincipalName: "omar@contoso.example" };
    const body = incident({ accounts: [{ aadUserId: NINA }, { aadUserId: other.id }] });
    const result = await run(playbook(steps.slice(1)), {
      accounts: [nina, other],
      body,
      faults: { [`PATCH https://graph.microsoft.com/v1.0/users/${NINA}`]: 403 },
    });
    expect(writes(result)).toEqual([
      `PATCH /users/${NINA}`,
      `PATCH /users/${other.id}`,
      `POST /users/${other.id}/revokeSignInSessions`,
    ]);
    expect(commentOf(result)).toContain("disable-user: failed: If_enabled");
  });

  test("one that may fail is passed over", async () => {
    const [first = chosen("mark-compromised"), ...rest] = steps;
    const book = playbook([{ ...first, continuesOnFailure: true }, ...rest]);
    const result = await run(book, { faults: { confirmCompromised: 403 } });
    expect([writes(result).slice(1), result.status]).toEqual([
      [`PATCH /users/${NINA}`, `POST /users/${NINA}/revokeSignInSessions`],
      "Failed",
    ]);
  });

  test("an account that is synchronised from on-premises keeps its password", async () => {
    const result = await run(playbook([chosen("reset-password")]), {
      accounts: [{ ...nina, onPremisesSyncEnabled: true }],
    });
    expect([writes(result), tasksOf(result)]).toEqual([[], 1]);
  });
});
