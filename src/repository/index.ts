/** Face of the room: files of a project. */

export { type BesideReader, besideOnDisk, readTextFile } from "./beside";
export { repositoryChecks } from "./checks/checks";
export { type Read, readPaths, readProject } from "./read-folder";
export { writeNewFile } from "./write-new-file";
