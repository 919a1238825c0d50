/** PKT4406: a static result that is not there. */

import { exampleJson } from "../../diagnostics";
import { memberOf, valueAt } from "../workflow/pointer";
import { workflowText } from "./example-workflow";
import { at, type WorkflowCheck } from "./workflow-check";

const example = (name: string, staticResultOptions = "Enabled") => {
  const note = {
    type: "Compose",
    inputs: 1,
    runtimeConfiguration: { staticResult: { name, staticResultOptions } },
  };
  const { definition } = JSON.parse(workflowText({ Note: note }));
  return exampleJson({
    definition: { ...definition, staticResults: { Note0: { status: "Succeeded", outputs: {} } } },
  });
};

export const staticResultMissing: WorkflowCheck = {
  code: "PKT4406",
  severity: "warning",
  title: "a static result that is not there",
  why: "The action is told to use a mocked result that the definition does not have.",
  source: "https://learn.microsoft.com/azure/logic-apps/test-logic-apps-mock-data-static-results, read 2026-11-23",
  avoid: example("Note1"),
  prefer: example("Note0"),
  nearMiss: example("Note1", "Disabled"),
  run: function* ({ actions, definition }) {
    for (const action of actions) {
      const setting = valueAt(action.json, "runtimeConfiguration/staticResult");
      if (String(memberOf(setting, "staticResultOptions")).toLowerCase() !== "enabled") continue;
      const name = memberOf(setting, "name");
      if (typeof name !== "string" || memberOf(memberOf(definition, "staticResults"), name) !== undefined) continue;
      yield at(
        staticResultMissing,
        action,
        `\`${action.name}\` uses the static result \`${name}\`, which is not there`,
      );
    }
  },
};
