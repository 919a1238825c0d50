/** The operation `checkPolicy`: what is wrong with a conditional access policy, a named location or a tenant of them. */

import Type from "typebox";
import { checkNamedLocation, checkPolicyDefinition, checkTenantDefinition } from "../access/check";
import { type Diagnostic, unreachable } from "../diagnostics";
import { type OperationAnswer, operation } from "./operation";

type Kind = "policy" | "namedLocation" | "tenant";

const request = Type.Object({
  kind: Type.Unsafe<Kind>({ type: "string", enum: ["policy", "namedLocation", "tenant"] }),
  definition: Type.Object({}, { additionalProperties: true }),
});

export const checkPolicy = operation({
  name: "checkPolicy",
  summary:
    "What is wrong with a conditional access policy, a named location or a tenant of them: refused, or without effect.",
  request,
  run: ({ kind, definition }): OperationAnswer => ({
    result: { diagnostics: [] },
    diagnostics: findings(kind, definition),
  }),
});

function findings(kind: Kind, definition: unknown): readonly Diagnostic[] {
  switch (kind) {
    case "policy":
      return checkPolicyDefinition(definition);
    case "namedLocation":
      return checkNamedLocation(definition);
    case "tenant":
      return checkTenantDefinition(definition);
    default:
      return unreachable(kind);
  }
}
