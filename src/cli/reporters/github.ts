/** Findings as GitHub workflow commands, which become annotations on the changed lines.
 *  Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions, read 2026-11-24. */

import { type Diagnostic, placeOf, type Severity } from "../../diagnostics";
import type { Reporter } from "./report";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

export const github: Reporter = ({ diagnostics }, { notes }) =>
  diagnostics
    .filter(({ severity }) => notes || severity !== "info")
    .map(command)
    .join("");

function command(diagnostic: Diagnostic): string {
  const { severity, code, message, help, at } = diagnostic;
  const text = escapedText(help === undefined ? message : `${message} (${help})`);
  return `::${COMMANDS[severity]} ${properties(at)}title=${code}::${text}\n`;
}

function properties(at: Diagnostic["at"]): string {
  if (!at) return "";
  const { path, start, end } = placeOf(at);
  return `file=${escapedText(path).replaceAll(":", "%3A").replaceAll(",", "%2C")},line=${start.line},col=${start.column},endLine=${end.line},endColumn=${end.column},`;
}

function escapedText(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
