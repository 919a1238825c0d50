/** PKT4201, PKT4202: an expression reads an action that is not there, or has not run. */

import { didYouMean } from "../../diagnostics";
import { actionReferences, isBefore } from "../workflow/action-references";
import { after, workflowText } from "./example-workflow";
import { atUse, FUNCTIONS_SOURCE, LANGUAGE_SOURCE, type WorkflowCheck } from "./workflow-check";

const note = { type: "Compose", inputs: 1 };

export const actionMissing: WorkflowCheck = {
  code: "PKT4201",
  severity: "error",
  title: "an expression reads an action that does not exist",
  why: "The service refuses the definition. Names are those of the definition, with `_` for the blanks of the designer.",
  source: FUNCTIONS_SOURCE,
  avoid: workflowText({
    First_note: note,
    Copy: { type: "Compose", inputs: "@outputs('First note')", ...after("First_note") },
  }),
  prefer: workflowText({
    First_note: note,
    Copy: { type: "Compose", inputs: "@outputs('First_note')", ...after("First_note") },
  }),
  nearMiss: workflowText({
    First_note: note,
    Copy: { type: "Compose", inputs: "@outputs('first_NOTE')", ...after("First_note") },
  }),
  run: function* (workflow) {
    const names = workflow.actions.map(({ name }) => name);
    for (const { use, call, name, target } of actionReferences(workflow)) {
      if (target) continue;
      const help = didYouMean(name, names);
      yield atUse(
        actionMissing,
        use,
        `\`${call.name}\` reads the action \`${name}\`, which does not exist`,
        help === undefined ? {} : { help },
      );
    }
  },
};

export const actionNotBefore: WorkflowCheck = {
  code: "PKT4202",
  severity: "error",
  title: "an expression reads an action that may not have run yet",
  why: "What an expression reads must stand on the `runAfter` path of its action, or of a container around it. The service refuses anything else.",
  source: LANGUAGE_SOURCE,
  avoid: workflowText({ First: note, Copy: { type: "Compose", inputs: "@outputs('First')" } }),
  prefer: workflowText({ First: note, Copy: { type: "Compose", inputs: "@outputs('First')", ...after("First") } }),
  nearMiss: workflowText({
    First: note,
    Group: { type: "Scope", actions: { Copy: { type: "Compose", inputs: "@outputs('First')" } }, ...after("First") },
  }),
  run: function* (workflow) {
    for (const reference of actionReferences(workflow)) {
      const { use, call, name, target } = reference;
      // A name that is used twice is another finding, and either action may be meant.
      const meant = target ? (workflow.byName.get(name.toLowerCase()) ?? []) : [];
      if (meant.length === 0 || meant.some((each) => isBefore(reference, each))) continue;
      yield atUse(actionNotBefore, use, `\`${call.name}\` reads \`${name}\`, which is not on the \`runAfter\` path`);
    }
  },
};
