/** PKT4301, PKT4306, PKT4307, PKT4308: how variables are declared. */

import { expressionsOf } from "../expressions/template";
import { VARIABLE_TYPES, variableType } from "../run/variables";
import { callsIn, literalArgument, templateUses } from "../workflow/uses";
import { declarationsByName, variableDeclarations } from "../workflow/variables";
import { isType } from "../workflow/workflow";
import { after, workflowText } from "./example-workflow";
import { ACTIONS_SOURCE, at, atUse, type WorkflowCheck } from "./workflow-check";

const init = (...variables: readonly object[]) => ({ type: "InitializeVariable", inputs: { variables } });

export const initVariableNested: WorkflowCheck = {
  code: "PKT4301",
  severity: "error",
  title: "a variable that is initialized inside a container",
  why: "Variables belong to the whole run: InitializeVariable may stand at the top level only.",
  source: ACTIONS_SOURCE,
  avoid: workflowText({ Group: { type: "Scope", actions: { Init: init({ name: "n", type: "integer" }) } } }),
  prefer: workflowText({ Init: init({ name: "n", type: "integer" }) }),
  nearMiss: workflowText({
    Group: { type: "Scope", actions: { Note: { type: "Compose", inputs: 1 } } },
    Init: { ...init({ name: "n", type: "integer" }), ...after("Group") },
  }),
  run: function* ({ actions }) {
    for (const action of actions) {
      if (!isType(action, "InitializeVariable") || !action.scope.owner) continue;
      yield at(
        initVariableNested,
        action,
        `\`${action.name}\` initializes a variable inside \`${action.scope.owner.name}\``,
      );
    }
  },
};

export const variableSameInit: WorkflowCheck = {
  code: "PKT4306",
  severity: "error",
  title: "a variable that reads another of the same InitializeVariable",
  why: "The variables of one action are made together, so none of them can read another: the service can't find it.",
  source: "https://github.com/Azure/logicapps/issues/1447, read 2026-11-23",
  avoid: workflowText({
    Init: init({ name: "a", type: "string", value: "x" }, { name: "b", type: "string", value: "@{variables('a')}" }),
  }),
  prefer: workflowText({
    Init: init({ name: "a", type: "string", value: "x" }),
    Init_b: { ...init({ name: "b", type: "string", value: "@{variables('a')}" }), ...after("Init") },
  }),
  nearMiss: workflowText(
    { Init: init({ name: "a", type: "string", value: "x" }, { name: "b", type: "string", value: "@parameters('a')" }) },
    { parameters: { a: { type: "String", defaultValue: "y" } } },
  ),
  run: function* (workflow) {
    const byName = declarationsByName(workflow);
    for (const use of templateUses(workflow)) {
      const { owner } = use;
      if (owner.kind !== "action" || !isType(owner.action, "InitializeVariable")) continue;
      for (const call of callsIn(expressionsOf(use.parsed))) {
        const name = call.name.toLowerCase() === "variables" ? literalArgument(call) : undefined;
        if (name === undefined || !byName.get(name.toLowerCase())?.some(({ action }) => action === owner.action))
          continue;
        yield atUse(
          variableSameInit,
          use,
          `the variable \`${name}\` is initialized by this very action, so it can't be read here`,
        );
      }
    }
  },
};

export const variableDuplicate: WorkflowCheck = {
  code: "PKT4307",
  severity: "error",
  title: "a variable that is initialized twice",
  why: "A variable is initialized once; later values are given by SetVariable.",
  source: ACTIONS_SOURCE,
  avoid: workflowText({
    Init: init({ name: "n", type: "integer" }),
    Again: { ...init({ name: "N", type: "integer" }), ...after("Init") },
  }),
  prefer: workflowText({
    Init: init({ name: "n", type: "integer" }),
    Again: { type: "SetVariable", inputs: { name: "n", value: 2 }, ...after("Init") },
  }),
  nearMiss: workflowText({
    users: init({ name: "hosts", type: "integer" }),
    hosts: { ...init({ name: "users", type: "integer" }), ...after("users") },
  }),
  run: function* (workflow) {
    for (const [first, ...others] of declarationsByName(workflow).values()) {
      for (const { action, name, pointer } of others) {
        yield at(
          variableDuplicate,
          action,
          `the variable \`${name}\` is initialized by \`${first?.action.name}\` already`,
          { pointer },
        );
      }
    }
  },
};

export const variableTypeUnknown: WorkflowCheck = {
  code: "PKT4308",
  severity: "error",
  title: "a variable of a type that does not exist",
  why: `Variables are of type ${VARIABLE_TYPES.join(", ")}.`,
  source: ACTIONS_SOURCE,
  avoid: workflowText({ Init: init({ name: "n", type: "number" }) }),
  prefer: workflowText({ Init: init({ name: "n", type: "Integer" }) }),
  nearMiss: workflowText({ Init: init({ name: "done", type: "boolean" }, { name: "share", type: "float" }) }),
  run: function* (workflow) {
    for (const { action, name, type, pointer } of variableDeclarations(workflow)) {
      if (variableType(type)) continue;
      const what = type === undefined ? "no type" : `the unknown type \`${type}\``;
      yield at(
        variableTypeUnknown,
        action,
        `the variable \`${name}\` has ${what}; one of ${VARIABLE_TYPES.join(", ")}`,
        { pointer },
      );
    }
  },
};
