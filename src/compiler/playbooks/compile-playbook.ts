/** A playbook document to the workflows that it becomes in a tenant. */

import { type Diagnostic, finding, hasErrors, type Parsed, type Span } from "../../diagnostics";
import { sentinelTrigger, workflowNeeds } from "../../playbook/check";
import { noDefinition } from "../checks/playbooks/no-definition";
import { playbookName } from "../checks/playbooks/playbook-name";
import type { Effective, Frame } from "../frame";
import { acceptanceFindings } from "./accepted-rights";
import { compileRaw } from "./compile-raw";
import { compileSteps } from "./compile-steps";
import type { CompiledPlaybook, CompiledWorkflow } from "./compiled-playbook";
import { rawWorkflow } from "./raw-workflow";

/** Characters of a Logic App's name.
 *  Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config, read 2026-11-23. */
const WORKFLOW_NAME_CHARS_MAX = 80;

/** Keys that only the one or the other kind of playbook has. */
const KEYS = {
  steps: ["on", "accounts", "approval", "undo"],
  definition: ["parameters", "connections", "rights"],
} as const;

/** What the document becomes; undefined where its content can't be read. Findings are told even where there is a value. */
export function compilePlaybook(effective: Effective<"Playbook">, frame: Frame): Parsed<CompiledPlaybook | undefined> {
  const misplaced = contentFindings(effective);
  if (hasErrors(misplaced)) return { value: undefined, diagnostics: misplaced };
  const content = effective.body.steps ? compileSteps(effective, frame) : compileDefinition(effective, frame);
  if (!content.value) return { value: undefined, diagnostics: content.diagnostics };
  const { workflows, actionAt, isUnguarded = false, onlyEnforced } = content.value;
  const [first] = workflows;
  const accepting = { workflows, actionAt, isUnguarded };
  return {
    value: {
      key: effective.document.key,
      trigger: (first && sentinelTrigger(first)?.kind) ?? "other",
      workflows,
      ...(onlyEnforced === undefined ? {} : { onlyEnforced }),
    },
    diagnostics: [
      ...content.diagnostics,
      ...nameFindings(effective, workflows),
      ...(hasErrors(content.diagnostics) ? [] : acceptanceFindings(effective, frame, accepting)),
    ],
  };
}

export interface CompiledContent {
  readonly workflows: readonly CompiledWorkflow[];
  /** Where an action of a workflow stands in the document. */
  readonly actionAt: (workflow: CompiledWorkflow, action: string) => Span;
  readonly isUnguarded?: boolean;
  readonly onlyEnforced?: string;
}

function compileDefinition(effective: Effective<"Playbook">, frame: Frame): Parsed<CompiledContent | undefined> {
  const raw = rawWorkflow(effective, frame);
  if (!raw.value) return { value: undefined, diagnostics: raw.diagnostics };
  const { at } = raw.value;
  const { workflow, guard, isUnguarded, onlyEnforced, diagnostics } = compileRaw(effective, frame, raw.value);
  const needs = workflowNeeds(workflow);
  const actionAt = (_: CompiledWorkflow, action: string) =>
    at(needs.find((need) => need.action === action)?.pointer ?? "/definition");
  const workflows = [workflow, ...(guard ? [guard] : [])];
  const reason = onlyEnforced === undefined ? {} : { onlyEnforced };
  return { value: { workflows, actionAt, isUnguarded, ...reason }, diagnostics: [...raw.diagnostics, ...diagnostics] };
}

/** Steps or a definition, and nothing that belongs to the other. */
function contentFindings({ document, at }: Effective<"Playbook">): readonly Diagnostic[] {
  const { body } = document;
  if (!body.steps && !body.definition) {
    return [
      finding(noDefinition, {
        message: "the playbook has neither `steps` nor a `definition`",
        help: CONTENTS,
        at: at(""),
      }),
    ];
  }
  if (body.steps && body.definition) {
    return [
      finding(noDefinition, {
        message: "the playbook has both `steps` and a `definition`",
        help: CONTENTS,
        at: at("/steps", "key"),
      }),
    ];
  }
  const [kind, other] = body.steps ? (["steps", "definition"] as const) : (["definition", "steps"] as const);
  return KEYS[other].flatMap((key) => {
    if (body[key] === undefined) return [];
    const message = `\`${key}\` belongs to a playbook with \`${other}\`, this one has \`${kind}\``;
    const help = `leave \`${key}\` out, or write the playbook as \`${other}\``;
    return [finding(noDefinition, { message, help, at: at(`/${key}`, "key") })];
  });
}

const CONTENTS =
  "one of `steps:`, names of the library such as `- disable-user` (docs/steps.md), and `definition:`, a workflow inline or `{ file: workflow.json }`";

function nameFindings({ at }: Effective<"Playbook">, workflows: readonly CompiledWorkflow[]): readonly Diagnostic[] {
  return workflows.flatMap(({ name }) => {
    if (name.length <= WORKFLOW_NAME_CHARS_MAX) return [];
    const message = `the name \`${name}\` of a workflow has ${name.length} characters, at most ${WORKFLOW_NAME_CHARS_MAX}`;
    return [finding(playbookName, { message, at: at("/key") })];
  });
}
