/** One case of a DetectionTest with all that its parts need to know of their surroundings. */

import { type Diagnostic, finding, type Span } from "../../diagnostics";
import type { Document, DocumentOf } from "../../documents";
import { testingInfo } from "../checks/checks";
import type { TestContext } from "../test-case";

export type DetectionTest = DocumentOf<"DetectionTest">;
export type DetectionCase = DetectionTest["body"]["cases"][number];

export interface CaseFrame {
  readonly test: DetectionTest;
  readonly body: DetectionCase;
  /** The span of a pointer into the case. */
  readonly at: (pointer: string, part?: "key" | "value") => Span;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly documents: readonly Document[];
  readonly context: TestContext;
}

export function caseFrames(
  test: DetectionTest,
  documents: readonly Document[],
  context: TestContext,
): readonly CaseFrame[] {
  return test.body.cases.map((body, index) => ({
    test,
    body,
    at: (pointer, part) => test.place.at(`/cases/${index}${pointer}`, part),
    now: Date.parse(test.body.now),
    documents,
    context,
  }));
}

/** A mistake in the test itself. */
export function badTest(message: string, at: Span, help?: string): Diagnostic {
  return finding(testingInfo.badTest, { message, at, ...(help === undefined ? {} : { help }) });
}
