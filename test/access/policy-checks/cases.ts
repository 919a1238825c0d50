/** Policies that differ from a sound one in a few parts, and what is found in them: code, severity, place. */

import { describe, expect, test } from "vitest";
import { checkPolicyDefinition } from "../../../src/access/check";
import { policyExample } from "../../../src/access/checks/example";

export type Json = Readonly<Record<string, unknown>>;
type Case = readonly [what: string, changes: Json, ...findings: string[]];

export const found = (changes: Json): readonly string[] =>
  checkPolicyDefinition(JSON.parse(policyExample(changes))).map(
    ({ code, severity, pointer }) => `${code} ${severity} ${pointer ?? ""}`,
  );

export const cases = (name: string, table: readonly Case[]) =>
  describe(name, () => {
    const rows = table.map(([what, changes, ...findings]) => ({ what, changes, findings }));
    test.each(rows)("$what", ({ changes, findings }) => expect(found(changes)).toEqual(findings));
  });

export const ID = "f1000000-0000-4000-8000-000000000012";
export const OTHER = "f1000000-0000-4000-8000-000000000013";
export const STRENGTH = { id: "00000000-0000-0000-0000-000000000004" };
export const FILTER = { mode: "include", rule: 'CustomSecurityAttribute.Engineering_Tier -eq "0"' };
export const DEVICE = { mode: "include", rule: "device.isCompliant -ne True" };
export const RISKY = { userRiskLevels: ["high"] };
export const CHANGE = { operator: "AND", builtInControls: ["mfa", "passwordChange"] };
export const REMEDIATION = { operator: "AND", builtInControls: ["riskRemediation"], authenticationStrength: STRENGTH };
export const BLOCK = { operator: "OR", builtInControls: ["block"] };
export const EVERY_TIME = {
  isEnabled: true,
  frequencyInterval: "everyTime",
  authenticationType: "primaryAndSecondaryAuthentication",
};
export const NEVER = { isEnabled: true, mode: "never" };
export const WORKLOAD = {
  users: { includeUsers: ["None"] },
  clientApplications: { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] },
};
export const conditions = (parts: Json): Json => ({ conditions: parts });
export const asking = (grantControls: Json, parts: Json = {}): Json => ({ grantControls, conditions: parts });
export const frequency = (parts: Json): Json => ({ sessionControls: { signInFrequency: parts } });
export const hours = (value: number, type = "hours"): Json =>
  frequency({ isEnabled: true, frequencyInterval: "timeBased", value, type });
export const users = (parts: Json): Json => conditions({ users: parts });
export const about = (parts: Json): Json => conditions({ applications: parts });
