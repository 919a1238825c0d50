/** Ends the work on a question that is too large to be decided completely. */

import { type Diagnostic, finding } from "../../diagnostics";
import { requestChecks } from "../checks/request";

/** Thrown deep inside a proof, caught where questions are asked. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

export const tooLarge: Diagnostic = finding(requestChecks.limit, {
  message: "the question is too large to be decided completely",
});
