/** Rights that reach far beyond one account have to be accepted by name, with a reason. */

import { type Diagnostic, finding, type Span } from "../../diagnostics";
import { HIGH_RISK_RIGHTS } from "../../playbook/check";
import { acceptReason } from "../checks/playbooks/accept-reason";
import { acceptedNotNeeded } from "../checks/playbooks/accepted-not-needed";
import { highRiskRight } from "../checks/playbooks/high-risk-right";
import type { Effective, Frame } from "../frame";
import type { CompiledWorkflow } from "./compiled-playbook";
import { rightName } from "./grants";

/** What `accept` may hold beside rights. */
export const UNGUARDED = "unguarded";

export interface Accepting {
  readonly workflows: readonly CompiledWorkflow[];
  /** Where an action of a workflow stands in the document. */
  readonly actionAt: (workflow: CompiledWorkflow, action: string) => Span;
  /** Whether `unguarded` was called for. */
  readonly isUnguarded: boolean;
}

export function acceptanceFindings(
  { body, at }: Effective<"Playbook">,
  { tenant, stage }: Frame,
  { workflows, actionAt, isUnguarded }: Accepting,
): readonly Diagnostic[] {
  const accepted = body.accept ?? [];
  const risky = workflows.flatMap((workflow) =>
    workflow.grants.flatMap(({ right, neededBy: [action = ""] }) =>
      HIGH_RISK_RIGHTS.has(rightName(right)) ? [{ name: rightName(right), workflow, action }] : [],
    ),
  );
  const missing = risky
    .filter(({ name }) => !accepted.includes(name))
    .map(({ name, workflow, action }) => {
      const message = `\`${action}\` needs \`${name}\`, which reaches far beyond one account`;
      const help = `if that is meant: \`accept: [${name}]\` and a \`reason\``;
      return finding(highRiskRight, { message, help, at: actionAt(workflow, action) });
    });
  const needed = new Set([...risky.map(({ name }) => name), ...(isUnguarded ? [UNGUARDED] : [])]);
  // Below enforce the rights of what would act are not there yet; the document by itself tells what it needs.
  const isWhole = tenant === undefined || stage === "enforce";
  const stray = (isWhole ? [...accepted] : []).flatMap((name, index) =>
    needed.has(name)
      ? []
      : [finding(acceptedNotNeeded, { message: `nothing needs \`${name}\``, at: at(`/accept/${index}`) })],
  );
  const hasReason = (body.accept ?? []).length === 0 || body.reason !== undefined;
  const reason = hasReason
    ? []
    : [finding(acceptReason, { message: "what is accepted has no `reason`", at: at("/accept", "key") })];
  return [...missing, ...stray, ...reason];
}
