/** What was not done is never told as done: whichever step, question, lookup or note fails, the run fails or people get a task. */

import { describe, expect, test } from "vitest";
import { checkWorkflow } from "../../../src/playbook/check";
import type { RunResult } from "../../../src/playbook/run";
import { composePlaybook, type Guard } from "../../../src/playbook/steps";
import { commentOf, connections, nina, run, tagsOf, type World, writes } from "./run-steps";
import { chosen, GLASS, incident, NINA, playbook, RULE } from "./small-tenant";

const LOCATION = "77777777-7777-4777-8777-777777777777";
const settings = { location: LOCATION, egress: "OwnRanges" };
const V4 = { "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "203.0.113.9/32" };

const blocking = chosen("block-source", { settings });
const block = playbook([blocking], { ruleIds: [RULE] });
const both = playbook([blocking, chosen("disable-user")], { ruleIds: [RULE] });
const unblock = playbook([chosen("unblock-source", { settings, takesBack: "block-source" })], { key: "contain-undo" });
const blocked = incident({ labels: ["picket:contain:block-source:203.0.113.9"] });

/** Titles of tasks, each with the last four digits of its id. */
function tasksOf({ calls }: RunResult): readonly string[] {
  return calls
    .filter(({ uri = "" }) => uri.includes("/tasks/"))
    .map(({ uri = "", body }) => {
      const { title } = (body as unknown as { readonly properties: { readonly title: string } }).properties;
      return `${/([0-9a-f]{4})\?/.exec(uri)?.[1]} ${title}`;
    });
}

const outcomeOf = (result: RunResult) => tagsOf(result).filter((tag) => /^picket:[a-z-]+:[a-z-]+$/.test(tag));
const told = (result: RunResult) => [result.status, outcomeOf(result), tasksOf(result)];

const AT_ADDRESSES = "9009 Contain: look at the addresses";
const AT_NINA = "9012 Contain: look at nina@contoso.example";
const TAKE_OVER = "9008 Contain: people have to take over";

/** The playbook, the world, how the run ends, the outcome's tag and the tasks. */
const ENDS: readonly (readonly [string, typeof block, World, string, string, readonly string[]])[] = [
  ["an address is blocked", block, {}, "Succeeded", "acted", []],
  ["an address that is blocked already", block, { ranges: [V4] }, "Succeeded", "acted", []],
  ["Graph refuses the change", block, { faults: { PATCH: 403 } }, "Failed", "failed", [AT_ADDRESSES]],
  ["the location can't be read", block, { faults: { namedLocations: 404 } }, "Failed", "failed", [AT_ADDRESSES]],
  ["own egress can't be asked", block, { faults: { "/query": 500 } }, "Failed", "failed", [AT_ADDRESSES]],
  ["our own egress", block, { ownRanges: 1 }, "Succeeded", "refused", [AT_ADDRESSES]],
  ["a trusted location", block, { isTrusted: true }, "Succeeded", "refused", [AT_ADDRESSES]],
  ["no address", block, { body: incident({ ips: [] }) }, "Succeeded", "handed-over", [TAKE_OVER]],
  ["an alert of another rule", block, { body: incident({ rules: [GLASS] }) }, "Succeeded", "handed-over", [TAKE_OVER]],
  ["an address is unblocked", unblock, { body: blocked, ranges: [V4, V4, {}] }, "Succeeded", "acted", []],
  ["there is nothing to take back", unblock, { ranges: [V4] }, "Succeeded", "acted", []],
  ["the only range", unblock, { body: blocked, ranges: [V4] }, "Succeeded", "refused", [AT_ADDRESSES]],
  ["Graph refuses the undo", unblock, { body: blocked, faults: { Loc: 403 } }, "Failed", "failed", [AT_ADDRESSES]],
  ["both are done", both, {}, "Succeeded", "acted", []],
  ["the account alone is done", both, { ownRanges: 1 }, "Succeeded", "refused", [AT_ADDRESSES]],
  ["the address alone is done", both, { accounts: [{ ...nina, groups: [GLASS] }] }, "Succeeded", "refused", [AT_NINA]],
  [
    "the address fails, the account is done",
    both,
    { faults: { namedLocations: 403 } },
    "Failed",
    "failed",
    [AT_ADDRESSES],
  ],
  [
    "the account fails, the address is done",
    both,
    { faults: { transitiveMember: 403 } },
    "Failed",
    "failed",
    [AT_NINA],
  ],
  [
    "both fail",
    both,
    { faults: { transitiveMember: 403, namedLocations: 403 } },
    "Failed",
    "failed",
    [AT_NINA, AT_ADDRESSES],
  ],
  ["without an address the account is done", both, { body: incident({ ips: [] }) }, "Succeeded", "acted", []],
  [
    "without an account nothing is done",
    both,
    { body: incident({ accounts: [] }) },
    "Succeeded",
    "handed-over",
    [TAKE_OVER],
  ],
];

test.each(ENDS)("%s", async (_, book, world, status, outcome, tasks) => {
  expect(told(await run(book, world))).toEqual([status, [`picket:${book.key}:${outcome}`], tasks]);
});

test.each([block, both, unblock, { ...both, on: "alert" as const }, playbook([chosen("investigate-source")])])(
  "the workflow has no finding, case %#",
  (book) => {
    const [first] = composePlaybook(book);
    const parameters = { $connections: { value: connections }, ...first?.parameters };
    expect(checkWorkflow({ definition: first?.definition, parameters })).toEqual([]);
  },
);

describe("what is written", () => {
  test("a task has the lines of the addresses that are left, and no others", async () => {
    const body = incident({ ips: ["203.0.113.9", "198.51.100.7"] });
    const result = await run(block, { body, ranges: [V4], faults: { PATCH: 403 } });
    const written = result.calls.find(({ uri = "" }) => uri.includes("/tasks/"))?.body as unknown as {
      properties: { description: string };
    };
    expect(written.properties.description).toBe("<b>198.51.100.7</b>: failed: If_new: ActionFailed");
    expect(tasksOf(result)).toEqual([AT_ADDRESSES]);
  });

  test.each([
    [block, {}, "<p><b>203.0.113.9</b>: 203.0.113.9 blocked<br></p>"],
    [
      block,
      { body: incident({ rules: [] }) },
      "<p><b>203.0.113.9</b>: block-source: not run<br>people have to take over: no alert",
    ],
    [playbook([chosen("investigate-source"), blocking]), {}, "confidence 80; 203.0.113.9 blocked<br></p>"],
    [playbook([chosen("investigate-source")]), { body: incident({ ips: [] }) }, "<p>there is no address<br></p>"],
    [playbook([chosen("review-access")]), {}, "<p><b>nina@contoso.example</b>: groups 0"],
    [
      playbook([chosen("verify-with-manager")]),
      {},
      "<b>nina@contoso.example</b>: the manager max@contoso.example: no answer",
    ],
  ])("a comment has separators between its parts alone", async (book, world, text) => {
    expect(commentOf(await run(book, world))).toContain(text);
  });

  test("the tasks of steps are written whatever else happens, each with an id of its own, and those that only say so are not", async () => {
    const task = (title: string, isActing = true) => chosen("add-task", { name: title, settings: { title }, isActing });
    const book = playbook([blocking, task("one"), task("never", false), task("two")], { ruleIds: [RULE] });
    const result = await run(book, { body: incident({ rules: [GLASS] }) });
    expect(tasksOf(result)).toEqual([TAKE_OVER, "9010 one", "9011 two"]);
    expect(commentOf(result)).toContain('<br>would add the task "never"');
    const done = playbook([task("one")]);
    expect(told(await run(done))).toEqual(["Succeeded", ["picket:contain:done"], ["9010 one"]]);
  });

  test("two steps about an address each count", async () => {
    const second = chosen("block-source", { name: "block-source-2", settings: { ...settings, location: GLASS } });
    const result = await run(playbook([blocking, second]), {
      faults: { [`PATCH https://graph.microsoft.com/v1.0/identity/conditionalAccess/namedLocations/${GLASS}`]: 403 },
    });
    expect(writes(result)).toHaveLength(2);
    expect(told(result)).toEqual(["Failed", ["picket:contain:failed"], [AT_ADDRESSES]]);
    expect(commentOf(result)).toContain("203.0.113.9 blocked; failed: If_new");
  });

  test("observing tells what would be left to people", async () => {
    const observing = { ...block, isActing: false, steps: [{ ...blocking, isActing: false }] };
    const result = await run(observing, { body: incident({ rules: [GLASS] }) });
    expect(commentOf(result)).toContain("people have to take over: there are alerts of other rules");
    expect(commentOf(result)).not.toContain("would");
  });
});

describe("what people and reads answer", () => {
  const approval = { by: ["lead@contoso.example"], within: "PT4H" };
  const guard = playbook([]).guard as Guard;
  const ask = playbook([chosen("ask-approval"), chosen("disable-user")], { approval });
  const privileged = playbook([chosen("disable-user")], { approval, guard: { ...guard, privileged: "ask" } });
  const step = playbook([chosen("disable-user", { asksAlways: true }), chosen("revoke-sessions")], { approval });
  const verify = playbook([chosen("verify-with-manager")]);
  const verifyFirst = playbook([chosen("verify-with-manager"), chosen("disable-user")]);
  const admin = { accounts: [{ ...nina, roles: ["global"] }] };
  const reset = playbook([chosen("reset-password"), chosen("revoke-sessions")]);
  const read = playbook([chosen("investigate-source"), chosen("review-access")]);
  const readAndAct = playbook([chosen("investigate-source"), chosen("disable-user")]);
  const unsent = { faults: { approvalmail: 401 } };

  test.each<readonly [string, typeof block, World, string, string, readonly string[]]>([
    ["nobody approves", ask, {}, "Succeeded", "refused", [AT_NINA]],
    ["the question can't be sent", ask, unsent, "Failed", "failed", [AT_NINA]],
    ["nobody approves acting on an admin", privileged, admin, "Succeeded", "refused", [AT_NINA]],
    ["that question can't be sent", privileged, { ...admin, ...unsent }, "Failed", "failed", [AT_NINA]],
    ["nobody approves a step", step, {}, "Succeeded", "refused", [AT_NINA]],
    ["the manager is silent", verify, {}, "Succeeded", "acted", []],
    ["the manager can't be asked", verify, unsent, "Failed", "failed", [AT_NINA]],
    ["the manager can't be looked up", verifyFirst, { faults: { "/manager": 403 } }, "Failed", "failed", [AT_NINA]],
    ["there is no manager", verify, { faults: { "/manager": 404 } }, "Succeeded", "acted", []],
    [
      "a step refuses",
      reset,
      { accounts: [{ ...nina, onPremisesSyncEnabled: true }] },
      "Succeeded",
      "refused",
      [AT_NINA],
    ],
    ["a read of addresses has no answer", read, { faults: { "/query": 500 } }, "Succeeded", "unanswered", []],
    ["a read of accounts has no answer", read, { faults: { ownedObjects: 403 } }, "Succeeded", "unanswered", []],
    ["a read before an action has no answer", readAndAct, { faults: { "/query": 500 } }, "Succeeded", "acted", []],
  ])("%s", async (_, book, world, status, outcome, tasks) => {
    expect(told(await run(book, world))).toEqual([status, [`picket:contain:${outcome}`], tasks]);
  });
});

describe("what fails on the way", () => {
  const broken = incident({ ips: ["203.0.113.9"] }) as { object: { properties: Record<string, unknown> } };
  broken.object.properties.relatedEntities = "none";

  test.each([
    block,
    both,
    playbook([chosen("investigate-source")]),
    playbook([chosen("add-task", { settings: { title: "t" } })]),
  ])("entities that can't be read, case %#", async (book) => {
    const result = await run(book, { body: broken });
    expect([result.status, outcomeOf(result)]).toEqual(["Failed", ["picket:contain:failed"]]);
    expect(tasksOf(result)[0]).toBe(TAKE_OVER);
  });

  test.each<readonly [typeof block, string, string, readonly string[]]>([
    [playbook([chosen("investigate-source"), chosen("disable-user")]), "/query", "failed", [TAKE_OVER]],
    [playbook([chosen("investigate-source")]), "/query", "failed", [TAKE_OVER]],
    [playbook([chosen("review-access"), chosen("disable-user")]), "/ownedObjects", "acted", []],
  ])("an answer that can't be told, case %#", async (book, part, outcome, tasks) => {
    const result = await run(book, { bodies: { [part]: { tables: "none", value: "none" } } });
    expect([outcomeOf(result), tasksOf(result)]).toEqual([[`picket:contain:${outcome}`], tasks]);
    // The accounts are taken all the same.
    const isAboutNina = book.steps.some(({ name }) => name === "disable-user");
    expect(writes(result)).toEqual(isAboutNina ? [`PATCH /users/${NINA}`] : []);
  });

  test.each(["/comments/", "/tasks/"])(
    "where %s can't be written there is no tag, and what else can be is",
    async (part) => {
      const result = await run(both, { faults: { [part]: 403 }, ownRanges: 1 });
      expect([result.status, outcomeOf(result)]).toEqual(["Failed", []]);
      expect([commentOf(result).includes("own egress"), tasksOf(result)]).toEqual([true, [AT_ADDRESSES]]);
    },
  );

  test.each([block, playbook([chosen("disable-user")])])("what can't be remembered is told, case %#", async (book) => {
    const result = await run(book, { faults: { "PUT /Incidents": 403 } });
    expect(result.status).toBe("Failed");
    expect(tasksOf(result)).toHaveLength(1);
  });

  test("one address is not taken for another that begins so", async () => {
    const body = incident({ labels: ["picket:contain:block-source:203.0.113.99"] });
    const result = await run(unblock, { body, ranges: [V4, {}] });
    expect(commentOf(result)).toContain("nothing to take back");
  });

  test("without an incident the run itself fails where people have to look", async () => {
    const body = { Entity: { kind: "Account", properties: { AadUserId: NINA } }, IncidentArmID: null };
    const book = playbook([chosen("disable-user")], { on: "entity" });
    const admin = { accounts: [{ ...nina, roles: ["global"] }], body };
    expect([(await run(book, admin)).status, (await run(book, { body })).status]).toEqual(["Failed", "Succeeded"]);
  });

  test("an outcome takes the place of the one before, and of no other tag", async () => {
    const labels = ["picket:contain:acted", "picket:contain:block-source:203.0.113.9", "picket:other:acted", "VIP"];
    const { calls } = await run(block, { body: incident({ labels }), ownRanges: 1 });
    const removed = calls.flatMap(({ body }) => {
      const { tagsToRemove } = (body ?? {}) as { readonly tagsToRemove?: { readonly TagsToRemove: readonly object[] } };
      return tagsToRemove?.TagsToRemove ?? [];
    });
    expect(removed).toEqual([{ Tag: "picket:contain:acted" }]);
  });

  test("an incident that an account's page names is asked for its tags: a password is reset once", async () => {
    const id = incident() as { readonly object: { readonly id: string } };
    const body = { Entity: { kind: "Account", properties: { AadUserId: NINA } }, IncidentArmID: id.object.id };
    const labels = [{ labelName: `picket:contain:reset-password:${NINA}` }];
    const book = playbook([chosen("reset-password")], { on: "entity" });
    const known = await run(book, { body, found: { properties: { labels } } });
    expect([writes(known), commentOf(known).includes("was done already on this incident")]).toEqual([[], true]);
    const unknown = await run(book, { body, faults: { "POST /Incidents": 403 } });
    expect([writes(unknown), unknown.status]).toEqual([[], "Failed"]);
  });
});
