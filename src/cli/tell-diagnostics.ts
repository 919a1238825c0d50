/** Findings beside a command's own output: on standard error, infos left to `picket check`. */

import { codeFrame, type Diagnostic } from "../diagnostics";
import { painter } from "./reporters/pretty";
import { usesColour } from "./terminal";

export function tellDiagnostics(diagnostics: readonly Diagnostic[]): void {
  const paint = painter(usesColour(process.stderr));
  for (const each of diagnostics.filter(({ severity }) => severity !== "info")) {
    process.stderr.write(`${codeFrame(each, { paint })}\n\n`);
  }
}
