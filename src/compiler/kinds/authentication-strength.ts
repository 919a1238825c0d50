/** A custom strength becomes an AuthenticationStrengthPolicy; one that is in the tenant already becomes nothing. */

import { type AuthenticationStrength, checkAuthenticationStrength } from "../../access/check";
import { compareTexts, type Diagnostic, finding, hasErrors } from "../../diagnostics";
import { existingId } from "../checks/access/existing-id";
import type { Effective, KindCompiler } from "../frame";
import { entraEntry, entraResource, news } from "./entra-object";
import { withoutPicketKeys } from "./graph-object";

export const STRENGTH_TYPE = "azuread:index/authenticationStrengthPolicy:AuthenticationStrengthPolicy";

export const authenticationStrength: KindCompiler<"AuthenticationStrength"> = {
  kind: "AuthenticationStrength",
  plane: "access",
  check: () => [],
  compile: (effective) => {
    const { document, body } = effective;
    const entry = entraEntry(effective);
    const strength = withoutPicketKeys(body) as AuthenticationStrength;
    const diagnostics = strengthFindings(effective, strength);
    const compiled = { entry, strength: { key: document.key, strength } };
    if (body.existing || hasErrors(diagnostics)) return { compiled: { ...compiled, resources: [] }, diagnostics };
    const combinations = (strength.allowedCombinations ?? []).map((each) => each.replaceAll(" ", ""));
    const resource = entraResource(effective, {
      type: STRENGTH_TYPE,
      inputs: {
        displayName: strength.displayName ?? "",
        description: strength.description ?? undefined,
        allowedCombinations: [...new Set(combinations)].sort(compareTexts),
      },
    });
    return { compiled: { ...compiled, resources: [resource] }, diagnostics };
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
  return news(checkAuthenticationStrength(strength)).map(({ pointer = "", ...each }) => ({
    ...each,
    at: at(pointer),
  }));
}
