/** The alerts of one run: from the rows of the result, by trigger and event grouping. */

import { type AlertDetails, alertDetails } from "./alert-details";
import { type Entity, entitiesOf } from "./entities";
import type { DetectionRule, ResultRow } from "./rule";
import { isTriggered } from "./trigger";

export interface Alert extends AlertDetails {
  readonly entities: readonly Entity[];
  readonly rows: readonly ResultRow[];
}

/** Alerts that one run makes at most.
 *  Source: https://learn.microsoft.com/azure/sentinel/sentinel-service-limits, read 2026-11-23.
 *  UNVERIFIED: that the last one then stands for the whole result, not for the rest; a live rule with more rows would settle it. */
export const ALERTS_PER_RUN_MAX = { Scheduled: 150, NRT: 30 } as const;

export function alertsOf(rule: DetectionRule, rows: readonly ResultRow[]): readonly Alert[] {
  if (!isTriggered(rule, rows.length)) return [];
  return eventGroups(rule, rows).map((group) => ({
    ...alertDetails(rule, group),
    entities: entitiesOf(group, rule.entityMappings ?? []),
    rows: group,
  }));
}

/** A rule that alerts on few rows may have none: then there is one alert without events. */
function eventGroups(
  { kind, aggregationKind }: DetectionRule,
  rows: readonly ResultRow[],
): readonly (readonly ResultRow[])[] {
  if (aggregationKind === "SingleAlert" || rows.length === 0) return [rows];
  const alertsMax = ALERTS_PER_RUN_MAX[kind];
  if (rows.length <= alertsMax) return rows.map((row) => [row]);
  return [...rows.slice(0, alertsMax - 1).map((row) => [row]), rows];
}
