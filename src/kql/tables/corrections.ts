/** Columns that the scraped list of tables lacks or has wrong, from Microsoft's reference of each table. */

import type { TypeName } from "../values/type-name";

/** What is put right in one table. */
export interface Correction {
  readonly columns: Readonly<Record<string, TypeName>>;
  /** Page of the table, read 2026-11-23. */
  readonly source: string;
  /** True when resources put their own columns into it: names then end in what tells their type. */
  readonly open?: true;
}

const page = (table: string) =>
  `https://learn.microsoft.com/azure/azure-monitor/reference/tables/${table.toLowerCase()}`;

export const CORRECTIONS: Readonly<Record<string, Correction>> = {
  AzureDiagnostics: {
    source: page("AzureDiagnostics"),
    open: true,
    columns: {
      ResourceId: "string",
      SubscriptionId: "string",
      ResultDescription: "string",
      AdditionalFields: "dynamic",
    },
  },
  DnsEvents: { source: page("DnsEvents"), columns: { Name: "string" } },
};

/** Types by the end of a custom column's name. Source:
 *  https://learn.microsoft.com/azure/azure-monitor/logs/data-collector-api, section "record type and properties", read 2026-11-23. */
export const TYPE_OF_SUFFIX: Readonly<Record<string, TypeName>> = {
  _s: "string",
  _d: "real",
  _b: "bool",
  _t: "datetime",
  _g: "string",
};
