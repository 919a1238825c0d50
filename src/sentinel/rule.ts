/** A detection rule as the service runs it, in the service's names. */

import type { Json } from "../kql/run";

/** One row of the query's result: a cell by column. */
export type ResultRow = Readonly<Record<string, Json>>;

export interface DetectionRule {
  readonly kind: "Scheduled" | "NRT";
  readonly enabled?: boolean;
  readonly displayName: string;
  readonly description?: string;
  readonly severity: Severity;
  readonly tactics?: readonly string[];
  readonly techniques?: readonly string[];
  /** Scheduled rules only. */
  readonly queryPeriodSeconds?: number;
  readonly triggerOperator?: TriggerOperator;
  readonly triggerThreshold?: number;
  readonly aggregationKind: "SingleAlert" | "AlertPerResult";
  readonly entityMappings?: readonly EntityMapping[];
  readonly customDetails?: Readonly<Record<string, string>>;
  readonly alertDetailsOverride?: AlertDetailsOverride;
  readonly createIncident: boolean;
  readonly grouping: Grouping;
}

export const SEVERITIES = ["Informational", "Low", "Medium", "High"] as const;
export type Severity = (typeof SEVERITIES)[number];
export type TriggerOperator = "GreaterThan" | "LessThan" | "Equal" | "NotEqual";

export interface EntityMapping {
  readonly entityType: string;
  readonly fieldMappings: readonly { readonly identifier: string; readonly columnName: string }[];
}

export interface AlertDetailsOverride {
  readonly alertDisplayNameFormat?: string;
  readonly alertDescriptionFormat?: string;
  readonly alertTacticsColumnName?: string;
  readonly alertSeverityColumnName?: string;
  readonly alertDynamicProperties?: readonly { readonly alertProperty: string; readonly value: string }[];
}

export interface Grouping {
  readonly enabled: boolean;
  readonly matchingMethod: "AllEntities" | "AnyAlert" | "Selected";
  readonly groupByEntities?: readonly string[];
  readonly groupByAlertDetails?: readonly string[];
  readonly groupByCustomDetails?: readonly string[];
}
