/** PKT4121, PKT4122: what an action runs after must stand beside it. */

import { didYouMean } from "../../diagnostics";
import { actionNamed, siblingNamed } from "../workflow/workflow";
import { after, workflowText } from "./example-workflow";
import { at, LANGUAGE_SOURCE, type WorkflowCheck } from "./workflow-check";

const note = { type: "Compose", inputs: 1 };

export const runAfterMissing: WorkflowCheck = {
  code: "PKT4121",
  severity: "error",
  title: "`runAfter` names an action that does not exist",
  why: "The service refuses the definition: the `runAfter` property contains a non-existent action.",
  source: LANGUAGE_SOURCE,
  avoid: workflowText({ First: note, Second: { ...note, ...after("Frist") } }),
  prefer: workflowText({ First: note, Second: { ...note, ...after("First") } }),
  nearMiss: workflowText({ Second: { ...note, ...after("First") }, First: note }),
  run: function* (workflow) {
    for (const action of workflow.actions) {
      for (const { name, pointer } of action.runAfter) {
        if (actionNamed(workflow, name)) continue;
        const help = didYouMean(
          name,
          action.scope.actions.map((each) => each.name),
        );
        const message = `\`${action.name}\` runs after \`${name}\`, which does not exist`;
        yield at(runAfterMissing, action, message, { pointer, ...(help === undefined ? {} : { help }) });
      }
    }
  },
};

export const runAfterScope: WorkflowCheck = {
  code: "PKT4122",
  severity: "error",
  title: "`runAfter` names an action of another scope",
  why: "An action can wait only for actions that stand beside it. To wait for what is inside a container, wait for the container.",
  source: LANGUAGE_SOURCE,
  avoid: workflowText({ Group: { type: "Scope", actions: { Inner: note } }, Second: { ...note, ...after("Inner") } }),
  prefer: workflowText({ Group: { type: "Scope", actions: { Inner: note } }, Second: { ...note, ...after("Group") } }),
  nearMiss: workflowText({ Group: { type: "Scope", actions: { Inner: note, Next: { ...note, ...after("Inner") } } } }),
  run: function* (workflow) {
    for (const action of workflow.actions) {
      for (const { name, pointer } of action.runAfter) {
        const target = actionNamed(workflow, name);
        if (!target || siblingNamed(action.scope, name)) continue;
        const place = target.scope.owner ? `inside \`${target.scope.owner.name}\`` : "at the top level";
        yield at(runAfterScope, action, `\`${action.name}\` runs after \`${name}\`, which stands ${place}`, {
          pointer,
        });
      }
    }
  },
};
