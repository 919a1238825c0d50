import { describe, expect, test } from "vitest";
import { exampleText } from "../../src/diagnostics";
import { checks, checkWorkflow } from "../../src/playbook/check";
import { evaluateExpressionText, runWorkflow, stubAnswers } from "../../src/playbook/run";
import { NOW } from "./expressions/expect-value";

/** The codes that an example gives: of a definition by checking and, where nothing was found, running it; of an expression by evaluating it. */
async function codesOf(example: string, code: string): Promise<readonly string[]> {
  const { definition, parameters, expression } = JSON.parse(example);
  if (expression !== undefined) {
    const answer = evaluateExpressionText(expression, {}, NOW);
    return "diagnostics" in answer ? answer.diagnostics.map((each) => each.code) : [];
  }
  const found = checkWorkflow({ definition, parameters }).map((each) => each.code);
  if (code !== "PKT4006") return found;
  const answer = await runWorkflow({ definition, parameters, trigger: {}, answer: stubAnswers({}), now: NOW });
  return "diagnostics" in answer ? answer.diagnostics.map((each) => each.code) : [];
}

describe.each(checks.map((check) => [check.code, check] as const))("%s", (code, check) => {
  test("its `avoid` has it", async () => {
    expect(await codesOf(exampleText(check.avoid), code)).toContain(code);
  });

  test("its `prefer` has not", async () => {
    expect(await codesOf(exampleText(check.prefer), code)).not.toContain(code);
  });

  test("what looks alike has not", async () => {
    expect(await codesOf(exampleText(check.nearMiss), code)).not.toContain(code);
  });
});

test("a `prefer` of an error has no other error", () => {
  const errors = checks
    .filter(({ severity, prefer }) => severity === "error" && "definition" in JSON.parse(exampleText(prefer)))
    .map(({ code, prefer }) => [
      code,
      checkWorkflow(JSON.parse(exampleText(prefer))).filter(({ severity }) => severity === "error"),
    ]);
  expect(errors.filter(([, found]) => (found ?? []).length > 0)).toEqual([]);
});

test("codes are unique and of this room", () => {
  const codes = checks.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index || !/^PKT4\d{3}$/.test(code))).toEqual([]);
});
