/** Checks documents: shape, meaning, wiring, and every tenant among them. */

import { posix } from "node:path";
import { type Bound, checkDocuments } from "../compiler";
import { type Diagnostic, sortDiagnostics, sourceText } from "../diagnostics";
import { type Document, readDocuments } from "../documents";

import {
  type BesideReader,
  type Binder,
  besideOnDisk,
  binderPool,
  type Reads,
  readPaths,
  readProject,
  remembered,
} from "../repository";
import { isTest, testFindings } from "../testing";
import { boundBy } from "./bound-by";
import { unreadTexts, withoutEchoes } from "./echoes";
import { passedOverFindings } from "./passed-over";

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
  /** Makes what binds the queries, when it comes to that (default: processes of their own, where that pays). */
  readonly binder?: () => Binder;
  /** Told of each file that is read, with their number so far. */
  readonly onFile?: (count: number) => void;
}

/** Checks a project, or the files and folders that are named. The result holds for a day: exceptions end with one. */
export function checkProject(request: CheckRequest): Promise<Checked> {
  const { folder, paths, now, cache = true } = request;
  const question = ["check", now.slice(0, DAY_CHARS), ...paths];
  return remembered({ root: folder, question, cache, make: (reads) => checkFiles(request, reads) });
}

/** Length of the day in an ISO 8601 time. */
export const DAY_CHARS = 10;

async function checkFiles(request: CheckRequest, reads: Reads): Promise<Checked> {
  // Made before the files are read: its first process starts meanwhile.
  const binder = (request.binder ?? binderPool)();
  try {
    const check = readForCheck(request, reads);
    return await boundBy(binder, check);
  } finally {
    binder.end();
  }
}

/** Reads the files, which are noted down in `reads`, and gives what checks them. */
export function readForCheck({ folder, paths, now, onFile }: CheckRequest, noted: Reads): (bound: Bound) => Checked {
  const reads = onFile ? { ...noted, onFile } : noted;
  const named = paths.length > 0 ? readPaths(folder, paths, reads) : readProject(folder, reads);
  const { documents: about, diagnostics, files, json } = named;
  const project = paths.length > 0 ? readProject(folder, reads) : named;
  const documents = paths.length > 0 ? around(about, project.documents) : about;
  const unread = unreadTexts([...diagnostics, ...project.diagnostics]);
  const beside = besideOnDisk(folder, reads);
  return (bound) => {
    const found = [
      ...checkDocuments(documents, { now, purpose: "check", beside, bound }, about),
      ...testFindings(about.filter(isTest), documents),
      ...passedOverFindings({ json, documents, beside, unread }),
    ];
    // Only what is told itself takes the place of what follows from it.
    const told = withoutEchoes(found, diagnostics);
    return { diagnostics: sortDiagnostics([...diagnostics, ...told]), files, documents: about.length };
  };
}

/** What named documents may name: those of the project that they are part of. Of files from elsewhere, only themselves. */
function around(named: readonly Document[], project: readonly Document[]): readonly Document[] {
  const paths = new Set(project.map(({ place }) => place.path));
  const [inside, outside] = [true, false].map((isIn) => named.filter(({ place }) => paths.has(place.path) === isIn));
  return inside?.length === 0 ? named : [...project, ...(outside ?? [])];
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
