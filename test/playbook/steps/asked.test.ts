/** Whom a playbook asks before it acts, in which order, and when nobody. */

import { expect, test } from "vitest";
import type { Guard, StepPlaybook } from "../../../src/playbook/steps";
import { nina, run, type World } from "./run-steps";
import { chosen, GLASS, playbook } from "./small-tenant";

const approval = { by: ["lead@contoso.example"], within: "PT4H" };
const guard = { ...(playbook([]).guard as Guard), privileged: "ask" as const };
const steps = [chosen("verify-with-manager"), chosen("ask-approval"), chosen("disable-user")];
const asking = playbook(steps, { approval, guard });
const observing = { ...asking, isActing: false, steps: steps.map((each) => ({ ...each, isActing: false })) };
const reading = playbook([chosen("review-access")], { approval, guard });
const admin = [{ ...nina, roles: ["global"] }];
const yes = { SelectedOption: "Approve", UserEmailAddress: "lead@contoso.example" };

test.each<readonly [string, StepPlaybook, World, readonly string[]]>([
  ["the manager, then the approvers", asking, { approval: yes }, ["Ask_manager", "Ask_approval"]],
  ["first of all about an admin", asking, { accounts: admin }, ["Ask_privileged", "Ask_manager", "Ask_approval"]],
  ["nobody about a guarded account", asking, { accounts: [{ ...nina, groups: [GLASS] }] }, []],
  ["nobody about one that is gone", asking, { accounts: [] }, []],
  ["nobody about one that can't be judged", asking, { faults: { transitiveMember: 403 } }, []],
  ["nobody while observing", observing, { accounts: admin }, []],
  ["nobody where nothing is done", reading, { accounts: admin }, []],
])("%s", async (_, book, world, asked) => {
  const { calls } = await run(book, world);
  expect(calls.filter(({ kind }) => kind === "webhook").map(({ action }) => action)).toEqual(asked);
});

test("a question says what is to be approved", async () => {
  const { calls } = await run(asking, { accounts: admin });
  const question = calls.find(({ action }) => action === "Ask_privileged");
  expect(JSON.stringify(question?.body)).toContain("wants to disable the account for nina@contoso.example");
});
