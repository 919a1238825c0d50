/** A playbook: what is done about an incident, an alert or an account. */

import type { Static } from "typebox";
import { anything, list, map, mapOf, oneOf, optional, text, texts } from "../shape/words";
import { commonKeys, documentShape, type KindDefinition } from "./kind";
import { ownFolder, type Scaffold } from "./scaffold";

const description = "A playbook: a raw workflow definition, checked and given exactly the rights that its calls need.";

const right = map(
  {
    graph: optional(text("An application permission of Microsoft Graph.")),
    role: optional(text("A built-in role of Azure, by its display name.")),
    scope: optional(text("Resource id on which the role is given; `workspace` for the tenant's workspace.")),
    application: optional(text("Application id of another API.", { format: "guid" })),
    permission: optional(text("An application permission of that API.")),
  },
  "One of { graph }, { role, scope } or { application, permission }.",
);

const shape = documentShape(
  "Playbook",
  {
    name: optional(text("Its title (default: from the key).", { minLength: 1 })),
    description: optional(text("What it does.")),
    on: optional(oneOf(["incident", "alert", "entity"], "What starts it. A raw definition says so itself.")),
    definition: optional(
      mapOf(anything("A member of it."), "A workflow definition, or { file: name } of a .json file beside."),
    ),
    parameters: optional(
      mapOf(
        anything("A value, or { secret: name } for the encrypted value `picket:<name>` of the stack."),
        "Values of the definition's parameters.",
      ),
    ),
    connections: optional(
      mapOf(text("Name of the managed connector."), "Connectors by the key that the definition uses for them."),
    ),
    rights: optional(
      mapOf(list(right, "Rights."), "What actions need whose need picket does not know, by the name of the action."),
    ),
    accept: optional(texts("High-risk rights that are meant, by name; `unguarded`: a raw definition without guard.")),
    reason: optional(text("Why what it accepts is right.", { minLength: 1 })),
  },
  description,
);

export type PlaybookBody = Static<typeof shape>;

const scaffold: Scaffold = {
  path: ownFolder("playbook.yaml"),
  text: ({ key, title }) => `key: ${key}
kind: Playbook
name: ${title}
definition:
  triggers:
    Microsoft_Sentinel_incident:
      type: ApiConnectionWebhook
      inputs:
        host: { connection: { name: "@parameters('$connections')['azuresentinel']['connectionId']" } }
        body: { callback_url: "@{listCallbackUrl()}" }
        path: /incident-creation
  actions:
    Add_comment:
      type: ApiConnection
      inputs:
        host: { connection: { name: "@parameters('$connections')['azuresentinel']['connectionId']" } }
        method: post
        path: /Incidents/Comment
        body: { incidentArmId: "@triggerBody()?['object']?['id']", message: <p>Seen.</p> }
      runAfter: {}
`,
};

export const playbook = {
  kind: "Playbook",
  description,
  shape,
  identity: "key",
  foreignKeys: "refuse",
  overrides: map({ stage: commonKeys.stage }, "Settings of a playbook for one tenant."),
  scaffold,
} as const satisfies KindDefinition;
