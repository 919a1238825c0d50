/** Face of the room: files of a project. */

export { unreadable } from "./checks/unreadable";
export { type Read, readPaths, readProject } from "./read-folder";
