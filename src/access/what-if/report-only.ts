/** What the sign-in log says of a policy in report-only mode.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-report-only#policy-results, read 2026-11-23. */

import type { CompiledPolicy } from "../model/compile-policy";
import type { Clause, Control } from "../model/control";
import type { Situation } from "../model/situation";

export type ReportOnlyResult =
  | "reportOnlySuccess"
  | "reportOnlyFailure"
  | "reportOnlyInterrupted"
  | "reportOnlyNotApplied";

/** Of a policy that applies: failure where a check without the user fails, interrupted where the user would have to act.
 *  "Policies with user actions are not evaluated in report-only mode." */
export function reportOnlyResult(policy: CompiledPolicy, situation: Situation): ReportOnlyResult {
  if (policy.targetsUserAction) return "reportOnlyNotApplied";
  if (policy.isBlock) return "reportOnlyFailure";
  const states = policy.clauses.map((clause) => clauseState(clause, situation));
  if (states.includes("failure")) return "reportOnlyFailure";
  return states.includes("interrupted") ? "reportOnlyInterrupted" : "reportOnlySuccess";
}

type ClauseState = "success" | "interrupted" | "failure";

/** The best of the alternatives. */
function clauseState(clause: Clause, situation: Situation): ClauseState {
  if (clause.some((control) => isMet(control, situation))) return "success";
  return clause.some(({ isInteractive }) => isInteractive) ? "interrupted" : "failure";
}

function isMet(control: Control, { satisfied, ...situation }: Situation): boolean {
  if (satisfied.has(control.name)) return true;
  const isMfaBySomeStrength =
    control.name === "mfa" && [...satisfied].some((name) => name.startsWith("authenticationStrength:"));
  return isMfaBySomeStrength || (control.isShownBy?.({ satisfied, ...situation }) ?? false);
}
