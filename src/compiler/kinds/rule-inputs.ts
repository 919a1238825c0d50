/** The properties that scheduled and NRT rules share, as the service takes them. */

import { invariant } from "../../diagnostics";
import { type DocumentOf, type Duration, isoDuration, parseDuration } from "../../documents";
import type { Json, Stage } from "../../plan";
import { withoutUndefined } from "./without-undefined";

type RuleBody = DocumentOf<"Scheduled">["body"];
type SharedBody = Omit<RuleBody, "queryFrequency" | "queryPeriod" | "triggerOperator" | "triggerThreshold" | "kind">;

/** What the service gets where a rule is silent. The same table stands in docs/documents.md. */
export const RULE_DEFAULTS = {
  enabled: true,
  severity: "Medium",
  suppressionEnabled: false,
  suppressionDuration: "PT1H",
  aggregationKind: "SingleAlert",
  createIncident: true,
  grouping: { enabled: false, reopenClosedIncident: false, lookbackDuration: "PT5H", matchingMethod: "AllEntities" },
} as const;

export interface RuleSettings {
  readonly stage: Stage;
  readonly portal: "defender" | "azure";
  /** The query with what is compiled into it. */
  readonly query: string;
}

/** Properties in the service's names. Lists keep the author's order, because the provider compares them by index. */
export function ruleInputs(body: SharedBody, { stage, portal, query }: RuleSettings): Readonly<Record<string, Json>> {
  const isQuiet = stage === "observe";
  const severity = isQuiet && portal === "defender" ? "Informational" : (body.severity ?? RULE_DEFAULTS.severity);
  return withoutUndefined({
    displayName: body.name,
    description: body.description === undefined ? undefined : descriptionText(body.description),
    enabled: body.enabled ?? RULE_DEFAULTS.enabled,
    severity,
    query,
    suppressionEnabled: body.suppressionEnabled ?? RULE_DEFAULTS.suppressionEnabled,
    suppressionDuration:
      body.suppressionDuration === undefined ? RULE_DEFAULTS.suppressionDuration : iso(body.suppressionDuration),
    tactics: nonEmpty(body.tactics?.map((tactic) => tactic.replaceAll(" ", ""))),
    techniques: nonEmpty(unique(body.relevantTechniques?.map((technique) => technique.replace(/\.\d+$/, "")))),
    entityMappings: nonEmpty(body.entityMappings),
    customDetails: nonEmptyMap(body.customDetails),
    alertDetailsOverride: nonEmptyMap(alertDetails(body.alertDetailsOverride, isQuiet && portal === "defender")),
    eventGroupingSettings: {
      aggregationKind: body.eventGroupingSettings?.aggregationKind ?? RULE_DEFAULTS.aggregationKind,
    },
    incidentConfiguration: incidents(body.incidentConfiguration, isQuiet && portal === "azure"),
    alertRuleTemplateName: body.alertRuleTemplateName,
    templateVersion:
      body.templateVersion ?? (body.alertRuleTemplateName === undefined ? undefined : versionText(body.version)),
  });
}

/** The content repository quotes its descriptions inside a block of text; its packager takes the quotes off.
 *  Source: Create-Azure-Sentinel-Solution of https://github.com/Azure/Azure-Sentinel, read 2026-11-23. */
export function descriptionText(description: string): string {
  const text = description.trimEnd();
  return text.length > 1 && text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1) : text;
}

function versionText(version: string | number | undefined): string | undefined {
  return version === undefined ? undefined : String(version);
}

/** An incident's severity comes from the alert: where incidents must stay quiet, no column may raise it again. */
function alertDetails(
  details: SharedBody["alertDetailsOverride"],
  isQuiet: boolean,
): Readonly<Record<string, Json>> | undefined {
  if (!details) return undefined;
  const { alertSeverityColumnName, ...rest } = details;
  return withoutUndefined(isQuiet ? rest : { ...rest, alertSeverityColumnName });
}

function incidents(configuration: SharedBody["incidentConfiguration"], isQuiet: boolean): Json {
  const grouping = configuration?.groupingConfiguration;
  const lookback = grouping?.lookbackDuration;
  return {
    createIncident: isQuiet ? false : (configuration?.createIncident ?? RULE_DEFAULTS.createIncident),
    groupingConfiguration: withoutUndefined({
      ...RULE_DEFAULTS.grouping,
      ...grouping,
      lookbackDuration: lookback === undefined ? RULE_DEFAULTS.grouping.lookbackDuration : iso(lookback),
    }),
  };
}

/** The ISO spelling of a duration that the document's shape has let through. */
export function iso(text: string): string {
  const duration: Duration | undefined = parseDuration(text);
  invariant(duration, "the shape lets only durations through");
  return isoDuration(duration);
}

function unique(names: readonly string[] | undefined): readonly string[] | undefined {
  return names && [...new Set(names)];
}

function nonEmpty<T>(values: readonly T[] | undefined): readonly T[] | undefined {
  return values && values.length > 0 ? values : undefined;
}

function nonEmptyMap<T extends object>(map: T | undefined): T | undefined {
  return map && Object.keys(map).length > 0 ? map : undefined;
}
