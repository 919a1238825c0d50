/** A policy's grant controls as clauses: AND of ORs, kept to the end. */

import { finding } from "../../diagnostics";
import { requestChecks } from "../checks/request";
import type { ConditionContext } from "../model/condition";
import type { Clause, Control, ControlMaker } from "../model/control";
import type { BuiltInControl, PolicyGrantControls } from "../shapes/conditional-access-policy";
import { authenticationStrength } from "./authentication-strength";
import { approvedApplication, compliantApplication } from "./client-application";
import { customFactor, termsOfUse } from "./consent";
import { compliantDevice, domainJoinedDevice } from "./device-state";
import { mfa } from "./mfa";
import { passwordChange, riskRemediation } from "./risk-response";

export interface Grant {
  readonly isBlock: boolean;
  readonly clauses: readonly Clause[];
}

const MAKERS: Readonly<Record<Exclude<BuiltInControl, "block">, ControlMaker>> = {
  mfa,
  compliantDevice,
  domainJoinedDevice,
  approvedApplication,
  compliantApplication,
  passwordChange,
  riskRemediation,
};

/** A block is final, whatever stands beside it. */
export function readGrant(grant: PolicyGrantControls | null | undefined, { world, refuse }: ConditionContext): Grant {
  const builtIn = grant?.builtInControls ?? [];
  if (builtIn.includes("block")) return { isBlock: true, clauses: [] };
  const made = builtIn.map((name) => (name === "block" ? undefined : MAKERS[name](world)));
  const strength = grant?.authenticationStrength?.id;
  const controls: readonly Control[] = [
    ...made.filter((control) => control !== undefined),
    ...(strength ? [authenticationStrength(strength, world)] : []),
    ...(grant?.termsOfUse ?? []).map(termsOfUse),
    ...(grant?.customAuthenticationFactors ?? []).map(customFactor),
  ];
  if (controls.length > 1 && !grant?.operator) {
    const message = "several controls are not joined by an operator";
    refuse(finding(requestChecks.notEvaluated, { message, pointer: "/grantControls/operator" }));
  }
  if (controls.length === 0) return { isBlock: false, clauses: [] };
  return { isBlock: false, clauses: grant?.operator === "OR" ? [controls] : controls.map((control) => [control]) };
}
