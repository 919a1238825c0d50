/** A file beyond the size that is read. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const tooLarge: CheckInfo = {
  code: "PKT1005",
  severity: "error",
  title: "a file that is too large",
  why: "A document holds a rule, not data; events and watchlist rows belong into a file beside it.",
  source: "picket",
  avoid: () => `# ${"x".repeat(5_000_000)}`,
  prefer: rule(),
};
