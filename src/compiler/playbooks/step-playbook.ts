/** A document of steps as the step library takes it. */

import { type Diagnostic, didYouMean, finding, type Parsed } from "../../diagnostics";
import { type StepPlaybook, stepNamed } from "../../playbook/steps";
import { approvalMissing } from "../checks/playbooks/approval-missing";
import { unknownReference } from "../checks/playbooks/unknown-reference";
import type { Effective, Frame } from "../frame";
import { iso } from "../kinds/rule-inputs";
import { titleOf } from "../kinds/title";
import { uuid5 } from "../rule-id";
import type { PlacedStep } from "./chosen-steps";
import { workflowId, workspaceId } from "./resource-ids";
import { tenantGuard } from "./tenant-guard";

/** Ids of comments and tasks are made in this namespace, from the playbook's key. Fixed for ever. */
const NAMESPACE = "c1f0a7de-3a55-5f3e-9b61-0d9a6a7e4b18";

const ACCOUNTS_MAX_DEFAULT = 3;
const WITHIN_DEFAULT = "PT4H";

export function stepPlaybook(
  effective: Effective<"Playbook">,
  frame: Frame,
  steps: readonly PlacedStep[],
): Parsed<StepPlaybook> {
  const { document, body, stage } = effective;
  const diagnostics: Diagnostic[] = [...approvalFindings(effective, steps)];
  const { accounts, approval } = body;
  return {
    value: {
      key: document.key,
      title: titleOf(effective),
      on: body.on ?? "incident",
      steps,
      isActing: stage === "enforce",
      ruleIds: ruleIds(effective, frame, diagnostics),
      accountsMax: accounts?.max ?? ACCOUNTS_MAX_DEFAULT,
      guard: isGuarded(steps) ? tenantGuard(effective, frame, "/steps", diagnostics) : undefined,
      approval: approval && {
        by: approval.by,
        within: approval.within === undefined ? WITHIN_DEFAULT : iso(approval.within),
      },
      workspace: workspaceId(frame.workspace),
      guid: uuid5(NAMESPACE, document.key),
      memoryKey: document.key,
      workflowId: (name) => workflowId(frame.playbooks, name),
    },
    diagnostics,
  };
}

/** The playbook that takes back what this one did, last first; undefined where nothing can be taken back. */
export function undoOf(playbook: StepPlaybook): StepPlaybook | undefined {
  const key = `${playbook.key}-undo`;
  const steps = playbook.steps.toReversed().flatMap((each) => {
    const { step, name } = each;
    const inverse = "undo" in step && step.undo !== undefined ? stepNamed(step.undo) : undefined;
    if (!inverse || !each.isActing) return [];
    const numbered = name.slice(step.name.length);
    return [{ ...each, step: inverse, name: `${inverse.name}${numbered}`, asksAlways: false, takesBack: name }];
  });
  if (steps.length === 0) return undefined;
  // What is remembered stands on the incident, so an incident starts it, whatever started the playbook.
  const own = { key, title: `${playbook.title} (undo)`, on: "incident" as const, guid: uuid5(NAMESPACE, key) };
  return { ...playbook, ...own, steps };
}

function ruleIds({ body, at }: Effective<"Playbook">, frame: Frame, diagnostics: Diagnostic[]) {
  return body.accounts?.of?.flatMap((key, index) => {
    const { rules } = frame.library;
    const found = rules.find((each) => each.key === key);
    if (found) return [found.id.toLowerCase()];
    if (frame.tenant) {
      const help = didYouMean(
        key,
        rules.map((each) => each.key),
      );
      const message = `no rule has the key \`${key}\``;
      diagnostics.push(
        finding(unknownReference, { message, at: at(`/accounts/of/${index}`), ...(help ? { help } : {}) }),
      );
    }
    return [];
  });
}

/** Whether nobody may be acted on before the guard has judged. */
export function isGuarded(steps: readonly PlacedStep[]): boolean {
  return steps.some(({ step }) => step.name === "ask-approval" || (step.kind === "account" && step.isDestructive));
}

/** What asks needs somebody to ask. */
function approvalFindings({ body, at }: Effective<"Playbook">, steps: readonly PlacedStep[]): readonly Diagnostic[] {
  if (body.approval) return [];
  const asking = steps.filter(({ asksAlways, step }) => asksAlways || step.name === "ask-approval");
  const help = "`approval: { by: [address] }`";
  return [
    ...asking.map(({ name, pointer }) =>
      finding(approvalMissing, {
        message: `\`${name}\` asks for approval, and nobody can give it`,
        help,
        at: at(pointer),
      }),
    ),
    ...(body.guard?.privileged === "ask"
      ? [
          finding(approvalMissing, {
            message: "the guard asks for approval, and nobody can give it",
            help,
            at: at("/guard/privileged"),
          }),
        ]
      : []),
  ];
}
