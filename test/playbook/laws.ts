/** What holds for any input; run with few cases in every test run, with many in the deep one. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { checkWorkflow, workflowNeeds } from "../../src/playbook/check";
import { parseJsonText } from "../../src/playbook/expressions/json-text";
import { fromJson, toJson } from "../../src/playbook/expressions/value";
import { jsonText } from "../../src/playbook/expressions/value-text";
import { evaluateExpressionText, evaluateTemplateJson, runWorkflow } from "../../src/playbook/run";
import { actions, expressions, templates } from "./arbitraries";
import { NOW, WORLD } from "./expressions/expect-value";

const REFUSALS = ["invalid", "unsupported", "limit"];

/** Runs each law on so many random inputs. */
export function laws(numRuns: number): void {
  const options = { numRuns, seed: 4711 };

  test("any expression has a value or a refusal, the same each time", () => {
    fc.assert(
      fc.property(expressions, (text) => {
        const answer = evaluateExpressionText(text, WORLD, NOW);
        expect("value" in answer || REFUSALS.includes(answer.refused)).toBe(true);
        expect(evaluateExpressionText(text, WORLD, NOW)).toEqual(answer);
      }),
      options,
    );
  });

  test("any template has a value or a refusal with a message in one line", () => {
    fc.assert(
      fc.property(templates, (text) => {
        const answer = evaluateTemplateJson({ [text]: [text] }, WORLD, NOW);
        const messages = "diagnostics" in answer ? answer.diagnostics.map(({ message }) => message) : [];
        expect(messages.filter((message) => message.endsWith("."))).toEqual([]);
      }),
      options,
    );
  });

  test("a text without @ is itself, and @@ guards any text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replaceAll("@", "");
        expect(evaluateTemplateJson(plain, {}, NOW)).toEqual({ value: plain });
        expect(evaluateTemplateJson(`@@${text}`, {}, NOW)).toEqual({ value: `@${text}` });
      }),
      options,
    );
  });

  test("JSON text is read as it is written", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const value = fromJson(json);
        expect(toJson(parseJsonText(jsonText(value)))).toEqual(toJson(value));
      }),
      options,
    );
  });

  test("any definition can be checked, and its findings have their place", () => {
    fc.assert(
      fc.property(fc.oneof(actions, fc.jsonValue()), fc.jsonValue({ maxDepth: 2 }), (given, parameters) => {
        const definition = { triggers: given, actions: given, outputs: given, parameters: given };
        const found = [
          ...checkWorkflow({ definition, parameters }),
          ...checkWorkflow({ definition: given, parameters }),
        ];
        expect(found.filter(({ pointer }) => pointer === undefined)).toEqual([]);
        expect(Array.isArray(workflowNeeds({ definition, parameters }))).toBe(true);
      }),
      options,
    );
  });

  test("any definition runs to an end or a refusal, the same each time", async () => {
    await fc.assert(
      fc.asyncProperty(actions, async (given) => {
        const request = {
          definition: { triggers: { manual: { type: "Request" } }, actions: given },
          trigger: { outputs: { body: [1, 2] } },
          answer: () => ({ kind: "answer", statusCode: 200, body: { value: [] } }) as const,
          now: NOW,
        };
        const answer = await runWorkflow(request);
        expect("result" in answer || REFUSALS.includes(answer.refused)).toBe(true);
        expect(await runWorkflow(request)).toEqual(answer);
      }),
      options,
    );
  });
}
