/** Runs the tests of a project. */

import { type Diagnostic, hasErrors } from "../diagnostics";
import { besideOnDisk, readPaths, readProject } from "../repository";
import { type CaseResult, isTest, runTests } from "../testing";
import { bindHere } from "./bind-here";

export interface TestRequest {
  readonly folder: string;
  /** Files and folders with tests; none: all of the project. */
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
}

export async function runProjectTests({ folder, paths, filter, now, elapsedSeconds }: TestRequest): Promise<Tested> {
  const project = readProject(folder);
  const named = paths.length > 0 ? readPaths(folder, paths) : project;
  const files = new Set(project.documents.map(({ place }) => place.path));
  const documents = [...project.documents, ...named.documents.filter(({ place }) => !files.has(place.path))];
  const text = filter?.toLowerCase() ?? "";
  const results = await runTests(named.documents.filter(isTest), documents, {
    now,
    purpose: "check",
    beside: besideOnDisk(folder),
    bound: bindHere(),
    elapsedSeconds,
    wanted: ({ subject, name }) => `${subject} ${name}`.toLowerCase().includes(text),
  });
  return { results, diagnostics: hasErrors(named.diagnostics) ? named.diagnostics : [] };
}
