/** PKT4803: a variable that concurrent rounds of a loop overwrite. */

import { concurrencyOf } from "../actions/foreach";
import { isLoop } from "../workflow/action-references";
import { isInside } from "../workflow/order";
import { valueAt } from "../workflow/pointer";
import { callUses, literalArgument } from "../workflow/uses";
import { changedVariable } from "../workflow/variables";
import { type Action, ancestorsOf, isType, type Workflow } from "../workflow/workflow";
import { workflowText } from "./example-workflow";
import { ACTIONS_SOURCE, at, type WorkflowCheck } from "./workflow-check";

const example = (parts: object) =>
  workflowText({
    Init: { type: "InitializeVariable", inputs: { variables: [{ name: "user", type: "string" }] } },
    Each: {
      type: "Foreach",
      foreach: "@triggerBody()",
      actions: { Keep: { type: "SetVariable", inputs: { name: "user", value: "@item()" } } },
      runAfter: { Init: ["Succeeded"] },
      ...parts,
    },
  });

export const variableRace: WorkflowCheck = {
  code: "PKT4803",
  severity: "warning",
  title: "a variable that is set in a concurrent loop",
  why: "Variables belong to the run, and a Foreach runs 20 rounds at once: one round overwrites what another is about to read. One repetition at a time, or a Compose instead of the variable, is safe.",
  source: ACTIONS_SOURCE,
  avoid: example({}),
  prefer: example({ runtimeConfiguration: { concurrency: { repetitions: 1 } } }),
  nearMiss: example({ actions: { Keep: { type: "SetVariable", inputs: { name: "user", value: "found" } } } }),
  run: function* (workflow) {
    const reads = callUses(workflow).filter(({ call }) => call.name.toLowerCase() === "variables");
    const isReadIn = (loop: Action, name: string) =>
      reads.some(({ use, call }) => {
        if (literalArgument(call)?.toLowerCase() !== name.toLowerCase() || use.owner.kind !== "action") return false;
        return isInside(use.owner.action, loop);
      });
    for (const action of workflow.actions) {
      const name = changedVariable(action);
      const loop = ancestorsOf(action).findLast((each) => isLoop(each) && concurrencyOf(each) !== 1);
      if (name === undefined || !loop) continue;
      const isHarmless = !isType(action, "SetVariable") || isOneValue(workflow, loop, name);
      if (isHarmless && !isReadIn(loop, name)) continue;
      yield at(
        variableRace,
        action,
        `\`${action.name}\` changes the variable \`${name}\` in the loop \`${loop.name}\`, whose rounds run at once`,
      );
    }
  },
};

/** Is the variable only ever set to one plain value in the loop? Then it is all the same which round does it. */
function isOneValue({ actions }: Workflow, loop: Action, name: string): boolean {
  const changes = actions.filter(
    (each) => isInside(each, loop) && changedVariable(each)?.toLowerCase() === name.toLowerCase(),
  );
  const values = changes.map((each) => JSON.stringify(valueAt(each.json, "inputs/value")) ?? "");
  return (
    changes.every((each) => isType(each, "SetVariable")) && new Set(values).size === 1 && !values[0]?.includes("@")
  );
}
