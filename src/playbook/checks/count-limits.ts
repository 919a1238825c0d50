/** PKT4108: more of something than a workflow may have. */

import { type Diagnostic, finding } from "../../diagnostics";
import { below, isJsonObject } from "../workflow/pointer";
import { variableDeclarations } from "../workflow/variables";
import { workflowText } from "./example-workflow";
import { LIMITS_SOURCE, type WorkflowCheck } from "./workflow-check";

const LIMITS = { actions: 500, triggers: 10, variables: 250, parameters: 50, outputs: 10 } as const;

export const countLimits: WorkflowCheck = {
  code: "PKT4108",
  severity: "error",
  title: "more actions, triggers, variables, parameters or outputs than a workflow may have",
  why: "The service refuses a definition beyond these counts: 500 actions, 10 triggers, 250 variables, 50 parameters, 10 outputs.",
  source: LIMITS_SOURCE,
  avoid: () => workflowText(many(LIMITS.actions + 1)),
  prefer: () => workflowText(many(2)),
  nearMiss: () => workflowText(many(LIMITS.actions)),
  run: function* (workflow) {
    const { actions, triggers, parameters, definition, pointer } = workflow;
    const outputs = isJsonObject(definition.outputs) ? Object.keys(definition.outputs).length : 0;
    const counts = {
      actions: actions.length,
      triggers: triggers.length,
      variables: variableDeclarations(workflow).length,
      parameters: parameters.length,
      outputs,
    };
    for (const [what, most] of Object.entries(LIMITS) as [keyof typeof LIMITS, number][]) {
      if (counts[what] > most)
        yield tooMany(what, counts[what], most, below(pointer, what === "variables" ? "actions" : what));
    }
  },
};

function tooMany(what: string, count: number, most: number, pointer: string): Diagnostic {
  return finding(countLimits, { message: `the workflow has ${count} ${what}; at most ${most} are allowed`, pointer });
}

function many(count: number): object {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`Note_${index}`, { type: "Compose", inputs: 1 }]),
  );
}
