/** The check record: one thing that picket can find, described where it is found. */

import type { Code, Diagnostic, Severity } from "./diagnostic";

/** What a code means. The pages under docs/checks and the tests of a check are made from it. */
export interface CheckInfo {
  readonly code: Code;
  /** What its findings have unless a finding says otherwise. */
  readonly severity: Severity;
  /** What is wrong, as a short lower-case phrase. */
  readonly title: string;
  /** Why it matters, in sentences. */
  readonly why: string;
  /** Page and the day it was read, or `picket` for a rule of our own. */
  readonly source: string;
  /** The least text that has this finding, in the room's language. */
  readonly avoid: Example;
  /** The same, mended: it has no such finding. */
  readonly prefer: Example;
  /** Looks alike, is right: what a too eager check would report. It has no such finding. */
  readonly nearMiss: Example;
}

/** A text, or what makes one where it would be long or is no text at all (bytes). */
export type Example = string | (() => string | Uint8Array);

/** A check that runs on its own, on one subject. */
export interface Check<Subject> extends CheckInfo {
  readonly run: (subject: Subject) => Iterable<Diagnostic>;
}

type FindingParts = Pick<Diagnostic, "message"> & Partial<Omit<Diagnostic, "code" | "message">>;

/** A diagnostic of this check. A line end in quoted text becomes a space: a message is one line in every report. */
export function finding(check: Pick<CheckInfo, "code" | "severity">, parts: FindingParts): Diagnostic {
  const message = parts.message.replace(/[\r\n]+/g, " ");
  return { code: check.code, severity: check.severity, ...parts, message };
}

/** The example as bytes of a file. */
export function exampleBytes(example: Example): Uint8Array {
  const made = typeof example === "string" ? example : example();
  return typeof made === "string" ? new TextEncoder().encode(made) : made;
}

/** The example as text; bytes that are no text are shown as numbers. */
export function exampleText(example: Example): string {
  const made = typeof example === "string" ? example : example();
  if (typeof made === "string") return made;
  return `(bytes) ${[...made.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ")} …`;
}
