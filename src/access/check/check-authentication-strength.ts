/** Checks one authentication strength. */

import { type Diagnostic, didYouMean, finding, hasErrors } from "../../diagnostics";
import { strengthChecks } from "../checks/authentication-strength";
import { METHOD_MODES } from "../model/authentication-methods";
import { type AuthenticationStrength, AuthenticationStrengthShape } from "../shapes/authentication-strength";
import { readShape } from "../shapes/read-shape";

export function checkAuthenticationStrength(definition: unknown): readonly Diagnostic[] {
  const { value, diagnostics } = readShape<AuthenticationStrength>(AuthenticationStrengthShape, definition);
  if (!value || hasErrors(diagnostics)) return diagnostics;
  return [...diagnostics, ...findings(value)];
}

function* findings({ displayName, allowedCombinations }: AuthenticationStrength): Iterable<Diagnostic> {
  if (!displayName?.trim())
    yield finding(strengthChecks.name, { message: "a strength has a `displayName`", pointer: "/displayName" });
  const pointer = "/allowedCombinations";
  if (!allowedCombinations || allowedCombinations.length === 0)
    yield finding(strengthChecks.combinations, { message: "a strength has `allowedCombinations`", pointer });
  for (const [index, text] of (allowedCombinations ?? []).entries()) {
    const unknown = text.split(",").find((mode) => !METHOD_MODES.has(mode.trim()));
    if (unknown === undefined) continue;
    const help = didYouMean(unknown.trim(), METHOD_MODES);
    const message = `\`${unknown.trim()}\` is no method that a strength can name`;
    yield finding(strengthChecks.combinations, { message, pointer: `${pointer}/${index}`, ...(help && { help }) });
  }
}
