/** What a condition of a policy is: a formula over sign-ins, and the reason that Graph gives when it does not hold. */

import type { Diagnostic } from "../../diagnostics";
import type { PolicyConditions } from "../shapes/conditional-access-policy";
import type { Formula } from "./formula";
import type { Situation } from "./situation";
import type { World } from "./world";

/** Why a policy does not apply, in Graph's words.
 *  Source: https://learn.microsoft.com/graph/api/resources/whatifanalysisresult, v1.0 and beta, read 2026-11-23. */
export type AnalysisReason =
  | "users"
  | "workloadIdentities"
  | "agentIdRisk"
  | "application"
  | "userActions"
  | "authenticationContext"
  | "devicePlatform"
  | "devices"
  | "clientApps"
  | "location"
  | "signInRisk"
  | "userRisk"
  | "time"
  | "insiderRisk"
  | "authenticationFlow"
  | "emptyPolicy"
  | "policyNotEnabled"
  | "notSet";

export interface ConditionContext {
  readonly world: World;
  /** Says that a part of the policy can't be evaluated; the pointer is within `conditions`. */
  readonly refuse: (diagnostic: Diagnostic) => void;
}

export interface Condition {
  readonly formula: (conditions: PolicyConditions, context: ConditionContext) => Formula;
  /** All of a sign-in that the formula depends on, as a text; undefined where that is too particular to be met again. */
  readonly reads: (situation: Situation) => string | undefined;
  readonly reason: (conditions: PolicyConditions, situation: Situation) => AnalysisReason;
}

/** A list of an export, absent or not, in lower case. */
export function idsOf(list: readonly string[] | null | undefined): readonly string[] {
  return (list ?? []).map((each) => each.trim().toLowerCase()).filter((each) => each !== "");
}

/** The parts of a text that joins its values by commas. */
export function flagsOf<Value extends string>(text: string | null | undefined): readonly Value[] {
  return (text ?? "").split(",").filter((each) => each !== "") as readonly string[] as readonly Value[];
}
