/** Documents of a project by their keys, each with the tests that name it. */

import type { Document } from "../documents";
import { readProject } from "../repository";
import { isTest, type TestDocument } from "../testing";

export interface ContentAnswer {
  readonly key: string;
  readonly kind: Document["kind"];
  readonly path: string;
  readonly tests: readonly ContentTest[];
}

export interface ContentTest {
  readonly path: string;
  readonly cases: number;
}

export function contentAnswers(folder: string): ReadonlyMap<string, ContentAnswer> {
  const { documents } = readProject(folder);
  const tests = documents.filter(isTest);
  const answers = documents
    .filter((each) => !isTest(each))
    .map(({ key, kind, place }): ContentAnswer => {
      const own = tests.filter((test) => testedKey(test) === key);
      return { key, kind, path: place.path, tests: own.map(testOf) };
    });
  return new Map(answers.map((answer) => [answer.key, answer]));
}

/** Tests of sign-ins are about a tenant's policies together, not about one of them. */
function testedKey(test: TestDocument): string | undefined {
  switch (test.kind) {
    case "DetectionTest":
      return test.body.rule ?? test.body.hunt;
    case "PlaybookTest":
      return test.body.playbook;
    default:
      return undefined;
  }
}

function testOf(test: TestDocument): ContentTest {
  const cases = "cases" in test.body ? test.body.cases.length : 0;
  return { path: test.place.path, cases };
}
