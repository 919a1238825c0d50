/** One case of a PlaybookTest with all that its parts need to know of their surroundings. */

import { type Diagnostic, finding, type Span } from "../../diagnostics";
import type { Document, DocumentOf } from "../../documents";
import { playbookTestInfo } from "../checks/playbook-checks";
import type { TestContext } from "../test-case";

export type PlaybookTest = DocumentOf<"PlaybookTest">;
export type PlaybookCase = PlaybookTest["body"]["cases"][number];

export interface PlaybookFrame {
  readonly test: PlaybookTest;
  readonly body: PlaybookCase;
  /** The span of a pointer into the case. */
  readonly at: (pointer: string, part?: "key" | "value") => Span;
  /** Start of the run, milliseconds since 1970. */
  readonly now: number;
  readonly documents: readonly Document[];
  readonly context: TestContext;
}

/** When a run starts where the test does not say. */
const NOW_DEFAULT = "2026-01-15T12:00:00Z";

export function playbookFrames(
  test: PlaybookTest,
  documents: readonly Document[],
  context: TestContext,
): readonly PlaybookFrame[] {
  return test.body.cases.map((body, index) => ({
    test,
    body,
    at: (pointer, part) => test.place.at(`/cases/${index}${pointer}`, part),
    now: Date.parse(test.body.now ?? NOW_DEFAULT),
    documents,
    context,
  }));
}

/** Something that the test names and that is not there. */
export function unknownName(message: string, at: Span, help?: string): Diagnostic {
  return finding(playbookTestInfo.unknownName, { message, at, ...(help === undefined ? {} : { help }) });
}
