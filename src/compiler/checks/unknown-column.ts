/** A column that the query's result does not have. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const unknownColumn: CheckInfo = {
  code: "PKT5401",
  severity: "error",
  title: "a column that the query's result does not have",
  why: "Entities, custom details, placeholders and overrides take their values from columns of the result, by their exact name. A missing one makes alerts without the entity or the text, or the service refuses the rule.",
  source: "https://learn.microsoft.com/azure/sentinel/map-data-fields-to-entities, read 2026-11-23",
  avoid: rule({ customDetails: "customDetails: { Address: IpAddress }" }),
  prefer: rule({ customDetails: "customDetails: { Address: IPAddress }" }),
  nearMiss: rule({
    query: 'query: SigninLogs | where ResultType == "50126" | extend IpAddress = IPAddress',
    customDetails: "customDetails: { Address: IpAddress }",
  }),
};
