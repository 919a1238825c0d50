/** A custom strength becomes an AuthenticationStrengthPolicy; one that is in the tenant already becomes nothing. */

import { type AuthenticationStrength, checkAuthenticationStrength } from "../../access/check";
import { compareTexts, type Diagnostic, finding, hasErrors } from "../../diagnostics";
import { STRENGTH_PATH } from "../access/policy-inputs";
import { existingId } from "../checks/access/existing-id";
import type { Effective, KindCompiler } from "../frame";
import { entraId } from "./entra-id";
import { withoutPicketKeys } from "./graph-object";
import { withoutUndefined } from "./without-undefined";

export const STRENGTH_TYPE = "azuread:index/authenticationStrengthPolicy:AuthenticationStrengthPolicy";

export const authenticationStrength: KindCompiler<"AuthenticationStrength"> = {
  kind: "AuthenticationStrength",
  plane: "access",
  check: () => [],
  compile: (effective, frame) => {
    const { document, body, stage, at } = effective;
    const entry = {
      key: document.key,
      kind: document.kind,
      title: body.displayName ?? document.key,
      stage,
      parameters: {},
    };
    const strength = withoutPicketKeys(body) as AuthenticationStrength;
    const diagnostics = strengthFindings(effective, strength);
    const compiled = { entry, strength: { key: document.key, strength } };
    if (body.existing || hasErrors(diagnostics)) return { compiled: { ...compiled, resources: [] }, diagnostics };
    const combinations = (strength.allowedCombinations ?? []).map((each) => each.replaceAll(" ", ""));
    const resource = {
      name: document.key,
      type: STRENGTH_TYPE,
      parent: "access" as const,
      inputs: withoutUndefined({
        displayName: strength.displayName ?? "",
        description: strength.description ?? undefined,
        allowedCombinations: [...new Set(combinations)].sort(compareTexts),
      }),
      dependsOn: [],
      options: withoutUndefined({ import: entraId(frame, document.key, STRENGTH_PATH) }),
      origin: { document: document.key, path: document.place.path, line: document.place.line },
    };
    return { compiled: { ...compiled, resources: [{ resource, at: () => at("") }] }, diagnostics };
  },
};

function strengthFindings(
  { body, at }: Effective<"AuthenticationStrength">,
  strength: AuthenticationStrength,
): readonly Diagnostic[] {
  if (body.existing) {
    if (typeof body.id === "string") return [];
    const message = "a strength that is in the tenant already is named by its `id`";
    return [finding(existingId, { message, at: at("/existing", "key") })];
  }
  return checkAuthenticationStrength(strength)
    .filter(({ code }) => code !== "PKT3003" && code !== "PKT3005")
    .map(({ pointer = "", ...each }) => ({ ...each, at: at(pointer) }));
}
