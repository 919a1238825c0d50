/** What the steps about addresses do and say, and what those that only read find. */

import { expect, test } from "vitest";
import { commentOf, run, tagsOf, type World, writes } from "./run-steps";
import { chosen, incident, NINA, playbook, QUARANTINE } from "./small-tenant";

const LOCATION = "77777777-7777-4777-8777-777777777777";
const LOCATION_ADDRESS = `/identity/conditionalAccess/namedLocations/${LOCATION}`;
const settings = { location: LOCATION, egress: "OwnRanges" };
const V4 = { "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "203.0.113.9/32" };
const V6 = { "@odata.type": "#microsoft.graph.iPv6CidrRange", cidrAddress: "2001:db8::1/128" };
const OTHER = { "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "198.51.100.0/24" };

const block = playbook([chosen("block-source", { settings })]);
const unblock = playbook([chosen("unblock-source", { settings, takesBack: "block-source" })], { key: "contain-undo" });
const blocked = incident({ labels: ["picket:contain:block-source:203.0.113.9"] });

/** The playbook, the tenant, the ranges that the location has afterwards (where they are written), and what is told. */
const SOURCES: readonly (readonly [
  name: string,
  book: typeof block,
  world: World,
  ranges: readonly object[] | undefined,
  told: string,
])[] = [
  ["a new address is added", block, { ranges: [OTHER] }, [OTHER, V4], "203.0.113.9 blocked"],
  ["an IPv6 address is added", block, { body: incident({ ips: ["2001:db8::1"] }) }, [V6], "2001:db8::1 blocked"],
  ["one that is there stays", block, { ranges: [V4] }, undefined, "203.0.113.9 was blocked already"],
  ["our own egress is never added", block, { ownRanges: 1 }, undefined, "203.0.113.9 is our own egress"],
  ["it is taken out", unblock, { body: blocked, ranges: [OTHER, V4] }, [OTHER], "203.0.113.9 unblocked"],
  ["the last one stays", unblock, { body: blocked, ranges: [V4] }, undefined, "is the only range: take it out by hand"],
  [
    "one that is gone stays gone",
    unblock,
    { body: blocked, ranges: [OTHER] },
    undefined,
    "203.0.113.9 was not blocked",
  ],
  ["what was not blocked is not taken out", unblock, { ranges: [OTHER, V4] }, undefined, "nothing to take back"],
  ["a refusal of Graph is told", block, { faults: { PATCH: 403 } }, [V4], "failed: If_new"],
  [
    "observing only says so",
    { ...block, isActing: false, steps: [chosen("block-source", { settings, isActing: false })] },
    {},
    undefined,
    "would block the address by conditional access",
  ],
];

test.each(SOURCES)("%s", async (_, book, world, ranges, told) => {
  const result = await run(book, world);
  const written = result.calls.filter(({ method }) => method === "PATCH").map(({ body }) => body);
  expect(writes(result)).toEqual(ranges ? [`PATCH ${LOCATION_ADDRESS}`] : []);
  expect(written).toEqual(ranges ? [{ "@odata.type": "#microsoft.graph.ipNamedLocation", ipRanges: ranges }] : []);
  expect(commentOf(result)).toContain(told);
  const isDone = ranges !== undefined && world.faults === undefined;
  expect(tagsOf(result).some((tag) => /:(un)?block-source:/.test(tag))).toBe(isDone);
});

test("an address can't end the text of a query", async () => {
  const queries = await Promise.all(
    [block, playbook([chosen("investigate-source")])].map(async (book) => {
      const { calls } = await run(book, { body: incident({ ips: ['1"|x\\y'] }) });
      const asked = calls.find(({ uri = "" }) => uri.endsWith("/query"))?.body as
        | { readonly query: string }
        | undefined;
      return asked?.query.split("\n")[0];
    }),
  );
  expect(queries).toEqual(['let address = "1|xy";', 'let address = "1|xy";']);
});

test.each([
  [{}, "P14D", "ago(14d)"],
  [{ days: 3 }, "P3D", "ago(3d)"],
])("an address is looked up with %j", async (given, timespan, ago) => {
  const result = await run(playbook([chosen("investigate-source", { settings: given })]));
  const call = result.calls.find(({ uri = "" }) => uri.endsWith("/query"));
  expect(call?.uri).toBe("https://api.loganalytics.azure.com/v1/workspaces/55555555-5555-4555-8555-555555555555/query");
  expect(call?.body).toEqual({ query: expect.stringContaining(ago), timespan });
  expect(commentOf(result)).toContain(
    "<b>203.0.113.9</b>: 12 failed and 1 successful sign-ins by 9 users; 2 active threat indicators, confidence 80<br>",
  );
});

test("a workspace that does not answer is told", async () => {
  const result = await run(playbook([chosen("investigate-source")]), { faults: { "/query": 500 } });
  expect(commentOf(result)).toContain("<b>203.0.113.9</b>: investigate-source: no answer<br>");
});

test("what an account can reach is listed, in Azure only where subscriptions are named", async () => {
  const accounts = [{ id: NINA, userPrincipalName: "nina@contoso.example", groups: ["g1", "g2"], roles: ["r1"] }];
  const subscription = "88888888-8888-4888-8888-888888888888";
  const azure = async (given: object) => {
    const result = await run(playbook([chosen("review-access", { settings: { ...given } })]), { accounts });
    expect(commentOf(result)).toContain("groups 2: g1, g2; directory roles 1: r1; consents 0: ; owns 0: ");
    return result.calls.map(({ uri = "" }) => uri).filter((uri) => uri.includes("Microsoft.Authorization"));
  };
  expect(await azure({})).toEqual([]);
  expect(await azure({ subscriptions: [subscription] })).toEqual([
    `https://management.azure.com/subscriptions/${subscription}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01&$filter=assignedTo('${NINA}')`,
  ]);
});

/** Steps that take one back: the step, what it takes back, and what it calls where that was done. */
const UNDOS: readonly (readonly [name: string, takesBack: string, parts: object, call: string, told: string])[] = [
  ["dismiss-risk", "mark-compromised", {}, "POST /identityProtection/riskyUsers/dismiss", "risk dismissed"],
  [
    "stop-monitoring",
    "monitor-further",
    { settings: { watchlist: "WatchedUsers" } },
    `DELETE /watchlists/WatchedUsers/watchlistItems/${NINA}?api-version=2024-09-01`,
    "taken from the watchlist",
  ],
  [
    "leave-group",
    "require-mfa",
    { settings: { group: QUARANTINE }, parameters: { group: QUARANTINE } },
    `DELETE /groups/${QUARANTINE}/members/${NINA}/$ref`,
    "taken out of the group",
  ],
];

test.each(UNDOS)("%s takes back %s where that was done", async (name, takesBack, parts, call, told) => {
  const book = playbook([chosen(name, { ...parts, takesBack })], { key: "contain-undo" });
  const accounts = [{ id: NINA, userPrincipalName: "nina@contoso.example", groups: [QUARANTINE] }];
  const done = await run(book, { accounts, body: incident({ labels: [`picket:contain:${takesBack}:${NINA}`] }) });
  expect([writes(done), commentOf(done).includes(`${name}: ${told}`)]).toEqual([[call], true]);
  const never = await run(book, { accounts });
  expect([writes(never), commentOf(never).includes(`${name}: nothing to take back`)]).toEqual([[], true]);
});

test("an account that is not in the group is left alone", async () => {
  const parts = { settings: { group: QUARANTINE }, parameters: { group: QUARANTINE }, takesBack: "require-mfa" };
  const book = playbook([chosen("leave-group", parts)], { key: "contain-undo" });
  const result = await run(book, { body: incident({ labels: [`picket:contain:require-mfa:${NINA}`] }) });
  expect([writes(result), commentOf(result).includes("was not in the group")]).toEqual([[], true]);
});
