/** What happens to one sign-in: which policies apply and why the others do not, what they ask, and what that comes to in practice. */

import { type Diagnostic, finding } from "../../diagnostics";
import { requestChecks } from "../checks/request";
import { isRegistration, undocumented } from "../conditions/resources";
import { answersFor } from "../model/answer-table";
import type { CompiledPolicy } from "../model/compile-policy";
import type { AnalysisReason } from "../model/condition";
import { startSituation } from "../model/evaluator";
import { holds } from "../model/formula";
import type { Demand, PolicySet } from "../model/policy-set";
import type { Situation } from "../model/situation";
import { mergeSessions } from "../session/session-controls";
import { BLOCKED, type InPractice, inPractice } from "./practice";
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
  const judged = judgeAll(set, situation);
  const { applied, isBlocked, isApplied } = judged;
  const demands = isBlocked ? [] : strongestDemands(set, situation, isApplied);
  const session = mergeSessions(isBlocked ? [] : applied.flatMap((policy) => policy.session));
  const value: WhatIf = {
    result: isBlocked ? "blocked" : demands.length > 0 ? "requires" : "granted",
    controls: isBlocked ? BLOCKED : demands.map(({ names }) => names),
    applied: applied.map(({ id }) => id),
    notApplied: judged.notApplied,
    reportOnly: judged.reportOnly,
    session: session.controls,
    practice: isBlocked ? blockedInWords(applied) : inPractice(demands, set.evaluator, situation),
  };
  return { value, diagnostics: assumptions(set, session.contested, situation, value) };
}

interface Judged {
  readonly applied: readonly CompiledPolicy[];
  /** By position in the set. */
  readonly isApplied: readonly boolean[];
  readonly isBlocked: boolean;
  readonly notApplied: Readonly<Record<string, AnalysisReason>>;
  readonly reportOnly: Readonly<Record<string, ReportOnlyResult>>;
}

function judgeAll(set: PolicySet, situation: Situation): Judged {
  const applied: CompiledPolicy[] = [];
  const isApplied: boolean[] = [];
  const notApplied: Record<string, AnalysisReason> = {};
  const reportOnly: Record<string, ReportOnlyResult> = {};
  const answers = set.tables.map((table) => answersFor(table, set.evaluator, situation));
  let isBlocked = false;
  for (let index = 0; index < set.policies.length; index++) {
    const policy = set.policies[index] as CompiledPolicy;
    const reason = verdictOf(set, answers, policy, index, situation);
    const isReportOnly = policy.state === "enabledForReportingButNotEnforced";
    isApplied.push(reason === undefined && !isReportOnly);
    if (reason !== undefined) notApplied[policy.id] = reason;
    else if (!isReportOnly) {
      applied.push(policy);
      isBlocked ||= policy.isBlock;
    }
    if (isReportOnly)
      reportOnly[policy.id] = reason === undefined ? reportOnlyResult(policy, situation) : "reportOnlyNotApplied";
  }
  return { applied, isApplied, isBlocked, notApplied, reportOnly };
}

/** The first condition that does not hold; undefined where the policy applies, or would if it were enforced. */
function verdictOf(
  { tables }: PolicySet,
  answers: readonly Uint8Array[],
  policy: CompiledPolicy,
  index: number,
  situation: Situation,
): AnalysisReason | undefined {
  if (policy.state === "disabled") return "policyNotEnabled";
  for (let at = 0; at < answers.length; at++)
    if (answers[at]?.[index] === 0) return tables[at]?.condition.reason(policy.definition, situation);
  return undefined;
}

/** Each clause once, without those that another one implies. */
function strongestDemands(set: PolicySet, situation: Situation, isApplied: readonly boolean[]): readonly Demand[] {
  const isAsked = set.demands.map(
    (demand) => isApplied[demand.policy] === true && !isReplaced(demand, situation, isApplied),
  );
  return set.demands.filter((demand, index) => isAsked[index] && !demand.impliedBy.some((other) => isAsked[other]));
}

function isReplaced({ replacedBy }: Demand, situation: Situation, isApplied: readonly boolean[]): boolean {
  return replacedBy.length > 0 && holds(isRegistration, situation) && replacedBy.some((index) => isApplied[index]);
}

function blockedInWords(applied: readonly CompiledPolicy[]): InPractice {
  const because = applied.filter(({ isBlock }) => isBlock).map(({ id, name }) => `\`${name || id}\` blocks`);
  return { result: "blocked", controls: BLOCKED, because };
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
