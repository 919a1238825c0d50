/** PKT4101: parts of a definition that are not what they have to be. */

import { type Diagnostic, finding } from "../../diagnostics";
import { below, isJsonObject, memberOf } from "../workflow/pointer";
import type { Scope } from "../workflow/workflow";
import { workflowText } from "./example-workflow";
import { at, LANGUAGE_SOURCE, type WorkflowCheck } from "./workflow-check";

export const shape: WorkflowCheck = {
  code: "PKT4101",
  severity: "error",
  title: "a part of a definition that is not what it has to be",
  why: "`actions`, `triggers` and `parameters` are objects by name, and each action is an object; `runAfter` has a list of statuses for each name.",
  source: LANGUAGE_SOURCE,
  avoid: workflowText({
    First: { type: "Compose", inputs: 1 },
    Second: { type: "Compose", inputs: 1, runAfter: { First: "Succeeded" } },
  }),
  prefer: workflowText({
    First: { type: "Compose", inputs: 1 },
    Second: { type: "Compose", inputs: 1, runAfter: { First: ["Succeeded"] } },
  }),
  nearMiss: workflowText({ First: { type: "Compose", inputs: 1, runAfter: {} } }, { parameters: {}, outputs: {} }),
  run: function* ({ definition, pointer, top, actions, triggers }) {
    for (const member of ["triggers", "actions", "parameters", "outputs", "staticResults"]) {
      const value = memberOf(definition, member);
      if (value !== undefined && value !== null && !isJsonObject(value))
        yield notAnObject(member, below(pointer, member));
    }
    for (const trigger of triggers) {
      if (Object.keys(trigger.json).length === 0) yield at(shape, trigger, `the trigger \`${trigger.name}\` is empty`);
    }
    for (const scope of [top, ...actions.flatMap(({ scopes }) => scopes)]) yield* mistakesIn(scope);
  },
};

function notAnObject(member: string, pointer: string): Diagnostic {
  return finding(shape, { message: `\`${member}\` must be an object`, pointer });
}

function* mistakesIn({ actions }: Scope): Generator<Diagnostic> {
  for (const action of actions) {
    if (Object.keys(action.json).length === 0) yield at(shape, action, `the action \`${action.name}\` is empty`);
    const runAfter = memberOf(action.json, "runAfter");
    if (runAfter === undefined || runAfter === null) continue;
    const pointer = below(action.pointer, "runAfter");
    if (!isJsonObject(runAfter))
      yield at(shape, action, "`runAfter` must be an object of names and statuses", { pointer });
    else {
      for (const [name, statuses] of Object.entries(runAfter)) {
        if (!Array.isArray(statuses))
          yield at(shape, action, `\`runAfter\` of \`${name}\` must be a list of statuses`, {
            pointer: below(pointer, name),
          });
        else if (statuses.length === 0)
          yield at(shape, action, `\`runAfter\` of \`${name}\` lists no status`, {
            pointer: below(pointer, name),
            severity: "warning",
          });
      }
    }
  }
}
