import { describe, expect, test } from "vitest";
import type { ConnectorCall } from "../../../src/playbook/run";
import { compose, each, failing, get, init, resultOf, runOf, runsAfter, set } from "./expect-run";

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

describe("loops", () => {
  const waiting = {
    W: { type: "Wait", inputs: { interval: { count: "@item()", unit: "Minute" } } },
    A: set("order", "@string(item())", runsAfter("W"), "AppendToStringVariable"),
  };
  const loop = (parts: object) => ({
    Init: init("order", "string"),
    L: each([3, 1, 2], waiting, { ...runsAfter("Init"), ...parts }),
  });

  test.each([
    ["at once", {}, "123", 180],
    ["one by one", { runtimeConfiguration: { concurrency: { repetitions: 1 } } }, "312", 360],
    ["sequential", { operationOptions: "Sequential" }, "312", 360],
    ["two at once", { runtimeConfiguration: { concurrency: { repetitions: 2 } } }, "132", 180],
  ])("%s", async (_, parts, order, seconds) => {
    const { variables, milliseconds } = await resultOf(loop(parts));
    expect([variables.order, milliseconds]).toEqual([order, seconds * 1000]);
  });
});

test.each([
  [{ interval: { count: 2, unit: "Week" } }, 1_209_600],
  [{ interval: { count: "3", unit: "hour" } }, 10_800],
  [{ interval: { count: 1, unit: "Day" } }, 86_400],
  [{ interval: { count: 1, unit: "Month" } }, 2_592_000],
  [{ until: { timestamp: "2026-03-01T10:00:30Z" } }, 30],
  [{ until: { timestamp: "2026-02-28T10:00:00Z" } }, 0],
])("a wait of %j", async (inputs, seconds) => {
  expect((await resultOf({ W: { type: "Wait", inputs } })).milliseconds).toBe(seconds * 1000);
});

test.each([
  [{}],
  ["PT5M"],
  [{ interval: { count: 1, unit: "Fortnight" } }],
  [{ interval: { count: "many", unit: "Day" } }],
  [{ until: { timestamp: 5 } }],
])("a wait of %j fails", async (inputs) => {
  const told = { type: "Response", inputs: { statusCode: 200, body: "@actions('W').inputs" } };
  const { actions, errors, milliseconds, response } = await resultOf({
    W: { type: "Wait", inputs },
    R: { ...told, ...runsAfter("W", "Failed") },
  });
  expect([actions.W, errors.W, milliseconds, response?.body]).toEqual([
    "Failed",
    { code: "BadRequest", message: "the delay names neither an interval nor a time" },
    0,
    inputs,
  ]);
});

test("parallel branches run in virtual time", async () => {
  const wait = (count: number, unit: string, parts: object = {}) => ({
    type: "Wait",
    inputs: { interval: { count, unit } },
    ...parts,
  });
  const { variables } = await resultOf({
    Init: init("order", "string"),
    Slow: wait(5, "Minute", runsAfter("Init")),
    Slow_done: set("order", "slow ", runsAfter("Slow"), "AppendToStringVariable"),
    Fast: wait(1, "Second", runsAfter("Init")),
    Fast_done: set("order", "fast ", runsAfter("Fast"), "AppendToStringVariable"),
    Until_ten: { type: "Wait", inputs: { until: { timestamp: "2026-03-01T10:10:00Z" } }, ...runsAfter("Slow_done") },
    Last: set("order", "@utcNow('HH:mm:ss')", runsAfter("Until_ten"), "AppendToStringVariable"),
  });
  expect(variables.order).toBe("fast slow 10:10:00");
});

describe("child workflows", () => {
  const call = (parts: object = {}) => ({
    type: "Workflow",
    inputs: { host: { workflow: { id: "/w/child" }, triggerName: "manual" }, body: { user: "nina" } },
    ...parts,
  });
  const child = (actions: object) => ({
    children: (id: string) =>
      id === "/w/child" ? { definition: { triggers: { manual: { type: "Request" } }, actions } } : undefined,
  });

  test("run in place and answer", async () => {
    const actions = {
      A: get({}, { uri: "https://contoso.example/@{triggerBody().user}" }),
      R: {
        type: "Response",
        inputs: { statusCode: 201, body: { by: "@triggerOutputs().headers['x-ms-workflow-name']" } },
        ...runsAfter("A"),
      },
    };
    const result = await resultOf(
      { C: call(), Copy: compose("@body('C').by", runsAfter("C")) },
      { ...child(actions), stubs: { A: [{ statusCode: 200 }] } },
    );
    expect([
      result.status,
      result.calls.map(({ kind, action, workflow, statusCode }) => [kind, action, workflow, statusCode]),
    ]).toEqual([
      "Succeeded",
      [
        ["workflow", "C", undefined, 201],
        ["http", "A", "/w/child", 200],
      ],
    ]);
  });

  test("the world is told which workflow calls, and the result how each child ended", async () => {
    const seen: (string | undefined)[] = [];
    const answer = (call: ConnectorCall) => {
      seen.push(call.workflow);
      return { kind: "answer" as const, statusCode: 200 };
    };
    const actions = { A: get(), B: failing(runsAfter("A")), R: { type: "Response", inputs: { statusCode: 200 } } };
    const result = await resultOf({ Own: get(), C: call(runsAfter("Own")) }, { ...child(actions), answer });
    const children = (result.children ?? []).map(({ calls, ...rest }) => ({ ...rest, calls: calls.length }));
    expect([seen, children]).toEqual([
      [undefined, "/w/child"],
      [
        {
          workflow: "/w/child",
          action: "C",
          iteration: [],
          status: "Failed",
          actions: { A: "Succeeded", B: "Failed", R: "Succeeded" },
          errors: { B: { code: "InvalidTemplate", message: "a number can't be divided by zero" } },
          calls: 1,
        },
      ],
    ]);
  });

  test("a child that ends before its response fails the call", async () => {
    const actions = {
      A: compose("@div(1, 0)"),
      R: { type: "Response", inputs: { statusCode: 200 }, ...runsAfter("A") },
    };
    const result = await resultOf({ C: call() }, child(actions));
    expect([result.actions, result.errors.C?.code]).toEqual([{ C: "Failed" }, "BadGateway"]);
  });

  test("a child that terminates itself lets the caller go on", async () => {
    const stop = {
      type: "If",
      expression: "@equals(1, 1)",
      actions: { T: { type: "Terminate", inputs: { runStatus: "Succeeded" } } },
    };
    const result = await resultOf(
      { C: call(), B: compose(1, runsAfter("C")) },
      child({ Stop: stop, Late: compose("@div(1, 0)", runsAfter("Stop")) }),
    );
    expect([result.status, result.actions]).toEqual(["Succeeded", { C: "Succeeded", B: "Succeeded" }]);
  });

  test("a child that is not known is asked of the world", async () => {
    const result = await resultOf({ C: call() }, { stubs: { C: [{ statusCode: 200, body: 1 }] } });
    expect(result.calls.map(({ method, path }) => [method, path])).toEqual([["POST", "/w/child/triggers/manual/run"]]);
  });

  test("a child that calls itself ends as a limit", async () => {
    expect(await runOf({ C: call() }, child({ C: call() }))).toBe(
      "limit: workflows call each other more than 8 levels deep",
    );
  });
});
