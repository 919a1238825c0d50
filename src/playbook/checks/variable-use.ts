/** PKT4302 to PKT4305: how variables are read and changed. */

import { didYouMean } from "../../diagnostics";
import { fromJson } from "../expressions/value";
import { fitted, variableType } from "../run/variables";
import { hasEnded } from "../workflow/order";
import { valueAt } from "../workflow/pointer";
import { callUses, literalArgument } from "../workflow/uses";
import { changedVariable, declarationsByName, type VariableDeclaration } from "../workflow/variables";
import { type Action, isType, type Workflow } from "../workflow/workflow";
import { after, workflowText } from "./example-workflow";
import { ACTIONS_SOURCE, at, atUse, type WorkflowCheck } from "./workflow-check";

const init = (name: string, type: string) => ({ type: "InitializeVariable", inputs: { variables: [{ name, type }] } });
const set = (name: string, value: unknown, type = "SetVariable") => ({
  type,
  inputs: { name, value },
  ...after("Init"),
});

/** Calls of `variables()` and actions that change a variable, by name. */
function* uses(workflow: Workflow) {
  for (const { use, call } of callUses(workflow)) {
    const name = call.name.toLowerCase() === "variables" ? literalArgument(call) : undefined;
    if (name !== undefined) yield { name, owner: use.owner, report: { use } };
  }
  for (const action of workflow.actions) {
    const name = changedVariable(action);
    if (name !== undefined) yield { name, owner: { kind: "action", action } as const, report: { action } };
  }
}

export const variableMissing: WorkflowCheck = {
  code: "PKT4302",
  severity: "error",
  title: "a variable that is never initialized",
  why: "The service refuses a definition that reads or changes a variable which no InitializeVariable makes.",
  source: ACTIONS_SOURCE,
  avoid: workflowText({ Init: init("count", "integer"), Change: set("cuont", 2) }),
  prefer: workflowText({ Init: init("count", "integer"), Change: set("count", 2) }),
  nearMiss: workflowText({
    Init: {
      type: "InitializeVariable",
      inputs: {
        variables: [
          { name: "user", type: "string" },
          { name: "Count", type: "integer" },
        ],
      },
    },
    Change: set("count", "@length(variables('USER'))"),
  }),
  run: function* (workflow) {
    const byName = declarationsByName(workflow);
    for (const { name, report } of uses(workflow)) {
      if (byName.has(name.toLowerCase())) continue;
      const message = `the variable \`${name}\` is never initialized`;
      const help = didYouMean(
        name,
        [...byName.values()].flatMap((each) => each.map((declaration) => declaration.name)),
      );
      const parts = help === undefined ? {} : { help };
      yield "use" in report
        ? atUse(variableMissing, report.use, message, parts)
        : at(variableMissing, report.action, message, parts);
    }
  },
};

export const variableNotBefore: WorkflowCheck = {
  code: "PKT4303",
  severity: "error",
  title: "a variable that may not be initialized yet",
  why: "The InitializeVariable must stand on the `runAfter` path of what reads or changes the variable.",
  source: ACTIONS_SOURCE,
  avoid: workflowText({
    Init: init("count", "integer"),
    Change: { type: "SetVariable", inputs: { name: "count", value: 2 } },
  }),
  prefer: workflowText({ Init: init("count", "integer"), Change: set("count", 2) }),
  nearMiss: workflowText({
    Init: init("count", "integer"),
    Group: {
      type: "Scope",
      actions: { Change: { type: "SetVariable", inputs: { name: "count", value: 2 } } },
      ...after("Init"),
    },
  }),
  run: function* (workflow) {
    const byName = declarationsByName(workflow);
    for (const { name, owner, report } of uses(workflow)) {
      const declared = byName.get(name.toLowerCase());
      if (!declared || owner.kind === "outputs") continue;
      if (owner.kind === "action" && isInitialized(declared, owner.action)) continue;
      const message = `the variable \`${name}\` is initialized by \`${declared[0]?.action.name}\`, which is not on the \`runAfter\` path`;
      yield "use" in report
        ? atUse(variableNotBefore, report.use, message)
        : at(variableNotBefore, report.action, message);
    }
  },
};

/** That an action reads what it makes itself is another finding. */
function isInitialized(declared: readonly VariableDeclaration[], action: Action): boolean {
  return declared.some((each) => each.action === action || hasEnded(each.action, action));
}

const FITTING_TYPES: Readonly<Record<string, readonly string[]>> = {
  appendtoarrayvariable: ["array"],
  appendtostringvariable: ["string"],
  incrementvariable: ["integer", "float"],
  decrementvariable: ["integer", "float"],
};

export const variableWrongType: WorkflowCheck = {
  code: "PKT4304",
  severity: "error",
  title: "a variable that is changed against its type",
  why: "Arrays are appended to by AppendToArrayVariable, texts by AppendToStringVariable; only numbers are counted up and down; a value must have the variable's type.",
  source: ACTIONS_SOURCE,
  avoid: workflowText({ Init: init("list", "string"), Change: set("list", 1, "AppendToArrayVariable") }),
  prefer: workflowText({ Init: init("list", "array"), Change: set("list", 1, "AppendToArrayVariable") }),
  nearMiss: workflowText({ Init: init("list", "String"), Change: set("list", "@triggerBody()") }),
  run: function* (workflow) {
    const byName = declarationsByName(workflow);
    for (const action of workflow.actions) {
      const name = changedVariable(action);
      const [declaration] = name === undefined ? [] : (byName.get(name.toLowerCase()) ?? []);
      const type = variableType(declaration?.type);
      if (!declaration || !type) continue;
      const fitting = FITTING_TYPES[action.type.toLowerCase()];
      if (fitting && !fitting.includes(type)) {
        yield at(
          variableWrongType,
          action,
          `\`${action.name}\` of type ${action.type} changes the variable \`${name}\`, which is of type ${type}`,
        );
      } else if (!fitting && isMisfit(type, valueAt(action.json, "inputs/value"))) {
        yield at(variableWrongType, action, `the variable \`${name}\` of type ${type} does not take this value`, {
          severity: "warning",
        });
      }
    }
    for (const { action, name, type: given, value, pointer } of [...byName.values()].flat()) {
      const type = variableType(given);
      if (!type || !isMisfit(type, value)) continue;
      yield at(variableWrongType, action, `the variable \`${name}\` of type ${type} does not take its first value`, {
        pointer,
        severity: "warning",
      });
    }
  },
};

/** Only plain values are judged: what an expression gives is known in the run. A text may hold a number or a JSON value. */
function isMisfit(type: NonNullable<ReturnType<typeof variableType>>, value: unknown): boolean {
  if (
    value === undefined ||
    value === null ||
    (typeof value === "string" && (type !== "boolean" || value.includes("@")))
  )
    return false;
  if (type === "boolean" && typeof value === "string") return !/^(true|false)$/i.test(value);
  return fitted(type, fromJson(value)) === undefined && !(type === "string" && typeof value !== "object");
}

export const variableSelfReference: WorkflowCheck = {
  code: "PKT4305",
  severity: "error",
  title: "SetVariable reads the variable that it sets",
  why: "The service refuses it: self reference is not supported when a variable is updated. A Compose before it can hold the new value.",
  source: "https://learn.microsoft.com/azure/logic-apps/logic-apps-create-variables-store-values, read 2026-11-23",
  avoid: workflowText({ Init: init("text", "string"), Change: set("text", "@concat(variables('text'), '!')") }),
  prefer: workflowText({ Init: init("text", "string"), Change: set("text", "!", "AppendToStringVariable") }),
  nearMiss: workflowText({
    Init: init("text", "string"),
    Longer: { type: "Compose", inputs: "@concat(variables('text'), '!')", ...after("Init") },
    Change: { ...set("text", "@outputs('Longer')"), ...after("Longer") },
  }),
  run: function* (workflow) {
    for (const { use, call } of callUses(workflow)) {
      if (use.owner.kind !== "action" || call.name.toLowerCase() !== "variables") continue;
      const { action } = use.owner;
      const name = literalArgument(call)?.toLowerCase();
      if (name === undefined || changedVariable(action)?.toLowerCase() !== name) continue;
      const severity = isType(action, "SetVariable") ? "error" : "warning";
      yield atUse(variableSelfReference, use, `\`${action.name}\` reads the variable \`${name}\` that it changes`, {
        severity,
      });
    }
  },
};
