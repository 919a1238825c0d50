/** PKT4110: a condition that can't be read. */

import { type Diagnostic, didYouMean } from "../../diagnostics";
import { expressionFunction } from "../expressions/functions/registry";
import { CONDITION_OPERATORS, JOINING_OPERATORS } from "../run/condition";
import { below, isJsonObject, valueAt } from "../workflow/pointer";
import { type Action, isType } from "../workflow/workflow";
import { workflowText } from "./example-workflow";
import { ACTIONS_SOURCE, at, type WorkflowCheck } from "./workflow-check";

const example = (expression: object) => workflowText({ Check: { type: "If", expression, actions: {} } });

export const conditionOperator: WorkflowCheck = {
  code: "PKT4110",
  severity: "error",
  title: "a condition with an unknown operator",
  why: "A condition is an expression, or an object with one operator, such as `and` over a list or `equals` over two values.",
  source: ACTIONS_SOURCE,
  avoid: example({ and: [{ notEquals: ["@triggerBody()", 1] }] }),
  prefer: example({ and: [{ not: { equals: ["@triggerBody()", 1] } }] }),
  nearMiss: example({
    or: [
      { not: { contains: ["@triggerBody()?['Title']", "test"] } },
      { startsWith: ["@triggerBody()?['Title']", "New"] },
    ],
  }),
  run: function* ({ actions }) {
    for (const action of actions) {
      if (isType(action, "If"))
        yield* mistakesIn(action, valueAt(action.json, "expression"), below(action.pointer, "expression"), 0);
      if (isType(action, "Query"))
        yield* mistakesIn(action, valueAt(action.json, "inputs/where"), below(action.pointer, "inputs", "where"), 0);
    }
  },
};

/** Conditions deeper than this are not searched. */
const DEPTH_MAX = 50;

function* mistakesIn(action: Action, condition: unknown, pointer: string, depth: number): Generator<Diagnostic> {
  if (!isJsonObject(condition) || depth > DEPTH_MAX) return;
  const keys = Object.keys(condition);
  if (keys.length > 1)
    yield at(conditionOperator, action, `a condition has one operator, got ${keys.length}`, { pointer });
  for (const [name, given] of Object.entries(condition)) {
    const known = expressionFunction(name);
    if (!known) {
      const help = didYouMean(name, CONDITION_OPERATORS);
      yield at(conditionOperator, action, `unknown operator \`${name}\` in a condition`, {
        pointer,
        ...(help === undefined ? {} : { help }),
      });
    } else if (JOINING_OPERATORS.includes(known.name)) {
      for (const part of Array.isArray(given) ? given : [given])
        yield* mistakesIn(action, part, below(pointer, name), depth + 1);
    }
  }
}
