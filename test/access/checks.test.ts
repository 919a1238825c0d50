/** Every record's examples: `avoid` has its code, `prefer` does not, `nearMiss` has nothing at all. */

import { describe, expect, test } from "vitest";
import {
  checkAuthenticationStrength,
  checkGroup,
  checkNamedLocation,
  checkPolicyDefinition,
  checks,
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

function findingsIn(example: Example): readonly Diagnostic[] {
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

describe("records", () => {
  test("codes are the room's own and used once", () => {
    const codes = checks.map(({ code }) => code);
    expect(codes.filter((code) => !/^PKT3\d{3}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each(checks.map((record) => [record.code, record] as const))("%s", (code, { avoid, prefer, nearMiss }) => {
    expect(findingsIn(avoid).map((each) => each.code)).toContain(code);
    expect(findingsIn(prefer).filter((each) => each.code === code)).toEqual([]);
    if (nearMiss) expect(findingsIn(nearMiss)).toEqual([]);
  });

  test.each(checks.map((record) => [record.code, record] as const))("%s: the way out is sound", (_, { prefer }) => {
    expect(findingsIn(prefer).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("messages are one lower-case line without a final stop", () => {
    const messages = checks.flatMap(({ avoid }) => findingsIn(avoid).map(({ message }) => message));
    expect(
      messages.filter((message) =>
        /^[A-Z](?![A-Z])|[.\n]$|\byou\b/.test(message.replace(/^(Microsoft|ActiveSync)/, "")),
      ),
    ).toEqual([]);
  });
});
