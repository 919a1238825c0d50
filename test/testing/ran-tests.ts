/** Tests of a text, run as `picket test` runs them: on the documents beside them, and on files as given. */

import type { Diagnostic } from "../../src/diagnostics";
import { sourceText } from "../../src/diagnostics";
import { readDocuments } from "../../src/documents";
import { bind } from "../../src/kql/check";
import { type CaseResult, isTest, runTests } from "../../src/testing";

export interface RanTests {
  /** Errors of reading. */
  readonly wrong: readonly Diagnostic[];
  readonly results: readonly CaseResult[];
}

export async function ranTests(text: string, files: Readonly<Record<string, string>> = {}): Promise<RanTests> {
  const { value, diagnostics } = readDocuments(sourceText("t.yaml", text));
  const results = await runTests(value.filter(isTest), value, {
    now: "2026-01-15T12:00:00Z",
    purpose: "check",
    beside: (_, file) => files[file],
    bound: bind,
    elapsedSeconds: () => 0,
  });
  return { wrong: diagnostics.filter(({ severity }) => severity === "error"), results };
}
