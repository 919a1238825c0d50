/** PKT4809 to PKT4813: HTTP calls that work differently from how they look. */

import { connectionKey } from "../workflow/connections";
import { endedBefore } from "../workflow/order";
import { type JsonObject, memberOf, valueAt } from "../workflow/pointer";
import { templateUses } from "../workflow/uses";
import { type Action, ancestorsOf, isType, type Workflow } from "../workflow/workflow";
import { after, workflowText } from "./example-workflow";
import { at, type WorkflowCheck } from "./workflow-check";

const identity = { type: "ManagedServiceIdentity", audience: "https://graph.microsoft.com" };
const graph = (method: string, path: string, parts: object = {}) => ({
  type: "Http",
  inputs: { method, uri: `https://graph.microsoft.com/v1.0${path}`, authentication: identity, ...parts },
});

function httpActions({ actions }: Workflow): readonly Action[] {
  return actions.filter((action) => isType(action, "Http"));
}

function textAt(action: Action, path: string): string {
  const value = valueAt(action.json, path);
  return typeof value === "string" ? value : "";
}

export const listWithoutNextLink: WorkflowCheck = {
  code: "PKT4809",
  severity: "warning",
  title: "a Graph list of which only the first page is read",
  why: "Graph answers in pages; what is behind `@odata.nextLink` is missed.",
  source: "https://learn.microsoft.com/graph/paging, read 2026-11-23",
  avoid: workflowText({ List: graph("GET", "/groups/1/members") }),
  prefer: workflowText({ Get: graph("GET", "/users/nina@contoso.example") }),
  nearMiss: workflowText({ Find: graph("GET", "/users?$filter=userPrincipalName eq 'nina@contoso.example'") }),
  run: function* (workflow) {
    const follows = templateUses(workflow).some(({ text }) => text.includes("odata.nextLink"));
    if (follows) return;
    for (const action of httpActions(workflow)) {
      const uri = textAt(action, "inputs/uri");
      const isList =
        /graph\.microsoft\.com/i.test(uri) &&
        (LIST_PATH.test(uri) || /[?&]\$filter=/i.test(uri)) &&
        !/\$top=1\b/.test(uri) &&
        !isLookup(uri);
      if (!isList || textAt(action, "inputs/method").toUpperCase() !== "GET") continue;
      if (valueAt(action.json, "runtimeConfiguration/paginationPolicy") !== undefined) continue;
      yield at(listWithoutNextLink, action, `\`${action.name}\` reads a list from Graph, but only its first page`);
    }
  },
};

const LIST_PATH =
  /\/(users|groups|members|memberOf|transitiveMemberOf|ownedObjects|owners|signIns|riskyUsers|devices|registeredDevices|methods)\/?(\?|$)/i;

/** A filter on what only one object has gives one page. */
function isLookup(uri: string): boolean {
  const isByKey = /[?&]\$filter=(id|userPrincipalName|appId)(\s|%20|\+)+eq(\s|%20|\+)/i.test(uri);
  return isByKey && !/(\s|%20|\+)or(\s|%20|\+)/i.test(uri);
}

export const retriedWrite: WorkflowCheck = {
  code: "PKT4810",
  severity: "warning",
  title: "a call that is retried although a repetition does harm",
  why: "Without `retryPolicy` the service repeats a call up to four times, also when the first one did its work and only the answer was lost. A mail is then sent twice.",
  source: "https://learn.microsoft.com/azure/logic-apps/logic-apps-exception-handling, read 2026-11-23",
  avoid: workflowText({ Send: graph("POST", "/users/soc@contoso.example/sendMail") }),
  prefer: workflowText({
    Send: graph("POST", "/users/soc@contoso.example/sendMail", { retryPolicy: { type: "none" } }),
  }),
  nearMiss: workflowText({ Revoke: graph("POST", "/users/nina@contoso.example/revokeSignInSessions") }),
  run: function* (workflow) {
    for (const action of httpActions(workflow)) {
      const isUnsafe = /\/(sendMail|messages|users|groups|invitations|devices)\/?(\?|$)/i.test(
        textAt(action, "inputs/uri"),
      );
      if (!isUnsafe || textAt(action, "inputs/method").toUpperCase() !== "POST") continue;
      if (valueAt(action.json, "inputs/retryPolicy") !== undefined) continue;
      yield at(retriedWrite, action, `\`${action.name}\` is retried by default, and each repetition counts`);
    }
  },
};

export const audienceBlank: WorkflowCheck = {
  code: "PKT4811",
  severity: "warning",
  title: "an audience with a blank",
  why: "The token is asked for exactly this audience, so a blank before or after it gets none.",
  source: "picket",
  avoid: workflowText({
    Get: graph("GET", "/me", { authentication: { ...identity, audience: " https://graph.microsoft.com" } }),
  }),
  prefer: workflowText({ Get: graph("GET", "/me") }),
  nearMiss: workflowText({
    Get: graph("GET", "/me", { authentication: { ...identity, audience: "https://graph.microsoft.com/" } }),
  }),
  run: function* ({ actions }) {
    for (const action of actions) {
      const audience = textAt(action, "inputs/authentication/audience");
      if (audience !== audience.trim())
        yield at(audienceBlank, action, `the audience \`${audience}\` has a blank at an end`);
    }
  },
};

export const oldSentinelPath: WorkflowCheck = {
  code: "PKT4812",
  severity: "warning",
  title: "an old path of the Sentinel connector",
  why: "Paths that start with `/Case`, `/Cases` or `/Comment` are the connector's second version; its successors work on incidents by their ARM id.",
  source: "https://learn.microsoft.com/connectors/azuresentinel, read 2026-11-23",
  avoid: workflowText({ Comment: connector("put", "/Comment/@{triggerBody()?['SystemAlertId']}") }),
  prefer: workflowText({ Comment: connector("post", "/Incidents/Comment") }),
  nearMiss: workflowText(
    {
      Ticket: {
        type: "ApiConnection",
        inputs: {
          host: { connection: { name: "@parameters('$connections')['servicedesk']['connectionId']" } },
          method: "put",
          path: "/cases/1/status",
        },
      },
    },
    { parameters: { $connections: { type: "Object", defaultValue: {} } } },
  ),
  run: function* ({ actions, values }) {
    for (const action of actions) {
      if (!isType(action, "ApiConnection") || !/^\/(case|cases|comment)\//i.test(textAt(action, "inputs/path")))
        continue;
      if (!/sentinel/i.test(connectionOf(action, values))) continue;
      yield at(oldSentinelPath, action, `\`${action.name}\` uses an old path of the Sentinel connector`);
    }
  },
};

/** What tells the connector: the id of the connection that is given, or else the key that the action knows it by. */
function connectionOf(action: Action, values: JsonObject | undefined): string {
  const name = textAt(action, "inputs/host/connection/name");
  const key = connectionKey(name) ?? name;
  const id = valueAt(memberOf(valueAt(values, "$connections/value"), key), "id");
  return typeof id === "string" ? id : key;
}

function connector(method: string, path: string): object {
  return { type: "ApiConnection", inputs: { host: { connection: { name: "azuresentinel" } }, method, path } };
}

export const unguardedWrite: WorkflowCheck = {
  code: "PKT4813",
  severity: "warning",
  title: "a change to the directory that nothing guards",
  why: "A false alert then locks out whoever it names. A condition, an approval or a guard before the call keeps break-glass and service accounts out.",
  source: "picket",
  avoid: workflowText({ Disable: graph("PATCH", "/users/nina@contoso.example", { body: { accountEnabled: false } }) }),
  prefer: workflowText({
    Ask: {
      type: "ApiConnectionWebhook",
      inputs: { host: { connection: { name: "office365" } }, path: "/approvalmail/$subscriptions" },
      limit: { timeout: "PT4H" },
    },
    Disable: { ...graph("PATCH", "/users/nina@contoso.example", { body: { accountEnabled: false } }), ...after("Ask") },
  }),
  nearMiss: workflowText({
    Tell: graph("POST", "/users/soc@contoso.example/sendMail", { retryPolicy: { type: "none" } }),
  }),
  run: function* (workflow) {
    for (const action of httpActions(workflow)) {
      const isWrite = ["PATCH", "POST", "PUT", "DELETE"].includes(textAt(action, "inputs/method").toUpperCase());
      if (!isWrite || !/graph\.microsoft\.com\/[^/]+\/(users|groups|identity)/i.test(textAt(action, "inputs/uri")))
        continue;
      const isReading =
        /\/(getMemberGroups|checkMemberGroups|getMemberObjects|checkMemberObjects|getByIds|\$query)/i.test(
          textAt(action, "inputs/uri"),
        );
      if (isReading || OWN_THINGS.test(textAt(action, "inputs/uri")) || isGuarded(action)) continue;
      yield at(
        unguardedWrite,
        action,
        `\`${action.name}\` changes the directory, and no condition, approval or guard comes before it`,
      );
    }
  },
};

/** Parts of a user that are no part of the directory: mail, calendar, chats, files. */
const OWN_THINGS =
  /\/users\/[^?]*\/(sendMail|messages|mailFolders|events|calendar|chats|onlineMeetings|contacts|todo|planner|drives?)\b/i;

const GUARDING_TYPES = /^(if|switch|apiconnectionwebhook|httpwebhook|workflow)$/i;

function isGuarded(action: Action): boolean {
  if (ancestorsOf(action).some(({ type }) => GUARDING_TYPES.test(type))) return true;
  return [...endedBefore(action)].some(({ type }) => GUARDING_TYPES.test(type));
}
