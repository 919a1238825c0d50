/** A rule kind that is refused by name. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const refusedKind: CheckInfo = {
  code: "PKT1012",
  severity: "error",
  title: "a rule kind that picket refuses",
  why: "In the Defender portal its own correlation engine takes the place of Fusion and of rules that make incidents from Microsoft alerts; deploying them would have no effect or double the incidents.",
  source: "https://learn.microsoft.com/azure/sentinel/move-to-defender, read 2026-11-23",
  avoid: `kind: Fusion
key: fusion
alertRuleTemplateName: f71aba3d-28fb-450b-b192-4e76a83015c8
`,
  prefer: rule({ kind: "kind: Scheduled" }),
  nearMiss: rule({ key: "key: fusion", query: 'query: SecurityAlert | where AlertType == "Fusion"' }),
};
