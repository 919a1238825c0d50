/** PKT4102: an action or trigger of a type that does not exist. */

import { didYouMean } from "../../diagnostics";
import { actionDefinition, actionDefinitions } from "../actions/registry";
import { triggerType, triggerTypeNames } from "../workflow/trigger-types";
import { workflowText } from "./example-workflow";
import { ACTIONS_SOURCE, at, type WorkflowCheck } from "./workflow-check";

export const unknownType: WorkflowCheck = {
  code: "PKT4102",
  severity: "error",
  title: "an action or trigger of a type that does not exist",
  why: "The service refuses types that it does not know.",
  source: ACTIONS_SOURCE,
  avoid: workflowText({ Loop: { type: "ForEach_", foreach: [1], actions: {} } }),
  prefer: workflowText({ Loop: { type: "Foreach", foreach: [1], actions: {} } }),
  nearMiss: workflowText({ Loop: { type: "foreach", foreach: [1], actions: {} } }),
  run: function* ({ actions, triggers }) {
    for (const action of actions) {
      if (actionDefinition(action.type)) continue;
      yield at(
        unknownType,
        action,
        messageOf(action),
        helpOf(
          action.type,
          actionDefinitions.map(({ type }) => type),
        ),
      );
    }
    for (const trigger of triggers) {
      if (triggerType(trigger.type)) continue;
      yield at(unknownType, trigger, messageOf(trigger), helpOf(trigger.type, triggerTypeNames()));
    }
  },
};

function messageOf({ name, type }: { readonly name: string; readonly type: string }): string {
  return type === "" ? `\`${name}\` has no type` : `\`${name}\` has the unknown type \`${type}\``;
}

function helpOf(type: string, names: readonly string[]): { readonly help?: string } {
  const help = didYouMean(type, names);
  return help === undefined ? {} : { help };
}
