/** Runs test documents, whatever their kind. */

import type { Diagnostic } from "../diagnostics";
import type { Document, DocumentOf } from "../documents";
import { accessRunner } from "./access/access-runner";
import { detectionRunner } from "./detection/detection-runner";
import { playbookRunner } from "./playbook/playbook-runner";
import {
  type CaseResult,
  caseResult,
  type TestCase,
  type TestContext,
  type TestKind,
  type TestRunner,
} from "./test-case";

/** The runner of each kind of test: a kind without its line is a type error, so none passes by not being run. */
const RUNNERS: { readonly [K in TestKind]: TestRunner<K> } = {
  DetectionTest: detectionRunner,
  AccessTest: accessRunner,
  PlaybookTest: playbookRunner,
};

export type TestDocument = { readonly [K in TestKind]: DocumentOf<K> }[TestKind];

export function isTest(document: Document): document is TestDocument {
  return document.kind in RUNNERS;
}

/** The tests among documents that are about one of `subjects`. */
export function testsOf(subjects: readonly Document[], documents: readonly Document[]): readonly TestDocument[] {
  if (subjects.length === 0) return [];
  return documents.filter(isTest).filter((test) => (RUNNERS[test.kind] as TestRunner).isAbout(test, subjects));
}

/** What is wrong with tests before they run: they name a rule, playbook, policy or tenant that is not among the documents. */
export function testFindings(tests: readonly TestDocument[], documents: readonly Document[]): readonly Diagnostic[] {
  return tests.flatMap((test) => (RUNNERS[test.kind] as TestRunner).references(test, documents));
}

/** The results of all cases that are wanted, in the order of the documents. */
export async function runTests(
  tests: readonly TestDocument[],
  documents: readonly Document[],
  { wanted = () => true, ...context }: TestContext & { readonly wanted?: (one: TestCase) => boolean },
): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  for (const test of tests) {
    const cases = (RUNNERS[test.kind] as TestRunner).cases(test, documents, context);
    for (const each of cases.filter(wanted)) results.push(caseResult(test.kind, each, await each.run()));
  }
  return results;
}
