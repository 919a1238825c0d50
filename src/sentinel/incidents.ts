/** The incidents that the alerts of one run make. */

import { unreachable } from "../diagnostics";
import type { Alert } from "./alerts";
import { type Entity, entityKey } from "./entities";
import { type DetectionRule, type Grouping, SEVERITIES, type Severity } from "./rule";

export interface Incident {
  /** Of the alert that opened it. */
  readonly title: string;
  /** The highest of its alerts. */
  readonly severity: Severity;
  /** Names of parts that no page decides. */
  readonly undocumented: readonly string[];
  readonly alerts: readonly Alert[];
  readonly entities: readonly Entity[];
}

/** Alerts that one incident holds; the next one opens another.
 *  Source: https://learn.microsoft.com/azure/sentinel/scheduled-rules-overview, alert grouping, read 2026-11-25. */
export const ALERTS_PER_INCIDENT_MAX = 150;

/** All alerts of a run have one time, so the look-back of the grouping leaves none of them out. */
export function incidentsOf(
  { createIncident, grouping }: DetectionRule,
  alerts: readonly Alert[],
): readonly Incident[] {
  if (!createIncident) return [];
  const groups = new Map<string, Alert[]>();
  for (const [index, alert] of alerts.entries()) {
    const key = groupKey(alert, grouping) ?? `alert ${index}`;
    groups.set(key, [...(groups.get(key) ?? []), alert]);
  }
  return [...groups.values()].flatMap(inFull).map(incidentOf);
}

/** What alerts of one incident have in common; undefined for an alert that stands alone. */
function groupKey(alert: Alert, grouping: Grouping): string | undefined {
  if (!grouping.enabled) return undefined;
  switch (grouping.matchingMethod) {
    case "AnyAlert":
      return "any";
    case "AllEntities":
      // UNVERIFIED: an alert without entities matches no other; two live alerts without any would settle it.
      return alert.entities.length === 0 ? undefined : alert.entities.map(entityKey).sort().join("\n");
    case "Selected":
      return selectedKey(alert, grouping);
    default:
      return unreachable(grouping.matchingMethod);
  }
}

/** Whether no page says into how many incidents these alerts go: they are grouped by what is not certain, or by nothing at all. */
export function isGroupingUnclear({ createIncident, grouping }: DetectionRule, alerts: readonly Alert[]): boolean {
  if (!createIncident || !grouping.enabled || grouping.matchingMethod === "AnyAlert" || alerts.length < 2) return false;
  const { groupByEntities = [], groupByAlertDetails = [], groupByCustomDetails = [] } = grouping;
  const isByAll = grouping.matchingMethod === "AllEntities";
  const parts = [
    ...(isByAll || groupByEntities.length > 0 ? ["entities"] : []),
    ...groupByAlertDetails.map((name) => (name === "Severity" ? "severity" : "title")),
    ...(groupByCustomDetails.length > 0 ? ["customDetails"] : []),
  ];
  const types = new Set(groupByEntities);
  const bare = alerts.filter(({ entities }) => !entities.some(({ type }) => isByAll || types.has(type)));
  const isByEntities = isByAll || parts.every((part) => part === "entities");
  return (
    alerts.some(({ undocumented }) => parts.some((part) => undocumented.includes(part))) ||
    (isByEntities && bare.length > 1)
  );
}

function selectedKey(alert: Alert, grouping: Grouping): string {
  const { groupByEntities = [], groupByAlertDetails = [], groupByCustomDetails = [] } = grouping;
  const entities = alert.entities.filter(({ type }) => groupByEntities.includes(type)).map(entityKey);
  const details = groupByAlertDetails.map((name) => (name === "Severity" ? alert.severity : alert.title));
  const custom = groupByCustomDetails.map((name) => JSON.stringify(alert.customDetails[name] ?? []));
  return [...entities.sort(), ...details, ...custom].join("\n");
}

function inFull(alerts: readonly Alert[]): readonly (readonly Alert[])[] {
  const count = Math.ceil(alerts.length / ALERTS_PER_INCIDENT_MAX);
  return Array.from({ length: count }, (_, index) =>
    alerts.slice(index * ALERTS_PER_INCIDENT_MAX, (index + 1) * ALERTS_PER_INCIDENT_MAX),
  );
}

function incidentOf(alerts: readonly Alert[]): Incident {
  const entities = alerts.flatMap((alert) => alert.entities);
  const highest = Math.max(...alerts.map(({ severity }) => SEVERITIES.indexOf(severity)));
  return {
    title: alerts[0]?.title ?? "",
    severity: SEVERITIES[highest] ?? "Informational",
    undocumented: [
      // UNVERIFIED: that the highest one counts; a live incident of alerts with different severities would settle it.
      ...(alerts.some(({ severity }) => severity !== alerts[0]?.severity) ? ["severity"] : []),
      ...(["title", "severity", "entities"] as const).filter((part) =>
        alerts.some(({ undocumented }) => undocumented.includes(part)),
      ),
    ],
    alerts,
    entities: [...new Map(entities.map((entity) => [entityKey(entity), entity])).values()],
  };
}
