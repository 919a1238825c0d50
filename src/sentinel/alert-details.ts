/** What an alert takes from its rows: name, description, severity, tactics, techniques, further properties.
 *  Source: https://learn.microsoft.com/azure/sentinel/customize-alert-details, read 2026-11-25. */

import { ALERT_DESCRIPTION_BYTES_MAX, ALERT_NAME_BYTES_MAX, TACTICS } from "../azure";
import { cellText } from "./cell-text";
import { type DetectionRule, type ResultRow, SEVERITIES, type Severity } from "./rule";

/** Values that a query may give one overridden field; beyond that all alerts of the run have the rule's own. */
export const OVERRIDE_VALUES_MAX = 50;

export interface AlertDetails {
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
  readonly properties: Readonly<Record<string, string>>;
  /** Names of parts that no page decides for these rows. */
  readonly undocumented: readonly string[];
}

export interface RunRows {
  /** The rows of the alert. */
  readonly own: readonly ResultRow[];
  /** All rows of the run. */
  readonly all: readonly ResultRow[];
}

export function alertDetails(rule: DetectionRule, rows: RunRows): AlertDetails {
  const override = rule.alertDetailsOverride ?? {};
  const name = { bytesMax: ALERT_NAME_BYTES_MAX, accepts: anyText };
  const parts = {
    title: overriding(rows, { ...name, textOf: filled(override.alertDisplayNameFormat) }),
    description: overriding(rows, {
      bytesMax: ALERT_DESCRIPTION_BYTES_MAX,
      accepts: anyText,
      textOf: filled(override.alertDescriptionFormat),
    }),
    severity: overriding(rows, {
      ...name,
      accepts: oneOf(SEVERITIES),
      textOf: cellOf(override.alertSeverityColumnName),
    }),
    tactics: overriding(rows, { ...name, accepts: oneOf(TACTICS), textOf: cellOf(override.alertTacticsColumnName) }),
  };
  const properties = (override.alertDynamicProperties ?? []).map(
    ({ alertProperty, value }) =>
      [alertProperty, overriding(rows, { ...propertyField(alertProperty), textOf: cellOf(value) })] as const,
  );
  const { Techniques: techniques, ...rest } = Object.fromEntries(
    properties.flatMap(([key, { text }]) => (text === undefined ? [] : [[key, text]])),
  );
  const unclear = [...Object.entries(parts), ...properties].filter(([, { isUnclear }]) => isUnclear);
  return {
    title: parts.title.text ?? rule.displayName,
    description: parts.description.text ?? rule.description ?? "",
    severity: SEVERITIES.find((each) => each === parts.severity.text) ?? rule.severity,
    tactics: parts.tactics.text === undefined ? (rule.tactics ?? []) : [parts.tactics.text],
    techniques: techniques === undefined ? (rule.techniques ?? []) : [techniques],
    properties: rest,
    undocumented: unclear.map(([key]) => key),
  };
}

type Verdict = "yes" | "no" | "unclear";

/** A field of the alert that columns may fill instead of the rule. */
interface Field {
  readonly bytesMax: number;
  readonly accepts: (text: string) => Verdict;
  /** Empty where a column has no value. */
  readonly textOf: (row: ResultRow) => string;
}

interface Overridden {
  /** Undefined: the rule's own stays. */
  readonly text: string | undefined;
  /** Whether no page says what the service does. */
  readonly isUnclear: boolean;
}

const ITS_OWN: Overridden = { text: undefined, isUnclear: false };
const UNCLEAR: Overridden = { text: undefined, isUnclear: true };

function overriding({ own, all }: RunRows, { bytesMax, accepts, textOf }: Field): Overridden {
  const given = all.map(textOf).filter((text) => text !== "");
  if (new Set(given).size > OVERRIDE_VALUES_MAX) return ITS_OWN;
  // UNVERIFIED: which value an alert of several rows takes where they differ; a live rule with SingleAlert would settle it.
  const [text = "", ...others] = new Set(own.length === 0 ? [textOf({})] : own.map(textOf));
  if (others.length > 0) return UNCLEAR;
  if (text === "") return ITS_OWN;
  // UNVERIFIED: whether equal values count once towards the limit; a live rule with 51 rows of one severity would settle it.
  if (given.length > OVERRIDE_VALUES_MAX) return UNCLEAR;
  // A value that is too long is dropped, not cut.
  if (new TextEncoder().encode(text).length > bytesMax) return ITS_OWN;
  const verdict = accepts(text);
  return verdict === "unclear" ? UNCLEAR : verdict === "yes" ? { text, isUnclear: false } : ITS_OWN;
}

function cellOf(column: string | undefined): Field["textOf"] {
  return (row) => (column === undefined ? "" : cellText(row[column]));
}

/** The text with its placeholders filled; empty as soon as one of them has no value, because the whole then reverts. */
function filled(format = ""): Field["textOf"] {
  return (row) => {
    let isWhole = true;
    const text = format.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => {
      const value = cellText(row[name.trim()]);
      isWhole &&= value !== "";
      return value;
    });
    return isWhole ? text.trim() : "";
  };
}

function anyText(): Verdict {
  return "yes";
}

/** UNVERIFIED: whether the service takes a name in other case or with spaces, or several at once; a live rule would settle it. */
function oneOf(names: readonly string[]): Field["accepts"] {
  const plain = (text: string) => text.replaceAll(/[\s"[\]]/g, "").toLowerCase();
  const known = new Set(names.map(plain));
  return (text) => {
    if (names.includes(text)) return "yes";
    return text.split(",").every((each) => known.has(plain(each))) ? "unclear" : "no";
  };
}

/** Properties that hold a collection have the larger limit.
 *  Source: https://learn.microsoft.com/azure/sentinel/security-alert-schema, read 2026-11-25. */
const COLLECTIONS = new Set(["ExtendedLinks", "RemediationSteps"]);

function propertyField(property: string): Omit<Field, "textOf"> {
  const bytesMax = COLLECTIONS.has(property) ? ALERT_DESCRIPTION_BYTES_MAX : ALERT_NAME_BYTES_MAX;
  if (property === "Techniques") return { bytesMax, accepts: techniques };
  if (property === "ConfidenceLevel") return { bytesMax, accepts: oneOf(["Low", "High", "Unknown"]) };
  if (property === "ConfidenceScore") return { bytesMax, accepts: score };
  return { bytesMax, accepts: anyText };
}

/** UNVERIFIED: what becomes of several techniques, or of a sub-technique; a live rule would settle it. */
function techniques(text: string): Verdict {
  if (/^T\d{4}$/.test(text)) return "yes";
  return /T\d{4}/.test(text) ? "unclear" : "no";
}

/** The page says an integer from 0 to 1, the alert's schema a real one. */
function score(text: string): Verdict {
  if (text === "0" || text === "1") return "yes";
  return Number(text) > 0 && Number(text) < 1 ? "unclear" : "no";
}
