/** Writes a file that was not there: what a user has is never written over. */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { reasonOf } from "./find-files";

/** Undefined where the file was written; else why it was not. */
export function writeNewFile(root: string, path: string, text: string): string | undefined {
  const target = resolve(root, path);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: "wx" });
    return undefined;
  } catch (error) {
    return (error as { readonly code?: string }).code === "EEXIST" ? "it exists already" : reasonOf(error);
  }
}
