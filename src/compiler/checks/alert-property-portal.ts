/** Alert properties under the Defender portal. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

export const alertPropertyPortal: CheckInfo = {
  code: "PKT5221",
  severity: "warning",
  title: "an alert property that breaks correlation",
  why: "The Defender portal correlates by product and provider; an alert that claims another one is left out.",
  source: "https://learn.microsoft.com/azure/sentinel/customize-alert-details, read 2026-11-23",
  avoid: documents(
    tenant(),
    rule({
      alertDetailsOverride:
        "alertDetailsOverride: { alertDynamicProperties: [{ alertProperty: ProductName, value: Product }] }",
    }),
  ),
  prefer: documents(
    tenant(),
    rule({
      alertDetailsOverride:
        "alertDetailsOverride: { alertDynamicProperties: [{ alertProperty: AlertLink, value: Link }] }",
    }),
  ),
  nearMiss: documents(
    tenant(),
    rule({
      alertDetailsOverride:
        "alertDetailsOverride: { alertDynamicProperties: [{ alertProperty: ExtendedLinks, value: Provider }] }",
    }),
  ),
};
