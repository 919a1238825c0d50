/** The name of a workflow that is too long. */

import type { CheckInfo } from "../../../diagnostics";
import { rawPlaybook } from "./example";

export const playbookName: CheckInfo = {
  code: "PKT5503",
  severity: "error",
  title: "the name of a workflow that is too long",
  why: "A Logic App is called by the key of its document; the service refuses longer names.",
  source: "https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config, read 2026-11-23",
  avoid: () => rawPlaybook({ key: `key: ${"a".repeat(81)}` }),
  prefer: rawPlaybook({ key: "key: contain-new-user" }),
  nearMiss: () => rawPlaybook({ key: `key: ${"a".repeat(80)}` }),
};
