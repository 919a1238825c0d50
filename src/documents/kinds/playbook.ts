/** A playbook: what is done about an incident, an alert or an account. */

import { type Static, type TSchema, Type } from "typebox";
import { type Step, steps } from "../../playbook/steps";
import { anything, bool, either, list, map, mapOf, oneOf, optional, text, texts, whole } from "../shape/words";
import { commonKeys, documentShape, type KindDefinition } from "./kind";
import { ownFolder, type Scaffold } from "./scaffold";

const description =
  "A playbook: steps from the library, or a raw workflow definition; given exactly the rights that its calls need.";

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

const accounts = map(
  {
    of: optional(texts("Keys of rules: only on incidents with alerts of these and no others.", { format: "slug" })),
    max: optional(whole("The most accounts to act on (default 3); with more, people take over.", { minimum: 1 })),
  },
  "Which accounts it acts on.",
);

const guard = map(
  {
    exempt: optional(texts("Keys of Group documents or object ids of groups whose members are never acted on.")),
    privileged: optional(
      oneOf(
        ["ask", "refuse"],
        "What is done about holders of directory roles and service accounts (default refuse): ask for approval, or leave them to people.",
      ),
    ),
    services: optional(texts("Beginnings of the names of service accounts, beside svc-, svc_, svc. and sync_.")),
  },
  "Who is never acted on, or only with approval. Break-glass accounts are always refused.",
);

const approval = map(
  {
    by: list(text("A mail address."), "Who may approve; nobody approves an action on himself.", { minItems: 1 }),
    via: optional(oneOf(["office365"], "How they are asked (default office365: a mail with buttons).")),
    within: optional(
      text("How long an answer is waited for (default 4h); after that it is a no.", { format: "duration" }),
    ),
  },
  "Who is asked, where the guard or a step asks.",
);

/** Keys that every step may have. */
const stepKeys = {
  ask: optional(oneOf(["always"], "always: only with approval, whoever the account is.")),
  stage: commonKeys.stage,
  onFailure: optional(
    oneOf(["stop", "continue"], "stop (default): the account's other steps are not done; continue: they are."),
  ),
};

/** A step that takes a title may be given that alone. */
function stepShape({ settings, summary }: Step): TSchema {
  const own = map({ ...settings.properties, ...stepKeys }, summary);
  if (!("title" in settings.properties)) return own;
  return either([text("Its title.", { minLength: 1 }), own], "a title or { title, description }", summary);
}

const step = either(
  [
    oneOf(
      steps.map(({ name }) => name),
      "A step without settings.",
    ),
    map(
      Object.fromEntries(steps.map((each) => [each.name, Type.Optional(stepShape(each))])),
      "A step with settings.",
    ) as TSchema,
  ],
  "the name of a step or { name: settings }",
  "A step.",
);

const shape = documentShape(
  "Playbook",
  {
    name: optional(text("Its title (default: from the key).", { minLength: 1 })),
    description: optional(text("What it does.")),
    on: optional(oneOf(["incident", "alert", "entity"], "What starts it. A raw definition says so itself.")),
    accounts: optional(accounts),
    guard: optional(guard),
    approval: optional(approval),
    steps: optional(list(step, "What is done, in order, account by account.", { minItems: 1 })),
    undo: optional(bool("Whether there is also a playbook `<key>-undo` that takes the steps back, started by hand.")),
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
on: incident
steps:
  - review-access
  - add-task: Call the user on a known number
`,
};

export const playbook = {
  kind: "Playbook",
  description,
  shape,
  identity: "key",
  foreignKeys: "refuse",
  names: "steps",
  overrides: map(
    { stage: commonKeys.stage, accounts: optional(accounts), approval: optional(approval) },
    "Settings of a playbook for one tenant.",
  ),
  scaffold,
} as const satisfies KindDefinition;
