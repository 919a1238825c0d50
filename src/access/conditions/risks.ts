/** Risk levels: sets, not thresholds. Several risks in one policy all have to match.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-conditions, read 2026-11-23. */

import { type AnalysisReason, type Condition, flagsOf } from "../model/condition";
import { ALWAYS, type Dimension, type Formula, leaf, NEVER } from "../model/formula";
import type { Situation } from "../model/situation";
import { INSIDER_RISK_LEVELS, type PolicyConditions } from "../shapes/conditional-access-policy";

type Risk = keyof Situation["risk"];

function riskDimension(risk: Risk, levels: readonly string[]): Dimension<string, undefined> {
  return {
    name: `${risk} risk`,
    read: (situation) => situation.risk[risk],
    candidates: () => levels,
    write: (draft, value) => {
      draft.risk[risk] = value;
    },
  };
}

const LEVELS = ["none", "low", "medium", "high"] as const;
const dimensions: Readonly<Record<Risk, Dimension<string, undefined>>> = {
  signIn: riskDimension("signIn", LEVELS),
  user: riskDimension("user", LEVELS),
  insider: riskDimension("insider", ["none", ...INSIDER_RISK_LEVELS]),
  servicePrincipal: riskDimension("servicePrincipal", LEVELS),
};

function hasLevel(risk: Risk, levels: readonly string[]): Formula {
  const key = [...levels].sort().join(" ");
  return leaf(dimensions[risk], { key, hint: undefined, holdsFor: (value) => levels.includes(value) });
}

/** No risk of this kind was found. */
export const hasNoRisk = (risk: Risk): Formula => hasLevel(risk, ["none"]);

function riskCondition(
  risk: Risk,
  reason: AnalysisReason,
  levelsOf: (conditions: PolicyConditions) => readonly string[],
): Condition {
  return {
    formula: (conditions) => {
      const levels = levelsOf(conditions);
      return levels.length === 0 ? ALWAYS : hasLevel(risk, levels);
    },
    reads: (situation) => situation.risk[risk],
    reason: () => reason,
  };
}

export const signInRisk = riskCondition("signIn", "signInRisk", ({ signInRiskLevels }) => signInRiskLevels ?? []);
export const userRisk = riskCondition("user", "userRisk", ({ userRiskLevels }) => userRiskLevels ?? []);
export const insiderRisk = riskCondition("insider", "insiderRisk", ({ insiderRiskLevels }) =>
  flagsOf(insiderRiskLevels),
);
/** Graph has no reason of its own for the risk of a service principal. */
export const servicePrincipalRisk = riskCondition(
  "servicePrincipal",
  "workloadIdentities",
  ({ servicePrincipalRiskLevels }) => servicePrincipalRiskLevels ?? [],
);

/** Only agents have a risk of their own, and no sign-in here is an agent's. */
export const agentRisk: Condition = {
  formula: ({ agentIdRiskLevels }) => (flagsOf(agentIdRiskLevels).length === 0 ? ALWAYS : NEVER),
  reads: () => "",
  reason: () => "agentIdRisk",
};
