/** A file without a document. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const emptyFile: CheckInfo = {
  code: "PKT1006",
  severity: "warning",
  title: "a file without a document",
  why: "An empty file is most often one whose content was lost on the way.",
  source: "picket",
  avoid: `# nothing here yet
`,
  prefer: rule(),
  nearMiss: `# Moved here from the old repository.
---
${rule()}---
`,
};
