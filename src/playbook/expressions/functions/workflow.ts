/** Functions that read the run: trigger, actions, loops, parameters, variables. */

import type { ActionView, ExpressionContext } from "../context";
import { invalid, unsupported } from "../failure";
import { isArray, isObject, propertyOf, type Value } from "../value";
import { textAt } from "./arguments";
import type { ExpressionFunction } from "./definition";

/** The examples of this file are evaluated in this world; see the test of the functions. */
function actionAt(given: readonly Value[], { action }: ExpressionContext): ActionView {
  const name = textAt(given, 0);
  return action(name) ?? invalid(`the action \`${name}\` is not known, or has not run`);
}

function outputsOf(trigger: Value | undefined): Value {
  if (trigger === undefined) return invalid("there is no trigger to read");
  return isObject(trigger) ? (propertyOf(trigger, "outputs") ?? null) : null;
}

function bodyOf(outputs: Value): Value {
  return isObject(outputs) ? (propertyOf(outputs, "body") ?? null) : null;
}

const action: ExpressionFunction = {
  name: "action",
  summary: "the record of the action that it stands in",
  arity: [0, 0],
  examples: [],
  call: (_, { currentAction }) => currentAction() ?? invalid("`action()` can't be used here"),
};

const actions: ExpressionFunction = {
  name: "actions",
  summary: "the record of an action",
  arity: [1, 1],
  examples: [["actions('Get_user').status", "Succeeded"]],
  call: (given, context) => actionAt(given, context).record(),
};

const body: ExpressionFunction = {
  name: "body",
  summary: "the body of an action's outputs",
  arity: [1, 1],
  examples: [["body('get_user').Name", "Nina"]],
  call: (given, context) => actionAt(given, context).body,
};

/** Names of an older reference; definitions that use them still stand. */
const actionBody: ExpressionFunction = {
  ...body,
  name: "actionBody",
  summary: "the body of an action's outputs (the old name of body)",
  examples: [["actionBody('Get_user').Name", "Nina"]],
};

const outputs: ExpressionFunction = {
  name: "outputs",
  summary: "the outputs of an action",
  arity: [1, 1],
  examples: [["outputs('Get_user').statusCode", 200]],
  call: (given, context) => actionAt(given, context).outputs,
};

const actionOutputs: ExpressionFunction = {
  ...outputs,
  name: "actionOutputs",
  summary: "the outputs of an action (the old name of outputs)",
  examples: [["actionOutputs('Get_user').statusCode", 200]],
};

const result: ExpressionFunction = {
  name: "result",
  summary: "the records of the first-level actions of a scope",
  arity: [1, 1],
  examples: [],
  call: (given, { results }) => {
    const name = textAt(given, 0);
    return results(name) ?? invalid(`the scope \`${name}\` is not known, or has not run`);
  },
};

const item: ExpressionFunction = {
  name: "item",
  summary: "the item of the nearest loop or query",
  arity: [0, 0],
  examples: [["item().id", 7]],
  call: (_, { item: current }) => current() ?? invalid("`item()` can only be used inside a loop or a data operation"),
};

const items: ExpressionFunction = {
  name: "items",
  summary: "the item of a loop by its name",
  arity: [1, 1],
  examples: [["items('for_each').id", 7]],
  call: (given, { items: itemsOf }) => {
    const name = textAt(given, 0);
    return itemsOf(name) ?? invalid(`\`${name}\` is not a loop around this action`);
  },
};

const iterationIndexes: ExpressionFunction = {
  name: "iterationIndexes",
  summary: "the number of the current round of an Until loop, from 0",
  arity: [1, 1],
  examples: [["iterationIndexes('Until')", 2]],
  call: (given, { iterationIndex }) => {
    const name = textAt(given, 0);
    return iterationIndex(name) ?? invalid(`\`${name}\` is not an Until loop around this action`);
  },
};

const listCallbackUrl: ExpressionFunction = {
  name: "listCallbackUrl",
  summary: "the URL on which a webhook waits",
  arity: [0, 0],
  examples: [],
  call: (_, { callbackUrl }) => callbackUrl() ?? unsupported("`listCallbackUrl()` has a value only in a run"),
};

const parameters: ExpressionFunction = {
  name: "parameters",
  summary: "a parameter of the workflow",
  arity: [1, 1],
  examples: [["parameters('fullName')", "Sophia Owen"]],
  call: (given, { parameter }) => {
    const name = textAt(given, 0);
    return parameter(name) ?? invalid(`the workflow has no parameter \`${name}\``);
  },
};

const variables: ExpressionFunction = {
  name: "variables",
  summary: "a variable of the run",
  arity: [1, 1],
  examples: [["variables('numItems')", 20]],
  call: (given, { variable }) => {
    const name = textAt(given, 0);
    return variable(name) ?? invalid(`the variable \`${name}\` is not initialized`);
  },
};

const trigger: ExpressionFunction = {
  name: "trigger",
  summary: "the record of the trigger",
  arity: [0, 0],
  examples: [["trigger().outputs.body.a", 1]],
  call: (_, { trigger: record }) => record() ?? invalid("there is no trigger to read"),
};

const triggerBody: ExpressionFunction = {
  name: "triggerBody",
  summary: "the body of the trigger's outputs",
  arity: [0, 0],
  examples: [["triggerBody()?.a", 1]],
  call: (_, { trigger: record }) => bodyOf(outputsOf(record())),
};

const triggerOutputs: ExpressionFunction = {
  name: "triggerOutputs",
  summary: "the outputs of the trigger",
  arity: [0, 0],
  examples: [["triggerOutputs().body.a", 1]],
  call: (_, { trigger: record }) => outputsOf(record()),
};

const workflow: ExpressionFunction = {
  name: "workflow",
  summary: "the workflow and its run",
  arity: [0, 0],
  examples: [["workflow().run.name", "run-1"]],
  call: (_, { workflow: record }) => record() ?? invalid("there is no workflow to read"),
};

/** The body of a trigger's outputs, for the functions on form data. */
export function triggerBodyOf({ trigger: record }: ExpressionContext): Value {
  return bodyOf(outputsOf(record()));
}

/** The body of an action's outputs, for the functions on form data. */
export function actionBodyOf(given: readonly Value[], context: ExpressionContext): Value {
  const value = actionAt(given, context).body;
  return isArray(value) ? unsupported("form data of an action in a loop can't be read from outside") : value;
}

export const workflowFunctions: readonly ExpressionFunction[] = [
  action,
  actionBody,
  actionOutputs,
  actions,
  body,
  item,
  items,
  iterationIndexes,
  listCallbackUrl,
  outputs,
  parameters,
  result,
  trigger,
  triggerBody,
  triggerOutputs,
  variables,
  workflow,
];
