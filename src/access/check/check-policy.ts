/** Checks one policy: its shape first, then everything that is refused or does not work. */

import { type Diagnostic, finding, hasErrors } from "../../diagnostics";
import { conditionChecks, filtersOf } from "../checks/policy/conditions";
import { type PolicyCheck, type PolicyFacts, policyFacts } from "../checks/policy/facts";
import { frameChecks } from "../checks/policy/frame";
import { grantChecks } from "../checks/policy/grant";
import { idChecks } from "../checks/policy/ids";
import { resourceChecks } from "../checks/policy/resources";
import { riskResponseChecks } from "../checks/policy/risk-response";
import { sessionChecks } from "../checks/policy/session";
import { subjectChecks } from "../checks/policy/subjects";
import { tokenProtectionChecks } from "../checks/policy/token-protection";
import { workloadChecks } from "../checks/policy/workload";
import { readFilter } from "../filters/check-filter";
import { type ConditionalAccessPolicy, ConditionalAccessPolicyShape } from "../shapes/conditional-access-policy";
import { readShape } from "../shapes/read-shape";

export const policyChecks: readonly PolicyCheck[] = [
  ...frameChecks,
  ...subjectChecks,
  ...idChecks,
  ...workloadChecks,
  ...resourceChecks,
  ...conditionChecks,
  ...grantChecks,
  ...riskResponseChecks,
  ...sessionChecks,
  ...tokenProtectionChecks,
];

/** A policy whose shape is wrong is not looked at further: one mistake, one finding. */
export function checkPolicyDefinition(definition: unknown, pointer = ""): readonly Diagnostic[] {
  const { value, diagnostics } = readShape<ConditionalAccessPolicy>(ConditionalAccessPolicyShape, definition, pointer);
  if (!value || hasErrors(diagnostics)) return diagnostics;
  const facts = policyFacts(value);
  const found = [...policyChecks.flatMap((check) => [...check.run(facts)]), ...filterFindings(facts)];
  return [...diagnostics, ...found.map((each) => ({ ...each, pointer: `${pointer}${each.pointer ?? ""}` }))];
}

/** The place of a mistake within a rule is told by its pointer and, in the text, by its span. */
function filterFindings(facts: PolicyFacts): readonly Diagnostic[] {
  return filtersOf(facts).flatMap(({ filter, kind, pointer }) =>
    readFilter(filter.rule, kind).diagnostics.map((each) => finding(each, { ...each, pointer })),
  );
}
