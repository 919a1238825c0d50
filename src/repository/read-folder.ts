/** The documents of a project folder: rules/, tenants/, and the folders that tenants name. */

import { existsSync, readFileSync, statSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import { type Diagnostic, finding, hasErrors } from "../diagnostics";
import { type Document, decodeFile, readDocuments } from "../documents";
import { unreadable } from "./checks/unreadable";
import { findFiles, placeOf, reasonOf } from "./find-files";

export interface Read {
  readonly documents: readonly Document[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many files were read. */
  readonly files: number;
}

/** Where documents lie in a project. */
const DEFAULT_FOLDERS = ["rules", "tenants"] as const;

/** Reads a project: its default folders, and then the `content` folders of its tenants. */
export function readProject(root: string): Read {
  const present = DEFAULT_FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const own = readPaths(root, present);
  const folders = own.documents.flatMap((document) =>
    document.kind === "Tenant" ? (document.body.content ?? []) : [],
  );
  const outside = [...new Set(folders.map((folder) => posix.normalize(folder).replace(/\/$/, "")))];
  const content = readPaths(
    root,
    outside.filter((folder) => !present.some((each) => folder === each || folder.startsWith(`${each}/`))),
  );
  return {
    documents: [...own.documents, ...content.documents],
    diagnostics: [...own.diagnostics, ...content.diagnostics],
    files: own.files + content.files,
  };
}

/** Reads files and folders; a path that is named must exist. */
export function readPaths(root: string, paths: readonly string[]): Read {
  const diagnostics: Diagnostic[] = [];
  const files = paths.flatMap((path) => {
    const stats = statSync(resolve(root, path), { throwIfNoEntry: false });
    if (!stats) {
      diagnostics.push(finding(unreadable, { message: "it does not exist", at: placeOf(path) }));
      return [];
    }
    if (!stats.isDirectory()) return [path];
    const found = findFiles(root, path);
    diagnostics.push(...found.diagnostics);
    return found.paths;
  });
  const documents = [...new Set(files)].flatMap((path) => {
    const read = readFile(root, path);
    diagnostics.push(...read.diagnostics);
    return read.documents;
  });
  return { documents, diagnostics, files: files.length };
}

function readFile(root: string, path: string): Omit<Read, "files"> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(resolve(root, path));
  } catch (error) {
    return {
      documents: [],
      diagnostics: [finding(unreadable, { message: `the file can't be read: ${reasonOf(error)}`, at: placeOf(path) })],
    };
  }
  const decoded = decodeFile(path, bytes);
  if (hasErrors(decoded.diagnostics)) return { documents: [], diagnostics: decoded.diagnostics };
  const { value, diagnostics } = readDocuments(decoded.value);
  return { documents: value, diagnostics };
}
