/** PKT4123: a status in `runAfter` that does not exist. */

import { didYouMean } from "../../diagnostics";
import { after, workflowText } from "./example-workflow";
import { at, LANGUAGE_SOURCE, type WorkflowCheck } from "./workflow-check";

/** The first four are documented, the others stand in the schema of definitions. */
const STATUSES = [
  "Succeeded",
  "Failed",
  "Skipped",
  "TimedOut",
  "Aborted",
  "Cancelled",
  "Faulted",
  "Ignored",
  "Paused",
  "Running",
  "Suspended",
  "Waiting",
];

const known = new Set(STATUSES.map((status) => status.toLowerCase()));
const note = { type: "Compose", inputs: 1 };

export const runAfterStatus: WorkflowCheck = {
  code: "PKT4123",
  severity: "error",
  title: "`runAfter` waits for a status that does not exist",
  why: "Statuses are Succeeded, Failed, Skipped and TimedOut.",
  source: LANGUAGE_SOURCE,
  avoid: workflowText({ First: note, Second: { ...note, runAfter: { First: ["Success"] } } }),
  prefer: workflowText({ First: note, Second: { ...note, ...after("First") } }),
  nearMiss: workflowText({ First: note, Second: { ...note, runAfter: { First: ["SUCCEEDED", "TimedOut"] } } }),
  run: function* ({ actions }) {
    for (const action of actions) {
      for (const { name, statuses, pointer } of action.runAfter) {
        for (const status of statuses) {
          if (known.has(String(status).toLowerCase())) continue;
          const help = didYouMean(String(status), STATUSES);
          const message = `\`${action.name}\` waits for \`${name}\` to end with the unknown status \`${status}\``;
          yield at(runAfterStatus, action, message, { pointer, ...(help === undefined ? {} : { help }) });
        }
      }
    }
  },
};
