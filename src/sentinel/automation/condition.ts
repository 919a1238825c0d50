/** Whether a condition of an automation rule holds for an incident. */

import type { Json } from "../../kql/run";
import { type IncidentFacts, valuesOf } from "./incident-facts";

/** A text says why it can't be told. */
export type Verdict = boolean | { readonly unclear: string };

type Properties = { readonly [key: string]: Json };

/** What conditions inside a list of custom details look at. */
interface Detail {
  readonly key: string;
  readonly values: readonly string[];
  /** The one value that is looked at. */
  readonly value?: string;
}

/** Conditions as ARM has them.
 *  Source: https://learn.microsoft.com/rest/api/securityinsights/automation-rules/create-or-update, read 2026-11-25. */
export function holds(condition: Json, facts: IncidentFacts, detail?: Detail): Verdict {
  const { conditionType, conditionProperties } = (condition ?? {}) as Properties;
  const properties = (conditionProperties ?? {}) as Properties;
  switch (conditionType) {
    case "Property":
      return propertyHolds(properties, facts, detail);
    case "Boolean": {
      const inner = listOf(properties.innerConditions).map((each) => holds(each, facts, detail));
      return properties.operator === "Or" ? anyOf(inner) : allOf(inner);
    }
    case "PropertyArray":
      return arrayHolds(properties, facts, detail);
    default:
      return { unclear: `conditions of type \`${String(conditionType)}\` are not evaluated for a new incident` };
  }
}

/** False where one is, else unclear where one is. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.find((each) => each !== true) ?? true;
}

function anyOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(true)) return true;
  return verdicts.find((each) => each !== false) ?? false;
}

function arrayHolds({ arrayType, itemConditions }: Properties, facts: IncidentFacts, detail?: Detail): Verdict {
  const conditions = listOf(itemConditions);
  const every = (each: Detail) => allOf(conditions.map((condition) => holds(condition, facts, each)));
  if (arrayType === "CustomDetails")
    return anyOf(Object.entries(facts.customDetails).map(([key, values]) => every({ key, values })));
  if (arrayType === "CustomDetailValues" && detail)
    return anyOf(detail.values.map((value) => every({ ...detail, value })));
  return { unclear: `conditions on \`${String(arrayType)}\` are not evaluated` };
}

function propertyHolds(
  { propertyName, operator, propertyValues }: Properties,
  facts: IncidentFacts,
  detail?: Detail,
): Verdict {
  const name = String(propertyName);
  const actual = detailValues(name, detail) ?? valuesOf(facts, name);
  if (!actual) return { unclear: `conditions on \`${name}\` are not evaluated` };
  const [, not, positive = ""] = /^(Not|Does not)?\s*(\w+)$/i.exec(String(operator)) ?? [];
  const matches = MATCHES[positive.toLowerCase()];
  if (!matches) return { unclear: `the operator \`${String(operator)}\` is not evaluated` };
  const wanted = listOf(propertyValues).map(String);
  const met = matchedItems(actual, wanted, matches);
  if (met === undefined)
    return {
      unclear: `\`${name}\` differs from the condition only in the case of letters, and whether that counts is not documented`,
    };
  if (not === undefined) return met > 0;
  // "Does not" over several items means one thing for any item and another for all of them; the page has both.
  // Source: https://learn.microsoft.com/azure/sentinel/automate-incident-handling-with-automation-rules, read 2026-11-25.
  if (actual.length === 0)
    return { unclear: `whether \`${String(operator)}\` holds where there is no \`${name}\` is not documented` };
  if (met > 0 && met < actual.length)
    return { unclear: `\`${String(operator)}\` holds for some of \`${name}\` and not for others` };
  return met === 0;
}

function detailValues(name: string, detail: Detail | undefined): readonly string[] | undefined {
  if (!detail) return undefined;
  if (name === "IncidentCustomDetailsKey") return [detail.key];
  if (name === "IncidentCustomDetailsValue") return detail.value === undefined ? detail.values : [detail.value];
  return undefined;
}

type Matches = (actual: string, wanted: string) => boolean;

const MATCHES: Readonly<Record<string, Matches>> = {
  equals: (actual, wanted) => actual === wanted,
  contains: (actual, wanted) => actual.includes(wanted),
  startswith: (actual, wanted) => actual.startsWith(wanted),
  endswith: (actual, wanted) => actual.endsWith(wanted),
};

/** How many items match one of the values; undefined where it depends on the case of letters. Ids of resources have none. */
function matchedItems(actual: readonly string[], wanted: readonly string[], matches: Matches): number | undefined {
  const count = (fold: (text: string) => string) =>
    actual.filter((each) => wanted.some((value) => matches(fold(each), fold(value)))).length;
  const folded = count((text) => text.toLowerCase());
  const isId = wanted.every((value) => value.startsWith("/subscriptions/"));
  return isId || folded === count((text) => text) ? folded : undefined;
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
