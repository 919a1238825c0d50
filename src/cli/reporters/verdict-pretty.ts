/** What changed of a verdict, for a person who watches. */

import { type Diagnostic, placeOf } from "../../diagnostics";
import type { Verdict } from "../../operations/project";
import { findingFrames, summary } from "./pretty";
import type { ReportOptions } from "./report";

/** A line for each finding that is gone, new ones in full, and the sum of all that there are. */
export function verdictPretty({ checked, added, gone }: Verdict, seconds: number, options: ReportOptions): string {
  const mended = gone.filter(({ severity }) => options.notes || severity !== "info").map(mendedLine);
  const parts = [
    ...(mended.length > 0 ? [mended.join("")] : []),
    ...findingFrames(added, options),
    summary({ ...checked, seconds }, options.notes),
  ];
  return parts.join("\n");
}

function mendedLine({ code, message, at }: Diagnostic): string {
  return `mended[${code}]: ${message}${at ? ` (${placeOf(at).path})` : ""}\n`;
}
