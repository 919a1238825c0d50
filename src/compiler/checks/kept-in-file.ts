/** Keys of the content repository that are not deployed. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const keptInFile: CheckInfo = {
  code: "PKT5008",
  severity: "info",
  title: "keys that a deployed rule has no place for",
  why: "The content repository keeps them for its gallery; a deployed rule has no field for them, so they stay in the file.",
  source: "picket",
  avoid: rule({ status: "status: Available" }),
  prefer: rule(),
  nearMiss: rule({ status: "status: null", version: "version: 1.0.3" }),
};
