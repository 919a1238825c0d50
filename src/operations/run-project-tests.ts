/** Runs the tests of a project. */

import type { Bound } from "../compiler";
import { type Diagnostic, hasErrors } from "../diagnostics";
import type { Document } from "../documents";
import { besideOnDisk, newReads, type Reads, readPaths, readProject } from "../repository";
import { type CaseResult, isTest, runTests, testsOf } from "../testing";
import { bindHere } from "./bind-here";

export interface TestRequest {
  readonly folder: string;
  /** Files and folders with tests or with what is tested; none: all of the project. */
  readonly paths: readonly string[];
  /** Only cases whose subject or name has this text. */
  readonly filter?: string;
  readonly now: string;
  readonly elapsedSeconds: () => number;
}

export interface Tested {
  readonly results: readonly CaseResult[];
  /** What is wrong with the test files themselves. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files that were looked into, and test documents in them. */
  readonly files: number;
  readonly tests: number;
}

export function runProjectTests(request: TestRequest): Promise<Tested> {
  return testFiles(request, newReads(), bindHere());
}

/** The same from the files themselves, which are noted down in `reads`. */
export async function testFiles(
  { folder, paths, filter, now, elapsedSeconds }: TestRequest,
  reads: Reads,
  bound: Bound,
): Promise<Tested> {
  const project = readProject(folder, reads);
  const named = paths.length > 0 ? readPaths(folder, paths, reads) : project;
  const files = new Set(project.documents.map(({ place }) => place.path));
  const documents = [...project.documents, ...named.documents.filter(({ place }) => !files.has(place.path))];
  // Naming a rule asks for its tests, wherever they stand.
  const own = new Set<Document>(paths.length > 0 ? testsOf(named.documents, documents) : []);
  const tests = documents.filter(isTest).filter((each) => own.has(each) || named.documents.includes(each));
  const text = filter?.toLowerCase() ?? "";
  const results = await runTests(tests, documents, {
    now,
    purpose: "check",
    beside: besideOnDisk(folder, reads),
    bound,
    elapsedSeconds,
    wanted: ({ subject, name }) => `${subject} ${name}`.toLowerCase().includes(text),
  });
  const diagnostics = hasErrors(named.diagnostics) ? named.diagnostics : [];
  return { results, diagnostics, files: named.files, tests: tests.length };
}
