/** The alerts of one run: from the rows of the result, by trigger and event grouping. */

import { type AlertDetails, alertDetails } from "./alert-details";
import { customDetails } from "./custom-details";
import { type Entity, entitiesOf } from "./entities";
import type { DetectionRule, ResultRow } from "./rule";
import { isTriggered } from "./trigger";

export interface Alert extends AlertDetails {
  readonly customDetails: Readonly<Record<string, readonly string[]>>;
  readonly entities: readonly Entity[];
  readonly rows: readonly ResultRow[];
}

/** Alerts that one run makes at most; the last one stands for the whole result, as if all rows were one alert.
 *  Source: https://learn.microsoft.com/azure/sentinel/scheduled-rules-overview, event grouping, and
 *  https://learn.microsoft.com/azure/sentinel/near-real-time-rules, read 2026-11-25. */
export const ALERTS_PER_RUN_MAX = { Scheduled: 150, NRT: 30 } as const;

export function alertsOf(rule: DetectionRule, rows: readonly ResultRow[]): readonly Alert[] {
  if (!isTriggered(rule, rows.length)) return [];
  return eventGroups(rule, rows).map((group) => alertOf(rule, group, rows));
}

function alertOf(rule: DetectionRule, own: readonly ResultRow[], all: readonly ResultRow[]): Alert {
  const details = alertDetails(rule, { own, all });
  const custom = customDetails(rule.customDetails ?? {}, own);
  const found = entitiesOf(own, rule.entityMappings ?? []);
  const undocumented = [
    ...details.undocumented,
    ...(custom.isTooMuch ? ["customDetails"] : []),
    ...(found.isUnclear ? ["entities"] : []),
  ];
  return { ...details, customDetails: custom.values, entities: found.entities, rows: own, undocumented };
}

/** A rule that alerts on few rows may have none: then there is one alert without events.
 *  UNVERIFIED: so it is with AlertPerResult too; a live rule of that kind would settle it. */
function eventGroups(
  { kind, aggregationKind }: DetectionRule,
  rows: readonly ResultRow[],
): readonly (readonly ResultRow[])[] {
  if (aggregationKind === "SingleAlert" || rows.length === 0) return [rows];
  const alertsMax = ALERTS_PER_RUN_MAX[kind];
  if (rows.length <= alertsMax) return rows.map((row) => [row]);
  return [...rows.slice(0, alertsMax - 1).map((row) => [row]), rows];
}
