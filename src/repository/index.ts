/** Face of the room: files of a project, and results that are kept beside them. */

export { type BesideReader, besideOnDisk, readTextFile } from "./beside";
export { type Binder, binderHere, binderPool } from "./binders/binder-pool";
export { ensuredSnapshot } from "./binders/make-snapshot";
export { type Remembering, remembered } from "./cache/result-cache";
export { repositoryChecks } from "./checks/checks";
export { type Read, readPaths, readProject } from "./read-folder";
export { newReads, type Reads } from "./reads";
export { type Watching, watchFiles } from "./watch-files";
export { writeNewFile } from "./write-new-file";
