/** Tells when files of a project may have changed. */

import { type FSWatcher, statSync, watch } from "node:fs";
import { dirname, resolve } from "node:path";

/** How long it has to be quiet after a change: an editor writes, renames and touches in one go. */
const QUIET_MS = 100;

export interface Watching {
  /** What to look at from now on: files, and folders without those in them; relative to the project, there or not. */
  readonly follow: (paths: Iterable<string>) => void;
  readonly close: () => void;
}

/** Calls `changed` once after each burst of changes. It may be called for nothing: only digests tell what changed. */
export function watchFiles(root: string, changed: () => void): Watching {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  const touched = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, QUIET_MS);
  };
  const start = (folder: string) => {
    if (!isFolder(folder)) return;
    const watcher = watch(folder, touched);
    watcher.on("error", () => drop(folder));
    watchers.set(folder, watcher);
  };
  const drop = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  return {
    follow: (paths) => {
      const folders = foldersOf(root, paths);
      for (const folder of watchers.keys()) if (!folders.has(folder)) drop(folder);
      for (const folder of folders) if (!watchers.has(folder)) start(folder);
    },
    close: () => {
      clearTimeout(timer);
      for (const folder of [...watchers.keys()]) drop(folder);
    },
  };
}

/** The folders in which a change shows: those that are listed, and those in which a file is or would be. */
function foldersOf(root: string, paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of [".", ...paths]) {
    const target = resolve(root, path);
    folders.add(isFolder(target) ? target : existing(dirname(target)));
  }
  return folders;
}

/** The nearest folder above that is there. */
function existing(folder: string): string {
  return isFolder(folder) || dirname(folder) === folder ? folder : existing(dirname(folder));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
