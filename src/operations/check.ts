/** Checks documents: shape, meaning, wiring, and every tenant among them. */

import { posix } from "node:path";
import { checkDocuments } from "../compiler";
import { type Diagnostic, sortDiagnostics, sourceText } from "../diagnostics";
import { type Document, readDocuments } from "../documents";

import { type BesideReader, besideOnDisk, type Reads, readPaths, readProject, remembered } from "../repository";
import { bindHere } from "./bind-here";

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
  /** Whether a kept result is given where nothing has changed (default true). */
  readonly cache?: boolean;
  /** Told of each file that is read, with their number so far. */
  readonly onFile?: (count: number) => void;
}

/** Checks a project, or the files and folders that are named. The result holds for a day: exceptions end with one. */
export function checkProject(request: CheckRequest): Checked {
  const { folder, paths, now, cache = true } = request;
  const question = ["check", now.slice(0, DAY_CHARS), ...paths];
  return remembered({ root: folder, question, cache, make: (reads) => checkFiles(request, reads) });
}

/** Length of the day in an ISO 8601 time. */
export const DAY_CHARS = 10;

/** The same from the files themselves, which are noted down in `reads`. */
export function checkFiles({ folder, paths, now, onFile }: CheckRequest, noted: Reads): Checked {
  const reads = onFile ? { ...noted, onFile } : noted;
  const read = paths.length > 0 ? readPaths(folder, paths, reads) : readProject(folder, reads);
  const { documents, diagnostics, files } = read;
  const found = checkDocuments(documents, {
    now,
    purpose: "check",
    beside: besideOnDisk(folder, reads),
    bound: bindHere(),
  });
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
