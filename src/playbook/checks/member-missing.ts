/** PKT4103: an action or trigger without a member that it must have. */

import type { Diagnostic } from "../../diagnostics";
import { actionDefinition } from "../actions/registry";
import { valueAt } from "../workflow/pointer";
import { triggerType } from "../workflow/trigger-types";
import type { Action, Trigger } from "../workflow/workflow";
import { after, workflowText } from "./example-workflow";
import { ACTIONS_SOURCE, at, type WorkflowCheck } from "./workflow-check";

export const memberMissing: WorkflowCheck = {
  code: "PKT4103",
  severity: "error",
  title: "an action or trigger without a member that it must have",
  why: "The service refuses a definition that leaves out what an action needs, such as the address of an HTTP call.",
  source: ACTIONS_SOURCE,
  avoid: workflowText({ Call: { type: "Http", inputs: { method: "GET", uri: "" } } }),
  prefer: workflowText({ Call: { type: "Http", inputs: { method: "GET", uri: "https://contoso.example" } } }),
  nearMiss: workflowText({
    Text: { type: "Join", inputs: { from: ["a", "b"], joinWith: "" } },
    Empty: { type: "Compose", inputs: "", ...after("Text") },
  }),
  run: function* ({ actions, triggers }) {
    for (const action of actions) yield* missingOf(action, actionDefinition(action.type)?.required ?? []);
    for (const trigger of triggers) yield* missingOf(trigger, triggerType(trigger.type)?.required ?? []);
  },
};

/** An empty text counts as missing where something must be named; elsewhere it is a value. */
const MAY_BE_EMPTY = /(^|\/)(joinWith|value|content|inputs|from|foreach|select)$/;

function* missingOf(owner: Action | Trigger, required: readonly string[]): Generator<Diagnostic> {
  for (const path of required) {
    const value = valueAt(owner.json, path);
    if (value !== undefined && (value !== "" || MAY_BE_EMPTY.test(path))) continue;
    const member = path.replaceAll("/", ".");
    yield at(memberMissing, owner, `\`${owner.name}\` of type ${owner.type} has no \`${member}\``);
  }
}
