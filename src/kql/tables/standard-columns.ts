/** Columns that every table of a workspace has. */

import type { Column } from "../values/type-name";

/** Source: https://learn.microsoft.com/azure/azure-monitor/logs/log-standard-columns, read 2026-11-23. */
export const STANDARD_COLUMNS: readonly Column[] = [
  { name: "TenantId", type: "string" },
  { name: "TimeGenerated", type: "datetime" },
  { name: "SourceSystem", type: "string" },
  { name: "Type", type: "string" },
  { name: "_ResourceId", type: "string" },
  { name: "_SubscriptionId", type: "string" },
  { name: "_ItemId", type: "string" },
  { name: "_IsBillable", type: "string" },
  { name: "_BilledSize", type: "real" },
  { name: "_TimeReceived", type: "datetime" },
];
