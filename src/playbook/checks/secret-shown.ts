/** PKT4804: a secret that people get to read. */

import { valueAt } from "../workflow/pointer";
import { type CallUse, callUses } from "../workflow/uses";
import type { Workflow } from "../workflow/workflow";
import { isType } from "../workflow/workflow";
import { workflowText } from "./example-workflow";
import { atUse, type WorkflowCheck } from "./workflow-check";

const comment = (message: string) =>
  workflowText({
    Init: {
      type: "InitializeVariable",
      inputs: {
        variables: [
          { name: "newPassword", type: "string" },
          { name: "user", type: "string" },
        ],
      },
    },
    Comment: {
      type: "ApiConnection",
      inputs: {
        host: { connection: { name: "sentinel" } },
        method: "post",
        path: "/Incidents/Comment",
        body: { message },
      },
      runAfter: { Init: ["Succeeded"] },
    },
  });

export const secretShown: WorkflowCheck = {
  code: "PKT4804",
  severity: "warning",
  title: "a secret in a comment, mail or message",
  why: "Comments and mails are read by many and kept for long. A new password belongs into a vault, or is set by its owner.",
  source: "picket",
  avoid: comment("the new password is @{variables('newPassword')}"),
  prefer: comment("the password of @{variables('user')} was reset"),
  nearMiss: comment("last changed: @{triggerBody()?['lastPasswordChangeDateTime']}"),
  run: function* (workflow) {
    const secureNames = new Set(secureParameters(workflow));
    for (const each of callUses(workflow)) {
      if (!isShown(each)) continue;
      const name = secretName(each, secureNames);
      if (name !== undefined)
        yield atUse(secretShown, each.use, `\`${name}\` looks like a secret, and this text is sent to people`);
    }
  },
};

/** Paths of the connectors for incident comments, mail and chat. */
const MESSAGE_PATH = /\/(incidents\/comment|comment\/|mail|sendmail|approvalmail|flowbot|conversation|messages?|chat)/i;

function isShown({ use: { owner, path } }: CallUse): boolean {
  if (owner.kind !== "action" || !/^inputs\/body/i.test(path)) return false;
  const { action } = owner;
  const isConnector = isType(action, "ApiConnection") || isType(action, "ApiConnectionWebhook");
  const target = valueAt(action.json, isConnector ? "inputs/path" : "inputs/uri");
  return typeof target === "string" && MESSAGE_PATH.test(target);
}

const SECRET_NAME = /passw(or)?d|pwd|passphrase|secret|api[-_ ]?key|access[-_ ]?key|credential|bearer/i;

/** What is known about a secret is none: `lastPasswordChangeDateTime`, `secretName`, `credentialType`. */
const ABOUT_A_SECRET =
  /(name|id|type|kind|date|time|polic(y|ies)|status|code|state|by|count|length|version|expir(y|es|ed|ation)|chang(e|ed)|set|reset|url|uri)$/i;

/** Keys that say nothing of what is behind them: the name before them does. */
const PLAIN_KEY = /^(body|value|outputs?|result|text|content|data)$/i;

/** What is read in the call, by its last telling name: a key, or else the variable, parameter or action. */
function secretName({ call }: CallUse, secureNames: ReadonlySet<string>): string | undefined {
  if (!READING.has(call.name.toLowerCase())) return undefined;
  const names = [...call.arguments, ...call.accesses.map(({ key }) => key)].flatMap((part) =>
    part.kind === "literal" && typeof part.value === "string" ? [part.value] : [],
  );
  const secure = call.name.toLowerCase() === "parameters" && names.find((name) => secureNames.has(name.toLowerCase()));
  if (secure) return secure;
  const told = names.findLast((name) => !PLAIN_KEY.test(name));
  return told !== undefined && SECRET_NAME.test(told) && !ABOUT_A_SECRET.test(told) ? told : undefined;
}

const READING = new Set(["variables", "parameters", "body", "outputs", "items", "item", "triggerbody"]);

function secureParameters({ parameters }: Workflow): readonly string[] {
  return parameters.filter(({ type }) => /^secure/i.test(String(type))).map(({ name }) => name.toLowerCase());
}
