/** A finding as plain JSON: it crosses process borders, so it has offsets instead of a source text. */

import type { Code, Severity } from "../../diagnostics";

export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly start: number;
  readonly end: number;
}
