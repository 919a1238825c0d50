/** What an alert takes from its rows: name, description, severity, tactics, custom details, further properties. */

import { ALERT_DESCRIPTION_BYTES_MAX, ALERT_NAME_BYTES_MAX, TACTICS } from "../azure";
import { distinctTexts } from "./cell-text";
import { type DetectionRule, type ResultRow, SEVERITIES, type Severity } from "./rule";

/** Values of one custom detail, or of one field of the alert.
 *  Source: https://learn.microsoft.com/azure/sentinel/surface-custom-details-in-alerts, read 2026-11-23. */
export const VALUES_PER_DETAIL_MAX = 50;

export interface AlertDetails {
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
  readonly customDetails: Readonly<Record<string, readonly string[]>>;
  readonly properties: Readonly<Record<string, string>>;
  /** Parts that no page decides: rows of one alert have different values in the column that the part is made of. */
  readonly undocumented: readonly string[];
}

export function alertDetails(rule: DetectionRule, rows: readonly ResultRow[]): AlertDetails {
  const override = rule.alertDetailsOverride ?? {};
  const title = filled(override.alertDisplayNameFormat, rows);
  const description = filled(override.alertDescriptionFormat, rows);
  const severity = one(rows, override.alertSeverityColumnName);
  const tactics = one(rows, override.alertTacticsColumnName);
  const properties = (override.alertDynamicProperties ?? []).map(
    ({ alertProperty, value }) => [alertProperty, one(rows, value)] as const,
  );
  const ambiguous: readonly (readonly [string, Part])[] = [
    ["title", title],
    ["description", description],
    ["severity", severity],
    ["tactics", tactics],
    ...properties,
  ];
  const texts = Object.fromEntries(properties.flatMap(([name, { text }]) => (text === "" ? [] : [[name, text]])));
  const { Techniques: techniques, ...rest } = texts;
  return {
    title: cut(title.text, ALERT_NAME_BYTES_MAX) || rule.displayName,
    description: cut(description.text, ALERT_DESCRIPTION_BYTES_MAX) || (rule.description ?? ""),
    severity: SEVERITIES.find((each) => each.toLowerCase() === severity.text.toLowerCase()) ?? rule.severity,
    tactics: knownTactics(tactics.text) ?? rule.tactics ?? [],
    techniques: techniques === undefined ? (rule.techniques ?? []) : listOf(techniques),
    customDetails: customDetails(rule, rows),
    properties: rest,
    undocumented: ambiguous.flatMap(([name, { isAmbiguous }]) => (isAmbiguous ? [name] : [])),
  };
}

interface Part {
  readonly text: string;
  readonly isAmbiguous: boolean;
}

function one(rows: readonly ResultRow[], column: string | undefined): Part {
  if (column === undefined) return { text: "", isAmbiguous: false };
  const [text = "", ...others] = distinctTexts(rows, column);
  return { text, isAmbiguous: others.length > 0 };
}

function filled(format: string | undefined, rows: readonly ResultRow[]): Part {
  let isAmbiguous = false;
  const text = (format ?? "").replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => {
    const part = one(rows, name.trim());
    isAmbiguous ||= part.isAmbiguous;
    return part.text;
  });
  return { text: text.trim(), isAmbiguous };
}

/** At most so many bytes; a character is never cut in two. */
function cut(text: string, bytesMax: number): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= bytesMax) return text;
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, bytesMax), { stream: true });
}

/** Tactics of a column: one name, several with commas, or a list; undefined where none of them is known. */
function knownTactics(text: string): readonly string[] | undefined {
  const known = listOf(text).flatMap((name) => TACTICS.find((each) => each === name.replaceAll(" ", "")) ?? []);
  return known.length > 0 ? known : undefined;
}

function listOf(text: string): readonly string[] {
  return text
    .replace(/^\[|\]$/g, "")
    .split(",")
    .map((each) => each.trim().replace(/^"|"$/g, ""))
    .filter((each) => each !== "");
}

function customDetails(
  { customDetails = {} }: DetectionRule,
  rows: readonly ResultRow[],
): AlertDetails["customDetails"] {
  const pairs = Object.entries(customDetails).map(
    ([name, column]) => [name, distinctTexts(rows, column).slice(0, VALUES_PER_DETAIL_MAX)] as const,
  );
  return Object.fromEntries(pairs.filter(([, values]) => values.length > 0));
}
