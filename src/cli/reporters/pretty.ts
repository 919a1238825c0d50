/** Findings for a person: a code frame each, and one line that sums up. */

import pc from "picocolors";
import { type CodeFrameOptions, codeFrame } from "../../diagnostics";
import { counted } from "../words";
import type { CheckReport, Reporter, ReportOptions } from "./report";

export const pretty: Reporter = (report, options) =>
  [...findingFrames(report.diagnostics, options), summary(report, options.notes)].join("\n");

/** A code frame for each finding that is shown. */
export function findingFrames(
  diagnostics: CheckReport["diagnostics"],
  { notes, colour }: ReportOptions,
): readonly string[] {
  const shown = diagnostics.filter(({ severity }) => notes || severity !== "info");
  return shown.map((each) => `${codeFrame(each, { paint: painter(colour) })}\n`);
}

/** How many findings there are, in one line. */
export function summary({ diagnostics, files, seconds }: CheckReport, notes: boolean): string {
  const count = (wanted: string) => diagnostics.filter(({ severity }) => severity === wanted).length;
  const infos = count("info");
  const parts = [
    ...(count("error") > 0 ? [counted(count("error"), "error")] : []),
    ...(count("warning") > 0 ? [counted(count("warning"), "warning")] : []),
    ...(infos > 0 ? [`${counted(infos, "note")}${notes ? "" : " (--notes shows them)"}`] : []),
  ];
  const verdict = parts.length > 0 ? parts.join(", ") : "nothing found";
  return `${counted(files, "file")}, ${seconds.toFixed(1)} s: ${verdict}\n`;
}

/** Colours of a code frame. */
export function painter(colour: boolean): NonNullable<CodeFrameOptions["paint"]> {
  const colours = pc.createColors(colour);
  const paints = {
    error: colours.red,
    warning: colours.yellow,
    info: colours.cyan,
    dim: colours.dim,
    bold: colours.bold,
  };
  return (text, role) => paints[role](text);
}
