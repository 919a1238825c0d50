/** An automation rule: what Sentinel does of itself with incidents and alerts. */

import type { Static } from "typebox";
import { anything, bool, either, list, map, oneOf, optional, text, texts, whole } from "../shape/words";
import { documentShape, type KindDefinition } from "./kind";
import { ownFolder, type Scaffold } from "./scaffold";

const description = "An automation rule: tasks, tags, playbooks and changes when an incident or alert arises.";

const SEVERITIES = ["High", "Medium", "Low", "Informational"] as const;

const when = map(
  {
    rules: optional(texts("Keys of the analytics rules that it is for.", { format: "slug" })),
    severity: optional(list(oneOf(SEVERITIES, "A severity."), "Severities of the incident.")),
    status: optional(list(oneOf(["New", "Active", "Closed"], "A status."), "Statuses of the incident.")),
    tags: optional(texts("Tags of which the incident has one.")),
    tactics: optional(texts("Tactics of which the incident has one.")),
    changed: optional(
      list(
        oneOf(["severity", "status", "owner", "alerts", "tags", "tactics", "comments"], "What changed."),
        "Of which one changed; only for updated incidents.",
      ),
    ),
  },
  "What has to hold: keys AND, entries OR. Absent = always.",
);

const task = either(
  [
    text("Title of a task.", { minLength: 1 }),
    map(
      { title: text("Title of the task.", { minLength: 1 }), description: optional(text("What to do, in HTML.")) },
      "A task.",
    ),
  ],
  "a title or { title, description }",
  "A task for whoever works on the incident.",
);

const close = map(
  {
    classification: oneOf(
      ["TruePositive", "BenignPositive", "FalsePositive", "Undetermined"],
      "What the incident turned out to be.",
    ),
    reason: optional(oneOf(["IncorrectAlertLogic", "InaccurateData"], "Why a false positive arose.")),
    comment: optional(text("Why it is closed.")),
  },
  "Closes the incident.",
);

const action = map(
  {
    addTask: optional(task),
    runPlaybook: optional(text("Key of a Playbook.", { format: "slug" })),
    addTags: optional(texts("Tags to add.")),
    setSeverity: optional(oneOf(SEVERITIES, "The severity to set.")),
    setStatus: optional(oneOf(["New", "Active"], "The status to set; `close` closes.")),
    assign: optional(text("User principal name, mail address or object id of the owner.", { minLength: 1 })),
    close: optional(close),
  },
  "One action.",
);

const shape = documentShape(
  "AutomationRule",
  {
    name: optional(text("Its title (default: from the key).", { minLength: 1 })),
    order: whole("Its place among the automation rules, 1 to 1,000.", { minimum: 1, maximum: 1000 }),
    on: oneOf(["incident created", "incident updated", "alert created"], "What starts it."),
    enabled: optional(bool("Whether it runs (default true).")),
    when: optional(when),
    conditions: optional(
      list(anything("A condition of ARM."), "Conditions as ARM has them, beside or instead of `when`; all must hold."),
    ),
    then: list(action, "What is done, in order.", { minItems: 1 }),
    until: optional(text("Last day on which it runs, in UTC.", { format: "date" })),
  },
  description,
);

export type AutomationRuleBody = Static<typeof shape>;

const scaffold: Scaffold = {
  path: ownFolder("automation.yaml"),
  text: ({ key, title }) => `key: ${key}
kind: AutomationRule
name: ${title}
order: 500
on: incident created
when:
  severity: [High]
then:
  - addTask: Look at this one first
`,
};

export const automationRule = {
  kind: "AutomationRule",
  description,
  shape,
  identity: "key",
  foreignKeys: "refuse",
  overrides: map(
    { enabled: shape.properties.enabled, stage: shape.properties.stage, order: optional(shape.properties.order) },
    "Settings of an automation rule for one tenant.",
  ),
  scaffold,
} as const satisfies KindDefinition;
