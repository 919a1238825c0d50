/** Cases that show what a playbook does, and to whom it does nothing. */

import type { Static } from "typebox";
import { anything, bool, either, list, map, mapOf, oneOf, optional, text, texts, whole } from "../shape/words";
import { documentShape, type KindDefinition } from "./kind";
import { ownFolder, type Scaffold } from "./scaffold";

const description = "Cases of a playbook: people and an incident given, what is done and said expected.";

const person = map(
  {
    upn: optional(text("User principal name (default: the key at contoso.example).", { minLength: 1 })),
    id: optional(text("Object id (default: made from the key).", { format: "guid" })),
    exists: optional(bool("Whether the directory has the account (default true).")),
    enabled: optional(bool("Whether the account is enabled (default true).")),
    breakGlass: optional(bool("Whether it is in the tenant's break-glass group (default false).")),
    guest: optional(bool("Whether it is a guest (default false).")),
    synchronized: optional(bool("Whether it comes from an on-premises directory (default false).")),
    roles: optional(texts("Directory roles that it holds, by name.")),
    eligible: optional(texts("Directory roles that it may activate, by name.")),
    groups: optional(texts("Keys of Group documents, or object ids, that it is a member of.")),
    manager: optional(text("Its manager, by key.", { minLength: 1 })),
    methods: optional(texts("Types of its authentication methods, such as phone, fido2, microsoftAuthenticator.")),
    properties: optional(mapOf(anything("A value."), "Further properties, in Graph's names.")),
  },
  "Somebody in the directory.",
);

const entities = mapOf(
  list(anything("A person's key, a text, or identifiers."), "Entities of the type."),
  "Entities by type: people by key, addresses and names as text, or identifiers by name.",
);

const alert = map(
  {
    rule: text("Key of the analytics rule, or its id.", { minLength: 1 }),
    entities: optional(entities),
    customDetails: optional(mapOf(texts("Values."), "Custom details by name.")),
  },
  "One more alert of the incident.",
);

const incident = map(
  {
    rule: text("Key of the analytics rule of its alert, or its id.", { minLength: 1 }),
    title: optional(text("Its title (default: the rule's name).")),
    severity: optional(oneOf(["High", "Medium", "Low", "Informational"], "Its severity (default: the rule's).")),
    status: optional(oneOf(["New", "Active", "Closed"], "Its status (default New).")),
    tags: optional(texts("Tags that it has.")),
    entities: optional(entities),
    customDetails: optional(mapOf(texts("Values."), "Custom details of its alert by name.")),
    also: optional(list(alert, "Further alerts, of other rules.")),
  },
  "What starts the playbook.",
);

const answer = either(
  [
    text("approve, reject, none, or one of the options that are shown."),
    map(
      {
        answer: text("approve, reject, none, or one of the options that are shown."),
        by: optional(text("Who answers: a person's key or an address (default: the first who is asked).")),
        after: optional(text("How long it takes (default one minute).", { format: "duration" })),
      },
      "An answer.",
    ),
    list(text("An answer."), "Answers in order; after the last nobody answers."),
  ],
  "an answer, { answer, by, after }, or a list of answers",
  "What people answer who are asked.",
);

const call = map(
  {
    patch: optional(text("Path of a PATCH.")),
    post: optional(text("Path of a POST.")),
    put: optional(text("Path of a PUT.")),
    delete: optional(text("Path of a DELETE.")),
    body: optional(mapOf(anything("A value."), "Members of the body, each exact.")),
  },
  "One call: its path behind host and version, {key} for a person's id, * for any text.",
);

const rows = either(
  [
    list(mapOf(anything("A cell."), "A row."), "Rows."),
    map({ file: text("A file beside.", { minLength: 1 }) }, "Rows in a file."),
  ],
  "a list of rows or { file: path }",
  "Rows, here or in a file beside.",
);

function oneOrMore(what: string) {
  return either([text(what), texts(what)], "a text or a list of texts", what);
}

const told = map(
  {
    contains: optional(oneOrMore("Texts that it has.")),
    lacks: optional(oneOrMore("Texts that it does not have.")),
  },
  "What it says.",
);

const stub = map(
  {
    statusCode: optional(whole("Its status (default 200).", { minimum: 100, maximum: 599 })),
    headers: optional(mapOf(text("A value."), "Its headers.")),
    body: optional(anything("Its body.")),
    after: optional(text("How long it takes (default no time).", { format: "duration" })),
  },
  "An answer.",
);

const stubs = either(
  [stub, list(stub, "Answers in order; none at all is an answer that never comes.")],
  "an answer, or a list of answers",
  "What the calls of the action are answered: all of them the same, or each as listed.",
);

const expectedPerson = map(
  {
    enabled: optional(bool("Whether the account is enabled.")),
    revoked: optional(bool("Whether its sessions were ended.")),
    passwordReset: optional(bool("Whether it has a new password.")),
    risk: optional(oneOf(["none", "low", "medium", "high"], "Its level of risk.")),
    groups: optional(texts("All groups that it is a direct member of, by key or id, break-glass left out.")),
    methods: optional(texts("Types of all its authentication methods.")),
  },
  "How somebody is afterwards; what is not stated is free.",
);

const expected = map(
  {
    run: optional(oneOf(["Succeeded", "Failed", "Cancelled", "TimedOut"], "How the run ends.")),
    writes: optional(list(call, "Every call that changed something, in order, without the evidence.")),
    comment: optional(
      either([told, oneOf(["none"], "No comment.")], "{ contains, lacks } or none", "The last comment that it wrote."),
    ),
    tags: optional(texts("All tags that it added, in any order; {key} for a person's id.")),
    tasks: optional(texts("Titles of all tasks that it made, in any order.")),
    asked: optional(texts("Everybody who was asked or written to, in order: keys or addresses.")),
    people: optional(mapOf(expectedPerson, "People by key.")),
    automation: optional(texts("Keys of all automation rules that the new incident starts, in order.")),
  },
  "What has to come out; what is not stated is free.",
);

const testCase = map(
  {
    name: text("What the case shows, as a phrase.", { minLength: 1 }),
    stage: optional(oneOf(["observe", "alert", "enforce"], "The stage (default enforce).")),
    incident: optional(incident),
    alert: optional(incident),
    entity: optional(
      map(
        {
          of: mapOf(anything("A person's key, a text, or identifiers."), "One entity by its type."),
          incident: optional(incident),
        },
        "The entity on which the playbook is started.",
      ),
    ),
    given: optional(mapOf(rows, "Rows that the workspace has, by table.")),
    answers: optional(
      map(
        {
          approval: optional(answer),
          manager: optional(answer),
        },
        "What people answer: approvers, and managers who are asked whether something was expected.",
      ),
    ),
    faults: optional(
      mapOf(
        list(whole("A status: 400 and more stands in, less lets the call through."), "Statuses, call by call."),
        'What services answer instead, by call: "POST /users/{nina}/revokeSignInSessions".',
      ),
    ),
    stubs: optional(
      mapOf(
        stubs,
        "Answers, by action, to calls that nothing in the tenant answers, such as another vendor's service.",
      ),
    ),
    without: optional(texts("Rights, roles or connectors that the playbook's identities were not given.")),
    repeat: optional(whole("How often it runs, one after the other (default once).", { minimum: 1, maximum: 10 })),
    expect: optional(expected),
    never: optional(list(call, "Calls that may not even be tried.")),
  },
  "A case.",
);

const shape = documentShape(
  "PlaybookTest",
  {
    playbook: text("Key of the Playbook."),
    undo: optional(bool("Whether its undo is tested (default false).")),
    tenant: optional(text("Key of the Tenant whose settings hold.", { format: "slug" })),
    now: optional(text("When the run starts (default 2026-01-15T12:00:00Z).", { format: "datetime" })),
    people: optional(mapOf(person, "Everybody in the directory, by key.")),
    watchlists: optional(
      mapOf(
        list(mapOf(text("A cell."), "A row: column to text."), "Rows."),
        "Watchlists of the workspace by alias, beside the documents'.",
      ),
    ),
    locations: optional(mapOf(texts("A range.", { format: "cidr" }), "Ranges of named locations by id.")),
    cases: list(testCase, "Cases.", { minItems: 1 }),
  },
  description,
);

export type PlaybookTestBody = Static<typeof shape>;

const scaffold: Scaffold = {
  path: ownFolder("playbook.test.yaml"),
  text: ({ key, rule, starts }) => `kind: PlaybookTest
playbook: ${key}
people: { nina: {}, glass: { breakGlass: true } }
cases:
  - name: says what it shows
    ${
      starts === "entity"
        ? "entity: { of: { Account: nina } }"
        : `${starts}: { rule: ${rule}, entities: { Account: [nina] } }`
    }
    expect: { run: Succeeded }
    never: [{ patch: "/users/{glass}" }]
`,
};

export const playbookTest = {
  kind: "PlaybookTest",
  description,
  shape,
  identity: "none",
  foreignKeys: "refuse",
  scaffold,
} as const satisfies KindDefinition;
