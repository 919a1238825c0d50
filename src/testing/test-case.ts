/** A case of a test document before it runs, and what came of it: one shape for every kind of test. */

import type { Bound, CompileContext } from "../compiler";
import { type Diagnostic, hasErrors, type Span, sortDiagnostics } from "../diagnostics";
import type { Document, DocumentOf, Kind } from "../documents";

/** Kinds of documents that are tests are the ones that say so by name. */
export type TestKind = Extract<Kind, `${string}Test`>;

export interface TestContext extends CompileContext {
  readonly bound: Bound;
  /** For limits on time. */
  readonly elapsedSeconds: () => number;
}

/** How a kind of test document becomes cases. */
export interface TestRunner<K extends TestKind = TestKind> {
  /** Whether the test is about one of these documents. */
  readonly isAbout: (test: DocumentOf<K>, documents: readonly Document[]) => boolean;
  /** What the document names and the project does not have: known before anything runs. */
  readonly references: (test: DocumentOf<K>, documents: readonly Document[]) => readonly Diagnostic[];
  /** The cases of a document, in its order; nothing has run yet. */
  readonly cases: (test: DocumentOf<K>, documents: readonly Document[], context: TestContext) => readonly TestCase[];
}

export interface TestCase {
  /** What people call the subject, where its name is an id that says nothing to them. */
  readonly title?: string | undefined;
  /** What is tested: the key of a rule, tenant or playbook, or the call of a function. */
  readonly subject: string;
  readonly name: string;
  /** Where the case stands. */
  readonly at: Span;
  readonly run: () => CaseOutcome | Promise<CaseOutcome>;
}

export interface CaseOutcome {
  readonly differences: readonly Difference[];
  /** Why it could not be run, or what it says besides. An error fails the case. */
  readonly diagnostics: readonly Diagnostic[];
  /** More about a failed case for a person, line by line: the step that lost the rows, the calls of a run. */
  readonly details?: readonly string[];
}

/** One thing that came out otherwise than expected; both sides are plain JSON. */
export interface Difference {
  /** What it is, in the words of the test: `alerts`, `writes`. */
  readonly of: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

export interface CaseResult extends CaseOutcome, Omit<TestCase, "run"> {
  readonly kind: TestKind;
  readonly outcome: "passed" | "failed";
}

export function caseResult(kind: TestKind, { subject, title, name, at }: TestCase, outcome: CaseOutcome): CaseResult {
  const fails = outcome.differences.length > 0 || hasErrors(outcome.diagnostics);
  const diagnostics = sortDiagnostics(outcome.diagnostics);
  return {
    kind,
    subject,
    ...(title === undefined ? {} : { title }),
    name,
    at,
    outcome: fails ? "failed" : "passed",
    ...outcome,
    diagnostics,
  };
}
