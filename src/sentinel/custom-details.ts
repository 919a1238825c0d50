/** Custom details of an alert: values of its rows by the rule's own names.
 *  Source: https://learn.microsoft.com/azure/sentinel/surface-custom-details-in-alerts, read 2026-11-25. */

import { distinctTexts } from "./cell-text";
import type { ResultRow } from "./rule";

/** Values of one custom detail. */
export const VALUES_PER_DETAIL_MAX = 50;

/** Bytes of all custom details of an alert, with their names. */
export const CUSTOM_DETAILS_BYTES_MAX = 2048;

export interface CustomDetails {
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Whether there are more values than an alert holds: no page says which of them are left. */
  readonly isTooMuch: boolean;
}

export function customDetails(columns: Readonly<Record<string, string>>, rows: readonly ResultRow[]): CustomDetails {
  const pairs = Object.entries(columns).map(([name, column]) => [name, distinctTexts(rows, column)] as const);
  const values = Object.fromEntries(pairs.filter(([, texts]) => texts.length > 0));
  const bytes = new TextEncoder().encode(JSON.stringify(values)).length;
  const isLong = pairs.some(([, texts]) => texts.length > VALUES_PER_DETAIL_MAX);
  return { values, isTooMuch: isLong || bytes > CUSTOM_DETAILS_BYTES_MAX };
}
