/** A kind that is not known. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const unknownKind: CheckInfo = {
  code: "PKT1010",
  severity: "error",
  title: "a kind that picket does not know",
  why: "The kind decides what a document becomes.",
  source: "picket",
  avoid: rule({ kind: "kind: Schedulded" }),
  prefer: rule({ kind: "kind: Scheduled" }),
  nearMiss: rule({ kind: "kind: scheduled" }),
};
