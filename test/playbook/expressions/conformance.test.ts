import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type ExpressionAnswer, evaluateExpressionText, evaluateTemplateJson } from "../../../src/playbook/run";
import { NOW } from "./expect-value";

const file = join(__dirname, "../../../../shared/conformance/logicapps/expressions.jsonl");

interface Case {
  readonly id: string;
  readonly kind: "expression" | "template";
  readonly expression: string;
  readonly context?: object;
  readonly expected: unknown;
  readonly compare: string;
  readonly status: string;
}

const answer = ({ kind, expression, context = {} }: Case): ExpressionAnswer =>
  kind === "expression"
    ? evaluateExpressionText(expression, context, NOW)
    : evaluateTemplateJson(expression, context, NOW);

test("the documented expressions that are compared as JSON", () => {
  const cases = existsSync(file)
    ? readFileSync(file, "utf8")
        .trim()
        .split("\n")
        .map((line): Case => JSON.parse(line))
    : [];
  const judged = cases.filter(
    ({ compare, status }) => (compare === "json" || compare === "error") && status !== "documented-unreliable",
  );
  const actual = judged.map((each) => {
    const given = answer(each);
    return [each.id, "value" in given ? given.value : given.refused];
  });
  console.info(`${judged.length} documented expressions`);
  expect(actual).toEqual(judged.map(({ id, compare, expected }) => [id, compare === "error" ? "invalid" : expected]));
});
