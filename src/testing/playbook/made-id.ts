/** Ids that a test does not state: the same for the same name. */

import { createHash } from "node:crypto";

/** A GUID of what it is of and its name. */
export function madeId(of: string, name: string): string {
  const hex = createHash("sha256").update(`${of} ${name}`, "utf8").digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
