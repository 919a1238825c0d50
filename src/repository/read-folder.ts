/** The documents of a project folder: rules/, tenants/, and the folders that tenants name. */

import { statSync } from "node:fs";
import { isAbsolute, posix, relative, resolve } from "node:path";
import { type Diagnostic, finding, hasErrors } from "../diagnostics";
import { type Document, decodeFile, readDocuments } from "../documents";
import { unreadable } from "./checks/unreadable";
import { bytesOf, findFiles, placeOf, reasonOf } from "./find-files";
import { ABSENT, digestOfBytes, digestOfListing, newReads, type ReadFile, type Reads } from "./reads";

export interface Read {
  readonly documents: readonly Document[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many files were read. */
  readonly files: number;
  /** JSON files in the folders that were looked into. */
  readonly json: readonly string[];
}

/** Where documents lie in a project. */
const DEFAULT_FOLDERS = ["rules", "tenants"] as const;

/** Reads a project: its default folders, and then the `content` folders of its tenants. */
export function readProject(root: string, reads: Reads = newReads()): Read {
  const present = DEFAULT_FOLDERS.filter((folder) => isThere(root, folder, reads));
  const own = readPaths(root, present, reads);
  const folders = own.documents.flatMap((document) =>
    document.kind === "Tenant" ? (document.body.content ?? []) : [],
  );
  const outside = [...new Set(folders.map((folder) => posix.normalize(folder).replace(/\/$/, "")))];
  const content = readPaths(
    root,
    outside.filter((folder) => !present.some((each) => folder === each || folder.startsWith(`${each}/`))),
    reads,
  );
  return {
    documents: [...own.documents, ...content.documents],
    diagnostics: [...own.diagnostics, ...content.diagnostics],
    files: own.files + content.files,
    json: [...own.json, ...content.json],
  };
}

/** Reads files and folders; a path that is named must exist. */
export function readPaths(root: string, paths: readonly string[], reads: Reads = newReads()): Read {
  const diagnostics: Diagnostic[] = [];
  const json: string[] = [];
  const files = paths.flatMap((named) => {
    const path = projectPath(root, named);
    if (!isThere(root, path, reads)) {
      diagnostics.push(finding(unreadable, { message: "no such file or folder", at: placeOf(path) }));
      return [];
    }
    if (!statSync(resolve(root, path)).isDirectory()) return [path];
    const found = findFiles(root, path);
    reads.digests.set(path, digestOfListing(found));
    for (const folder of found.folders) reads.folders.add(folder);
    diagnostics.push(...found.diagnostics);
    json.push(...found.json);
    return found.paths;
  });
  const documents = [...new Set(files)].flatMap((path) => {
    const read = readFile(root, path, reads);
    diagnostics.push(...read.diagnostics);
    return read.documents;
  });
  return { documents, diagnostics, files: files.length, json };
}

/** One spelling for each path: below the project as the project itself reads it, elsewhere as it was named. */
function projectPath(root: string, path: string): string {
  const inside = relative(resolve(root), resolve(root, path)).replaceAll("\\", "/");
  return inside === "" || inside.startsWith("..") || isAbsolute(inside) ? path : inside;
}

function isThere(root: string, path: string, reads: Reads): boolean {
  if (statSync(resolve(root, path), { throwIfNoEntry: false })) return true;
  reads.digests.set(path, ABSENT);
  return false;
}

function readFile(root: string, path: string, reads: Reads): ReadFile {
  let bytes: Uint8Array;
  try {
    bytes = bytesOf(resolve(root, path));
  } catch (error) {
    reads.digests.set(path, reasonOf(error));
    const message = `the file can't be read: ${reasonOf(error)}`;
    return { documents: [], diagnostics: [finding(unreadable, { message, at: placeOf(path) })] };
  }
  const digest = digestOfBytes(bytes);
  reads.digests.set(path, digest);
  const name = `${path} ${digest}`;
  const read = reads.earlier.get(name) ?? reads.files.get(name) ?? parsed(path, bytes);
  reads.files.set(name, read);
  reads.onFile?.(reads.files.size);
  return read;
}

function parsed(path: string, bytes: Uint8Array): ReadFile {
  const decoded = decodeFile(path, bytes);
  if (hasErrors(decoded.diagnostics)) return { documents: [], diagnostics: decoded.diagnostics };
  const { value, diagnostics } = readDocuments(decoded.value);
  return { documents: value, diagnostics };
}
