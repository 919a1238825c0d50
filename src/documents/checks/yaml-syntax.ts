/** YAML that does not parse. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const yamlSyntax: CheckInfo = {
  code: "PKT1001",
  severity: "error",
  title: "a file that is not YAML",
  why: "What cannot be read cannot be checked. Only this document is left out; all others are still read.",
  source: "picket",
  avoid: rule({ query: "query: [SigninLogs" }),
  prefer: rule(),
  nearMiss: rule({ query: "query: |\n  SigninLogs\n  \t| where AppDisplayName startswith '['" }),
};
