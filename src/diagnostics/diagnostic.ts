/** What picket says about something that a user wrote. */

import { type Position, positionAt, type SourceText } from "./source-text";

export type Severity = "error" | "warning" | "info";

/** `PKT` and four digits: 1xxx documents, 2xxx kql, 3xxx access, 4xxx playbook, 5xxx compiler and tenant, 6xxx tests, 9xxx files and interface. */
export type Code = `PKT${number}`;

/** A part of a text: `end` is the offset after its last character. */
export interface Span {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

export interface Label {
  readonly at: Span;
  readonly text: string;
}

/** One finding. A language gives `at` (in a text) or `pointer` (in an object); whoever knows the file turns a pointer into a span. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** One line, lower case, no final stop, user text in backticks. */
  readonly message: string;
  readonly help?: string;
  readonly at?: Span;
  readonly labels?: readonly Label[];
  /** JSON pointer (RFC 6901) into the object that was checked. */
  readonly pointer?: string;
  /** Name of the workflow action or trigger. */
  readonly action?: string;
}

/** What every stage returns: the best value it could make, and all that it found. */
export interface Parsed<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Collects findings. */
export type Report = (diagnostic: Diagnostic) => void;

/** A diagnostic's place as a reader counts it. */
export interface Place {
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
}

/** A span that lies inside its text, whatever the offsets: a parser may point past the end of a text that is cut short. */
export function span(source: SourceText, start: number, end: number): Span {
  const from = Math.max(0, Math.min(start, source.text.length));
  return { source, start: from, end: Math.max(from, Math.min(end, source.text.length)) };
}

export function placeOf(at: Span): Place {
  return { path: at.source.path, start: positionAt(at.source, at.start), end: positionAt(at.source, at.end) };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/** The stable order of all output: path, offset, pointer, code, message. Exact repeats are dropped. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = [...diagnostics].sort(compareDiagnostics);
  return sorted.filter((each, index) => {
    const previous = sorted[index - 1];
    return previous === undefined || compareDiagnostics(previous, each) !== 0;
  });
}

function compareDiagnostics(left: Diagnostic, right: Diagnostic): number {
  return (
    compareTexts(left.at?.source.path ?? "", right.at?.source.path ?? "") ||
    (left.at?.start ?? -1) - (right.at?.start ?? -1) ||
    compareTexts(left.pointer ?? "", right.pointer ?? "") ||
    compareTexts(left.action ?? "", right.action ?? "") ||
    compareTexts(left.code, right.code) ||
    compareTexts(left.message, right.message)
  );
}

/** Ordinal comparison: the same on every machine, whatever its locale. */
export function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
