/** What the tests of a project cover. */

import { type Diagnostic, hasErrors } from "../diagnostics";
import { readPaths, readProject } from "../repository";
import { type Coverage, testCoverage } from "../testing";

export interface ProjectCoverage extends Coverage {
  /** What is wrong with the files, where something is: then documents may be missing. */
  readonly diagnostics: readonly Diagnostic[];
}

export function projectCoverage(folder: string, paths: readonly string[]): ProjectCoverage {
  const { documents, diagnostics } = paths.length > 0 ? readPaths(folder, paths) : readProject(folder);
  return { ...testCoverage(documents), diagnostics: hasErrors(diagnostics) ? diagnostics : [] };
}
