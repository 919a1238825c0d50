/** PKT4105: two actions with the same name. */

import { after, workflowText } from "./example-workflow";
import { at, LANGUAGE_SOURCE, type WorkflowCheck } from "./workflow-check";

const note = { type: "Compose", inputs: 1 };

export const duplicateName: WorkflowCheck = {
  code: "PKT4105",
  severity: "error",
  title: "two actions with the same name",
  why: "Names are unique over the whole workflow, whatever their case and wherever the actions stand, because expressions find actions by name.",
  source: LANGUAGE_SOURCE,
  avoid: workflowText({ Note: note, Group: { type: "Scope", actions: { note } } }),
  prefer: workflowText({ Note: note, Group: { type: "Scope", actions: { Note_2: note }, ...after("Note") } }),
  nearMiss: workflowText(
    { Note: { type: "Compose", inputs: "@parameters('Note')" } },
    { parameters: { Note: { type: "String", defaultValue: "to do" } } },
  ),
  run: function* ({ byName }) {
    for (const [first, ...others] of byName.values()) {
      for (const other of others) {
        yield at(
          duplicateName,
          other,
          `the name \`${other.name}\` is used twice; the other action stands at \`${first?.pointer}\``,
        );
      }
    }
  },
};
