/** What happens to one sign-in: which policies apply and why the others do not, what they ask, and what that comes to in practice. */

import { type Diagnostic, finding } from "../../diagnostics";
import { requestChecks } from "../checks/request";
import { isRegistration, undocumented } from "../conditions/resources";
import type { CompiledPolicy } from "../model/compile-policy";
import type { AnalysisReason } from "../model/condition";
import { type Clause, clauseImplies, clauseKey, clauseNames } from "../model/control";
import { holdsAt, startSituation } from "../model/evaluator";
import { holds } from "../model/formula";
import type { Demand, PolicySet } from "../model/policy-set";
import type { Situation } from "../model/situation";
import { mergeSessions } from "../session/session-controls";
import { type InPractice, inPractice } from "./practice";
import { type ReportOnlyResult, reportOnlyResult } from "./report-only";

export type Result = "granted" | "requires" | "blocked";

export interface WhatIf {
  readonly result: Result;
  /** AND of ORs, in the names of an answer. */
  readonly controls: readonly (readonly string[])[];
  readonly applied: readonly string[];
  readonly notApplied: Readonly<Record<string, AnalysisReason>>;
  readonly reportOnly: Readonly<Record<string, ReportOnlyResult>>;
  readonly session: Readonly<Record<string, string | true>>;
  readonly practice: InPractice;
}

/** The answer, and on which assumptions it rests. */
export interface WhatIfAnswer {
  readonly value: WhatIf;
  readonly diagnostics: readonly Diagnostic[];
}

export function whatIf(set: PolicySet, situation: Situation): WhatIfAnswer {
  startSituation(set.evaluator);
  const verdicts = set.policies.map((policy, index) => verdictOf(set, policy, index, situation));
  const isApplied = set.policies.map(({ state }, index) => state === "enabled" && verdicts[index] === undefined);
  const applied = set.policies.filter((_, index) => isApplied[index]);
  const isBlocked = applied.some((policy) => policy.isBlock);
  const clauses = isBlocked ? [] : strongestClauses(demandedClauses(set, situation, isApplied));
  const session = mergeSessions(isBlocked ? [] : applied.flatMap((policy) => policy.session));
  const result = isBlocked ? "blocked" : clauses.length > 0 ? "requires" : "granted";
  const value: WhatIf = {
    result,
    controls: isBlocked ? [["block"]] : clauses.map(clauseNames),
    applied: applied.map(({ id }) => id),
    notApplied: reasonsOf(set.policies, verdicts),
    reportOnly: reportOnlyResults(set.policies, verdicts, situation),
    session: session.controls,
    practice: isBlocked ? blockedInWords(applied) : inPractice(clauses, situation),
  };
  return { value, diagnostics: assumptions(set, session.contested, situation, value) };
}

/** Undefined where the policy applies, or would if it were enforced. */
function verdictOf(
  { evaluator, conditions }: PolicySet,
  policy: CompiledPolicy,
  index: number,
  situation: Situation,
): AnalysisReason | undefined {
  if (policy.state === "disabled") return "policyNotEnabled";
  const nodes = conditions[index] ?? [];
  for (let at = 0; at < nodes.length; at++) {
    if (holdsAt(evaluator, nodes[at] as number, situation)) continue;
    return policy.conditions[at]?.condition.reason(policy.definition, situation);
  }
  return undefined;
}

function demandedClauses(set: PolicySet, situation: Situation, isApplied: readonly boolean[]): readonly Clause[] {
  const isReplaced = ({ replacedBy }: Demand) =>
    replacedBy.length > 0 && holds(isRegistration, situation) && replacedBy.some((index) => isApplied[index]);
  return set.demands.filter((demand) => isApplied[demand.policy] && !isReplaced(demand)).map(({ clause }) => clause);
}

/** Each clause once, without those that another one implies. */
export function strongestClauses(clauses: readonly Clause[]): readonly Clause[] {
  if (clauses.length < 2) return clauses;
  const distinct = [...new Map(clauses.map((clause) => [clauseKey(clause), clause])).values()];
  return distinct.filter((clause, index) => {
    const isImpliedBy = (other: Clause, at: number) =>
      at !== index && clauseImplies(other, clause) && (at < index || !clauseImplies(clause, other));
    return !distinct.some(isImpliedBy);
  });
}

function reasonsOf(
  policies: readonly CompiledPolicy[],
  verdicts: readonly (AnalysisReason | undefined)[],
): Readonly<Record<string, AnalysisReason>> {
  const reasons: Record<string, AnalysisReason> = {};
  for (const [index, { id }] of policies.entries()) {
    const reason = verdicts[index];
    if (reason !== undefined) reasons[id] = reason;
  }
  return reasons;
}

function reportOnlyResults(
  policies: readonly CompiledPolicy[],
  verdicts: readonly (AnalysisReason | undefined)[],
  situation: Situation,
): Readonly<Record<string, ReportOnlyResult>> {
  const results: Record<string, ReportOnlyResult> = {};
  for (const [index, policy] of policies.entries()) {
    if (policy.state !== "enabledForReportingButNotEnforced") continue;
    const isApplied = verdicts[index] === undefined;
    results[policy.id] = isApplied ? reportOnlyResult(policy, situation) : "reportOnlyNotApplied";
  }
  return results;
}

function blockedInWords(applied: readonly CompiledPolicy[]): InPractice {
  const because = applied.filter(({ isBlock }) => isBlock).map(({ id, name }) => `\`${name || id}\` blocks`);
  return { result: "blocked", because };
}

function assumptions(
  set: PolicySet,
  contested: readonly string[],
  situation: Situation,
  answer: WhatIf,
): readonly Diagnostic[] {
  const merged = contested.map((name) => {
    const message = `policies set different values of \`${name}\`; how Entra merges them is not documented, the strictest is given`;
    return finding(requestChecks.notDocumented, { message });
  });
  const assumption = undocumented(situation);
  if (assumption === undefined) return merged;
  const isConcerned = set.policies.some(
    ({ targetsAllResources, id }) =>
      targetsAllResources && (answer.applied.includes(id) || answer.notApplied[id] === "application"),
  );
  if (!isConcerned) return merged;
  return [...merged, finding(requestChecks.notDocumented, { message: `the answer assumes ${assumption}` })];
}
