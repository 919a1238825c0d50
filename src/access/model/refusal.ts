/** Why a question gets no answer: it is wrong, it is not evaluated, or it is too large. */

import type { Diagnostic } from "../../diagnostics";
import { requestChecks } from "../checks/request";

export type AccessRefusal = "invalid" | "unsupported" | "limit";

/** A mistake counts more than what picket can't do. */
export function refusalOf(diagnostics: readonly Diagnostic[]): AccessRefusal {
  const codes = diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
  const isOnly = (...allowed: readonly string[]) => codes.length > 0 && codes.every((code) => allowed.includes(code));
  if (isOnly(requestChecks.limit.code)) return "limit";
  return isOnly(requestChecks.limit.code, requestChecks.notEvaluated.code) ? "unsupported" : "invalid";
}
