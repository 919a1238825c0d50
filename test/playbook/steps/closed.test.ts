/** What was not done is never told as done: whichever step, question, lookup or note fails, the run fails or people get a task. */

import { describe, expect, test } from "vitest";
import type { RunResult } from "../../../src/playbook/run";
import { commentOf, nina, run, tagsOf, type World } from "./run-steps";
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

  test("observing tells what would be left to people", async () => {
    const observing = { ...block, isActing: false, steps: [{ ...blocking, isActing: false }] };
    const result = await run(observing, { body: incident({ rules: [GLASS] }) });
    expect(commentOf(result)).toContain("people have to take over: there are alerts of other rules");
    expect(commentOf(result)).not.toContain("would");
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
});
