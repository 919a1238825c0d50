/** A dynamic value as the identifier of an entity. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

const mapping = (column: string) =>
  `entityMappings: [{ entityType: IP, fieldMappings: [{ identifier: Address, columnName: ${column} }] }]`;

export const dynamicIdentifier: CheckInfo = {
  code: "PKT5402",
  severity: "warning",
  title: "an entity identified by a dynamic value",
  why: "An identifier is a single text. A list or a bag in its place makes an entity that is its JSON, which matches nothing.",
  source:
    "picket; https://learn.microsoft.com/azure/sentinel/map-data-fields-to-entities names values, read 2026-11-23",
  avoid: rule({
    query: "query: SigninLogs | summarize Addresses = make_set(IPAddress) by UserId",
    entityMappings: mapping("Addresses"),
  }),
  prefer: rule({
    query: "query: SigninLogs | summarize count() by UserId, IPAddress",
    entityMappings: mapping("IPAddress"),
  }),
  nearMiss: rule({
    query:
      "query: SigninLogs | summarize Addresses = make_set(IPAddress) by UserId | extend First = tostring(Addresses[0])",
    entityMappings: mapping("First"),
  }),
};
