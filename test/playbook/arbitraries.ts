/** Random expressions, values and definitions, some right and many wrong. */

import fc from "fast-check";
import { actionDefinitions } from "../../src/playbook/actions/registry";
import { expressionFunctions } from "../../src/playbook/expressions/functions/registry";

const names = fc.constantFrom("A", "B", "a", "Loop", "x", "$connections", "missing", "constructor", "__proto__");

const literals = fc.oneof(
  fc.string({ maxLength: 6 }).map((text) => `'${text.replaceAll("'", "''")}'`),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom(
    "true",
    "null",
    "'2026-02-30'",
    "'2026-01-31T10:00:00Z'",
    "'Day'",
    "'[1, {\"a\": null}]'",
    "'<a><b k=\"1\"/></a>'",
    "'//b[1]'",
    "'C2'",
    "-1",
    "9223372036854775807",
  ),
);

/** Expressions of known functions with any arguments. */
export const expressions: fc.Arbitrary<string> = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    literals,
    fc
      .tuple(
        fc.constantFrom(...expressionFunctions.map(({ name }) => name), "noSuchFunction"),
        fc.array(tie("expression"), { maxLength: 4 }),
        fc.array(
          fc.tuple(
            fc.boolean(),
            fc.oneof(
              names.map((name) => `['${name}']`),
              fc.nat(3).map((index) => `[${index}]`),
            ),
          ),
          { maxLength: 2 },
        ),
      )
      .map(
        ([name, given, accesses]) =>
          `${name}(${given.join(", ")})${accesses.map(([isSafe, key]) => (isSafe ? `?${key}` : key)).join("")}`,
      ),
  ),
})).expression;

/** Texts that look like templates and often are none. */
export const templates: fc.Arbitrary<string> = fc.oneof(
  expressions.map((text) => `@${text}`),
  fc
    .tuple(fc.string({ maxLength: 5 }), expressions, fc.string({ maxLength: 5 }))
    .map(([before, text, end]) => `${before}@{${text}}${end}`),
  fc
    .array(fc.constantFrom("@", "{", "}", "(", ")", "'", "[", "]", "?", ".", ",", "a", "1", " ", '"', "@@", "concat"), {
      maxLength: 12,
    })
    .map((parts) => parts.join("")),
);

const values: fc.Arbitrary<unknown> = fc.oneof(
  templates,
  fc.jsonValue({ maxDepth: 2 }),
  fc.record({ a: templates, "@@k": fc.integer() }),
);

/** Actions of all types with members that may fit. */
export const actions: fc.Arbitrary<Record<string, unknown>> = fc.letrec<{ actions: Record<string, unknown> }>(
  (tie) => ({
    actions: fc.dictionary(
      names,
      fc.oneof(
        { depthSize: "small" },
        fc.jsonValue({ maxDepth: 1 }),
        fc.record(
          {
            type: fc.constantFrom(...actionDefinitions.map(({ type }) => type), "NoSuchType"),
            inputs: fc.oneof(
              values,
              fc.record(
                {
                  name: names,
                  value: values,
                  from: values,
                  where: values,
                  select: values,
                  content: values,
                  schema: values,
                  method: fc.constant("GET"),
                  uri: templates,
                  runStatus: fc.constantFrom("Failed", "x"),
                  statusCode: values,
                  variables: fc.array(
                    fc.record({ name: names, type: fc.constantFrom("string", "array", "integer", "x"), value: values }),
                    { maxLength: 2 },
                  ),
                },
                { requiredKeys: [] },
              ),
            ),
            runAfter: fc.dictionary(
              names,
              fc.oneof(fc.constant(["Succeeded"]), fc.constant(["Failed", "TimedOut"]), fc.jsonValue({ maxDepth: 1 })),
              { maxKeys: 2 },
            ),
            foreach: values,
            expression: fc.oneof(
              values,
              fc.record({ and: fc.array(fc.record({ equals: fc.tuple(values, values) }), { maxLength: 2 }) }),
            ),
            actions: tie("actions"),
            else: fc.record({ actions: tie("actions") }),
            cases: fc.dictionary(names, fc.record({ case: fc.constantFrom("a", 1), actions: tie("actions") }), {
              maxKeys: 2,
            }),
            default: fc.record({ actions: tie("actions") }),
            limit: fc.record({ count: fc.integer({ max: 20 }) }),
          },
          { requiredKeys: ["type"] },
        ),
      ),
      { maxKeys: 3 },
    ),
  }),
).actions as fc.Arbitrary<Record<string, unknown>>;
