/** What the examples of the checks give: each is a definition or a question, told apart by its keys. */

import {
  checkAuthenticationStrength,
  checkGroup,
  checkNamedLocation,
  checkPolicyDefinition,
  checkTenantDefinition,
} from "../../src/access/check";
import { askProof, askWhatIf, type ProofQuestion, type WhatIfQuestion } from "../../src/access/run";
import { type Diagnostic, type Example, exampleText } from "../../src/diagnostics";

const GROUP_KEYS = new Set([
  "displayName",
  "groupTypes",
  "mailEnabled",
  "securityEnabled",
  "membershipRule",
  "isAssignableToRole",
]);

export function findingsIn(example: Example): readonly Diagnostic[] {
  const definition: unknown = JSON.parse(exampleText(example));
  const keys = Object.keys(definition as object);
  if (keys.includes("signIn")) return askWhatIf(definition as WhatIfQuestion).diagnostics;
  if (keys.includes("question")) return askProof(definition as ProofQuestion).diagnostics;
  if (keys.includes("policies")) return checkTenantDefinition(definition);
  if (keys.includes("allowedCombinations")) return checkAuthenticationStrength(definition);
  if (keys.every((key) => GROUP_KEYS.has(key))) return checkGroup(definition);
  return keys.includes("conditions") || keys.includes("CONDITIONS")
    ? checkPolicyDefinition(definition)
    : checkNamedLocation(definition);
}
