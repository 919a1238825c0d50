/** A document whose kind cannot be told. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const noKind: CheckInfo = {
  code: "PKT1011",
  severity: "error",
  title: "a document whose kind cannot be told",
  why: "Without `kind`, a document is recognised by its keys: query and queryFrequency make a Scheduled rule.",
  source: "picket",
  avoid: `key: bad-address
name: Sign-in from a bad address
`,
  prefer: rule(),
  nearMiss: rule({ queryFrequency: "", queryPeriod: "", triggerOperator: "", triggerThreshold: "", severity: "" }),
};
