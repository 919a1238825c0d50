import { describe, expect, test } from "vitest";
import type { ConnectorCall } from "../../../src/playbook/run";
import { compose, each, get, init, resultOf, runsAfter } from "./expect-run";

const connections = {
  definition: { parameters: { $connections: { type: "Object", defaultValue: {} } } },
  parameters: {
    $connections: {
      value: {
        s: { connectionId: "/c/s", connectionProperties: { authentication: { type: "ManagedServiceIdentity" } } },
      },
    },
  },
};
const host = { connection: { name: "@parameters('$connections')['s']['connectionId']" } };
const approval = (parts: object = {}) => ({
  type: "ApiConnectionWebhook",
  inputs: { host, path: "/approvalmail/$subscriptions", body: { url: "@{listCallbackUrl()}" } },
  ...parts,
});

describe("what is recorded", () => {
  test("an HTTP call with identity, query and loop", async () => {
    const authentication = {
      type: "ManagedServiceIdentity",
      audience: "https://graph.microsoft.com/",
      identity: "/ids/one",
    };
    const call = get(
      {},
      {
        uri: "https://graph.microsoft.com/v1.0/users/@{item()}",
        queries: { $select: "id,mail" },
        headers: { k: 1 },
        authentication,
      },
    );
    const { calls } = await resultOf(
      { L: each(["a b", "b"], { A: call }) },
      { stubs: { A: [{ statusCode: 200 }, { statusCode: 200 }] } },
    );
    expect(calls[0]).toEqual({
      kind: "http",
      action: "A",
      type: "Http",
      iteration: [0],
      method: "GET",
      uri: "https://graph.microsoft.com/v1.0/users/a b?%24select=id%2Cmail",
      headers: { k: 1 },
      identity: { type: "ManagedServiceIdentity", audience: "https://graph.microsoft.com/", identity: "/ids/one" },
      isPoll: false,
      at: "2026-03-01T10:00:00.0000000Z",
      attempts: 1,
      statusCode: 200,
    });
    expect(calls.map(({ iteration }) => iteration)).toEqual([[0], [1]]);
  });

  test.each([
    [{ type: "None" }, undefined],
    [{ audience: "https://graph.microsoft.com" }, undefined],
    ["Basic", undefined],
    [{ type: "ManagedServiceIdentity" }, { type: "ManagedServiceIdentity" }],
    [{ type: "Basic", username: "soc", password: "x" }, { type: "Basic" }],
    [
      { type: "ManagedServiceIdentity", audience: "https://a.example", identity: "" },
      { type: "ManagedServiceIdentity", audience: "https://a.example" },
    ],
  ])("an HTTP call with authentication %j", async (authentication, identity) => {
    const { calls } = await resultOf({ A: get({}, { authentication }) }, { stubs: { A: [{ statusCode: 200 }] } });
    expect(calls.map((call) => call.identity)).toEqual([identity]);
  });

  test("a connector call with its connection and identity", async () => {
    const actions = {
      A: {
        type: "ApiConnection",
        inputs: { host, method: "post", path: "/entities/@{encodeURIComponent('a b')}", body: "@triggerBody()" },
      },
    };
    const { calls } = await resultOf(actions, {
      ...connections,
      stubs: { A: [{ statusCode: 200 }] },
      trigger: { outputs: { body: { x: 1 } } },
    });
    expect(
      calls.map(({ kind, method, path, connection, identity, body }) => ({
        kind,
        method,
        path,
        connection,
        identity,
        body,
      })),
    ).toEqual([
      {
        kind: "connector",
        method: "POST",
        path: "/entities/a%20b",
        connection: "/c/s",
        identity: { type: "ManagedServiceIdentity" },
        body: { x: 1 },
      },
    ]);
  });
});

/** Stubs of one HTTP action, its retry policy, and what comes out: status, tries, virtual seconds. */
const RETRIES: readonly (readonly [
  name: string,
  policy: object | undefined,
  codes: readonly number[],
  expected: readonly [string, number],
])[] = [
  ["429, then success", undefined, [429, 200], ["Succeeded", 2]],
  ["default policy gives up after four retries", undefined, [503], ["Failed", 5]],
  ["404 is not retried", undefined, [404], ["Failed", 1]],
  ["none", { type: "none" }, [429, 200], ["Failed", 1]],
  ["fixed", { type: "fixed", count: 2, interval: "PT10S" }, [500, 500, 200], ["Succeeded", 3]],
];

test.each(RETRIES)("retries: %s", async (_, retryPolicy, codes, [status, attempts]) => {
  const stubs = { A: codes.map((statusCode) => ({ statusCode })) };
  const result = await resultOf({ A: get({}, retryPolicy ? { retryPolicy } : {}) }, { stubs });
  expect([result.actions.A, result.calls.map((call) => call.attempts)]).toEqual([status, [attempts]]);
});

test("retries take virtual time", async () => {
  const fixed = await resultOf(
    { A: get({}, { retryPolicy: { type: "fixed", count: 2, interval: "PT10S" } }) },
    { stubs: { A: [{ statusCode: 500 }, { statusCode: 500 }, { statusCode: 200 }] } },
  );
  expect(fixed.milliseconds).toBe(20_000);
  const told = await resultOf(
    { A: get({}, { retryPolicy: { type: "fixed", count: 2, interval: "PT10S" } }) },
    { stubs: { A: [{ statusCode: 429, headers: { "Retry-After": "60" } }, { statusCode: 200 }] } },
  );
  expect(told.milliseconds).toBe(60_000);
});

test("202 with a location is asked again, unless the pattern is off", async () => {
  const accepted = { statusCode: 202, headers: { location: "https://contoso.example/status", "retry-after": "5" } };
  const stubs = { A: [accepted, { statusCode: 200, body: "done" }] };
  const polled = await resultOf({ A: get() }, { stubs });
  expect([polled.calls.map(({ method, uri }) => [method, uri]), polled.milliseconds]).toEqual([
    [
      ["GET", "https://contoso.example/x"],
      ["GET", "https://contoso.example/status"],
    ],
    5000,
  ]);
  const off = await resultOf({ A: get({ operationOptions: "DisableAsyncPattern" }) }, { stubs });
  expect([off.calls.length, off.actions.A]).toEqual([1, "Succeeded"]);
});

describe("approvals", () => {
  const actions = (parts: object = {}) => ({
    Ask: approval(parts),
    Act: compose("@body('Ask').SelectedOption", runsAfter("Ask")),
    Late: compose("nobody", runsAfter("Ask", "TimedOut")),
  });

  test("an answer goes on", async () => {
    const result = await resultOf(actions(), {
      ...connections,
      stubs: { Ask: [{ statusCode: 200, body: { SelectedOption: "Approve" } }] },
    });
    expect([result.status, result.actions, result.calls[0]?.method]).toEqual([
      "Succeeded",
      { Ask: "Succeeded", Act: "Succeeded", Late: "Skipped" },
      "POST",
    ]);
  });

  test("silence times out; what should have followed counts as failed", async () => {
    const result = await resultOf(actions({ limit: { timeout: "PT4H" } }), { ...connections, stubs: { Ask: [] } });
    expect([result.status, result.actions, result.milliseconds]).toEqual([
      "Failed",
      { Ask: "TimedOut", Act: "Skipped", Late: "Succeeded" },
      14_400_000,
    ]);
  });

  test("a webhook subscribes at an address, and what comes back is its answer", async () => {
    const subscribe = { method: "post", uri: "https://contoso.example/hooks", body: { to: "@{listCallbackUrl()}" } };
    const { calls, actions: statuses } = await resultOf(
      {
        Hook: { type: "HttpWebhook", inputs: { subscribe } },
        Copy: compose("@body('Hook').ok", runsAfter("Hook")),
      },
      { stubs: { Hook: [{ statusCode: 200, body: { ok: true } }] } },
    );
    const to = "https://callback.invalid/workflows/run/actions/Hook";
    expect([calls.map(({ kind, method, uri, body }) => [kind, method, uri, body]), statuses]).toEqual([
      [["webhook", "POST", "https://contoso.example/hooks", { to }]],
      { Hook: "Succeeded", Copy: "Succeeded" },
    ]);
  });

  test("a webhook that is answered with an error fails", async () => {
    const result = await resultOf({ Ask: approval() }, { ...connections, stubs: { Ask: [{ statusCode: 400 }] } });
    expect([result.actions.Ask, result.errors.Ask]).toEqual([
      "Failed",
      { code: "BadRequest", message: "the webhook was answered with 400" },
    ]);
  });

  test("an answer after the limit is too late", async () => {
    const answer = () => ({ kind: "answer", statusCode: 200, body: {}, milliseconds: 20_000_000 }) as const;
    const result = await resultOf(actions({ limit: { timeout: "PT4H" } }), { ...connections, answer });
    expect(result.actions.Ask).toBe("TimedOut");
  });
});

test("an answer can stand in for what is not run, and is no call", async () => {
  const { calls, variables } = await resultOf(
    {
      Code: { type: "JavaScriptCode", inputs: { code: "return 7" } },
      Init: { ...init("n", "integer", "@body('Code')"), ...runsAfter("Code") },
    },
    { stubs: { Code: [{ statusCode: 200, body: 7 }] } },
  );
  expect([calls, variables]).toEqual([[], { n: 7 }]);
});

test("a world may answer with promises, and sees who calls", async () => {
  const seen: ConnectorCall[] = [];
  const answer = async (call: ConnectorCall) => {
    seen.push(call);
    return { kind: "answer", statusCode: call.attempt === 1 ? 429 : 200, body: { n: seen.length } } as const;
  };
  const { response } = await resultOf(
    { A: get(), R: { type: "Response", inputs: { statusCode: 200, body: "@body('A')" }, ...runsAfter("A") } },
    { answer },
  );
  expect([response, seen.map(({ attempt }) => attempt)]).toEqual([{ statusCode: 200, body: { n: 2 } }, [1, 2]]);
});
