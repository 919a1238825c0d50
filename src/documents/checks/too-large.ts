/** A file beyond the size that is read. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

/** Longest document file, in bytes: far beyond any rule, short enough to be read in well under a second. */
export const FILE_BYTES_MAX = 4 * 1024 * 1024;

export const tooLarge: CheckInfo = {
  code: "PKT1005",
  severity: "error",
  title: "a file that is too large",
  why: "A document holds a rule, not data; events and watchlist rows belong into a file beside it.",
  source: "picket",
  avoid: () => `${rule()}#`.padEnd(FILE_BYTES_MAX + 1, " x"),
  prefer: rule(),
  nearMiss: () => `${rule()}#`.padEnd(FILE_BYTES_MAX, " x"),
};
