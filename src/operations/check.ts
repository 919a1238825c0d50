/** Checks documents: shape, meaning, wiring, and every tenant among them. */

import { checkDocuments } from "../compiler";
import { type Diagnostic, sortDiagnostics, sourceText } from "../diagnostics";
import { type Document, readDocuments } from "../documents";
import { readPaths, readProject } from "../repository";

export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: number;
  readonly documents: number;
}

/** Checks a project, or the files and folders that are named. */
export function checkProject(folder: string, paths: readonly string[]): Checked {
  const { documents, diagnostics, files } = paths.length > 0 ? readPaths(folder, paths) : readProject(folder);
  return {
    diagnostics: sortDiagnostics([...diagnostics, ...checkDocuments(documents)]),
    files,
    documents: documents.length,
  };
}

export interface NamedText {
  readonly path: string;
  readonly text: string;
}

/** Documents of texts at hand, and what was found while reading them. */
export function readTexts(texts: readonly NamedText[]): {
  readonly documents: readonly Document[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const read = texts.map(({ path, text }) => readDocuments(sourceText(path, text)));
  return { documents: read.flatMap(({ value }) => value), diagnostics: read.flatMap(({ diagnostics }) => diagnostics) };
}
