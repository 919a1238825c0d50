/** The document files under a folder, in stable order. */

import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { compareTexts, type Diagnostic, finding, sourceText, span } from "../diagnostics";
import { unreadable } from "./checks/unreadable";

const DOCUMENT_FILE = /\.ya?ml$/i;
const JSON_FILE = /\.json$/i;
const PASSED_OVER = /^(\.|node_modules$)/;

export interface Found {
  /** Paths relative to the root, with forward slashes, in code point order. */
  readonly paths: readonly string[];
  /** JSON files, which are no documents by themselves. */
  readonly json: readonly string[];
  /** All folders that were looked into. */
  readonly folders: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** All YAML files below `folder` (relative to `root`); hidden folders and node_modules are passed over, links are not followed. */
export function findFiles(root: string, folder: string): Found {
  const paths: string[] = [];
  const json: string[] = [];
  const folders: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const visit = (relative: string) => {
    folders.push(relative);
    for (const entry of entriesOf(root, relative, diagnostics)) {
      if (PASSED_OVER.test(entry.name)) continue;
      const path = relative === "" || relative === "." ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory()) {
        if (DOCUMENT_FILE.test(entry.name))
          diagnostics.push(finding(unreadable, { message: "a folder with the name of a document", at: placeOf(path) }));
        else visit(path);
      } else if (DOCUMENT_FILE.test(entry.name)) paths.push(path);
      else if (JSON_FILE.test(entry.name)) json.push(path);
    }
  };
  visit(folder.replace(/\/+$/, ""));
  return { paths: paths.sort(compareTexts), json: json.sort(compareTexts), folders, diagnostics };
}

function entriesOf(root: string, relative: string, diagnostics: Diagnostic[]): readonly Dirent[] {
  try {
    return readdirSync(resolve(root, relative), { withFileTypes: true });
  } catch (error) {
    diagnostics.push(
      finding(unreadable, { message: `the folder can't be read: ${reasonOf(error)}`, at: placeOf(relative) }),
    );
    return [];
  }
}

/** A place without a text: the first position of a file that could not be read. */
export function placeOf(path: string) {
  return span(sourceText(path, ""), 0, 0);
}

/** The bytes of a file. What is no file, such as a pipe, could keep the reader waiting for ever. */
export function bytesOf(path: string): Uint8Array {
  if (!statSync(path).isFile()) throw Object.assign(new Error("it is no file"), { code: NO_FILE });
  return readFileSync(path);
}

const NO_FILE = "ENOFILE";

/** The system's reason in words. */
export function reasonOf(error: unknown): string {
  const code = (error as { readonly code?: string }).code ?? "";
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: "it does not exist",
    EACCES: "no permission",
    EISDIR: "it is a folder",
    ENOTDIR: "it is no folder",
    ELOOP: "its links form a circle",
    [NO_FILE]: "it is no file",
  };
  return reasons[code] ?? (code === "" ? String(error) : code);
}
