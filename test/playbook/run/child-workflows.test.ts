/** Workflows that a workflow calls. */

import { describe, expect, test } from "vitest";
import type { ConnectorCall } from "../../../src/playbook/run";
import { compose, failing, get, resultOf, runOf, runsAfter } from "./expect-run";

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
