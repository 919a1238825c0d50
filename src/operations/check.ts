/** Checks documents: shape, meaning, wiring, and every tenant among them. */

import { posix } from "node:path";
import { checkDocuments } from "../compiler";
import { type Diagnostic, sortDiagnostics, sourceText } from "../diagnostics";
import { type Document, readDocuments } from "../documents";
import { type BesideReader, besideOnDisk, readPaths, readProject } from "../repository";

export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: number;
  readonly documents: number;
}

export interface CheckRequest {
  /** The project's folder. */
  readonly folder: string;
  /** Files and folders; none: the whole project. */
  readonly paths: readonly string[];
  /** ISO 8601. */
  readonly now: string;
}

/** Checks a project, or the files and folders that are named. */
export function checkProject({ folder, paths, now }: CheckRequest): Checked {
  const { documents, diagnostics, files } = paths.length > 0 ? readPaths(folder, paths) : readProject(folder);
  const found = checkDocuments(documents, { now, purpose: "check", beside: besideOnDisk(folder) });
  return { diagnostics: sortDiagnostics([...diagnostics, ...found]), files, documents: documents.length };
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

/** Finds the files of a request by their path, as it is given or as it lies beside the document. */
export function besideIn(files: Readonly<Record<string, string>> = {}): BesideReader {
  return (documentPath, file) => files[posix.join(posix.dirname(documentPath), file)] ?? files[file];
}
