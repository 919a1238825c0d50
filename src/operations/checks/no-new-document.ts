/** A document that `picket new` does not start. */

import { type CheckInfo, type Diagnostic, finding } from "../../diagnostics";

export const noNewDocument: CheckInfo = {
  code: "PKT9032",
  severity: "error",
  title: "a document that can't be started",
  why: "A new document needs a kind that exists and a key that is free, and no file of a user's is ever written over.",
  source: "picket",
  avoid: "picket new Schedule password-spray\n",
  prefer: "picket new Scheduled password-spray\n",
  nearMiss: "picket new DetectionTest new-user\n",
};

/** Why a document is not started. */
export function cantStart(
  message: string,
  help?: string,
): { readonly value: undefined; readonly diagnostics: readonly Diagnostic[] } {
  const told = finding(noNewDocument, { message, ...(help === undefined ? {} : { help }) });
  return { value: undefined, diagnostics: [told] };
}
