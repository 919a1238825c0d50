/** Findings for a program: one JSON object. */

import type { Diagnostic } from "../../diagnostics";
import { wireDiagnostic } from "../wire-diagnostic";
import type { Reporter } from "./report";

export const json: Reporter = ({ diagnostics, files, documents }) => {
  const findings = diagnostics.map((each: Diagnostic) => ({
    ...(each.at ? { path: each.at.source.path } : {}),
    ...wireDiagnostic(each),
  }));
  return `${JSON.stringify({ files, documents, diagnostics: findings }, undefined, 2)}\n`;
};
