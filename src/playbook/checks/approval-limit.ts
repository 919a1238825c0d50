/** PKT4805: an approval that waits for ever. */

import { valueAt } from "../workflow/pointer";
import { isType } from "../workflow/workflow";
import { workflowText } from "./example-workflow";
import { ACTIONS_SOURCE, at, type WorkflowCheck } from "./workflow-check";

const example = (parts: object) =>
  workflowText({
    Ask: {
      type: "ApiConnectionWebhook",
      inputs: {
        host: { connection: { name: "office365" } },
        path: "/approvalmail/$subscriptions",
        body: { NotificationUrl: "@{listCallbackUrl()}" },
      },
      ...parts,
    },
  });

export const approvalLimit: WorkflowCheck = {
  code: "PKT4805",
  severity: "warning",
  title: "an approval without time limit",
  why: "Without `limit.timeout` the run waits up to 90 days, and an answer that comes after weeks still acts on the old facts.",
  source: ACTIONS_SOURCE,
  avoid: example({}),
  prefer: example({ limit: { timeout: "PT4H" } }),
  nearMiss: workflowText(
    { Note: { type: "Compose", inputs: 1 } },
    {
      triggers: {
        Incident: {
          type: "ApiConnectionWebhook",
          inputs: { host: { connection: { name: "azuresentinel" } }, path: "/incident-creation" },
        },
      },
    },
  ),
  run: function* ({ actions }) {
    for (const action of actions) {
      if (!isType(action, "ApiConnectionWebhook") && !isType(action, "HttpWebhook")) continue;
      if (valueAt(action.json, "limit/timeout") !== undefined) continue;
      yield at(approvalLimit, action, `\`${action.name}\` waits for an answer without \`limit.timeout\``);
    }
  },
};
