/** A filter's rule as a formula. Where an attribute has no value, positive operators do not match and negative ones do, in including and excluding filters alike.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-condition-filters-for-devices#policy-behavior-with-filter-for-devices, read 2026-11-23. */

import { type Diagnostic, finding, unreachable } from "../../diagnostics";
import { requestChecks } from "../checks/request";
import { all, any, type Formula, flagDimension, isSet, NEVER, not } from "../model/formula";
import type { PolicyFilter } from "../shapes/conditional-access-policy";
import { type KnownComparison, type KnownRule, readFilter } from "./check-filter";
import { hasValue, passes, type TextDimensions, type TextOperator } from "./text-dimension";

/** Where the attributes of a filter are read, and who can see them. */
export type FilterAttributes =
  | { readonly kind: "custom security"; readonly dimension: TextDimensions }
  | { readonly kind: "device"; readonly dimension: TextDimensions; readonly isVisible: (name: string) => Formula };

interface FilterPlace {
  readonly pointer: string;
  readonly refuse: (diagnostic: Diagnostic) => void;
  readonly attributes: FilterAttributes;
}

/** Substring tests on one attribute double the texts to tell apart; more than this are refused. */
const CONTAINS_PER_ATTRIBUTE_MAX = 10;

export function filterFormula(filter: PolicyFilter, { pointer, refuse, attributes }: FilterPlace): Formula {
  const { value, diagnostics } = readFilter(filter.rule, attributes.kind);
  for (const diagnostic of diagnostics) refuse({ ...diagnostic, pointer });
  if (!value) return NEVER;
  const wide = tooManySubstrings(value);
  if (wide !== undefined) {
    const message = `more than ${CONTAINS_PER_ATTRIBUTE_MAX} different substrings of \`${wide}\` are compared`;
    refuse(finding(requestChecks.limit, { message, pointer }));
    return NEVER;
  }
  return ruleFormula(value, attributes);
}

function ruleFormula(rule: KnownRule, attributes: FilterAttributes): Formula {
  switch (rule.kind) {
    case "and":
      return all(...rule.parts.map((part) => ruleFormula(part, attributes)));
    case "or":
      return any(...rule.parts.map((part) => ruleFormula(part, attributes)));
    case "not":
      return not(ruleFormula(rule.part, attributes));
    case "comparison": {
      const positive = all(visible(rule, attributes), matchFormula(rule, attributes));
      return rule.isNegative ? not(positive) : positive;
    }
    default:
      return unreachable(rule);
  }
}

function visible({ attribute, values }: KnownComparison, attributes: FilterAttributes): Formula {
  // A comparison with null asks whether there is a value: it has to be answered where nothing can be seen, too.
  const isVisible = attributes.kind === "device" ? [attributes.isVisible(attribute.name)] : [];
  return values.includes(null) ? all() : all(...isVisible);
}

function matchFormula(comparison: KnownComparison, attributes: FilterAttributes): Formula {
  const { attribute, operator, values } = comparison;
  const name = attribute.name.toLowerCase();
  const texts = values.filter((value) => value !== null).map((value) => value.toLowerCase());
  if (attribute.isCollection) return any(...texts.map((text) => isSet(elementDimension(attribute.name, text))));
  const fixed = attribute.values?.map((value) => value.toLowerCase());
  const dimension = attributes.dimension(attributes.kind === "device" ? attribute.name : name, fixed);
  const test: TextOperator = operator === "in" ? "eq" : operator;
  const matches =
    texts.length === 0
      ? NEVER
      : passes(
          dimension,
          texts.map((value) => ({ operator: test, value })),
        );
  if (!values.includes(null)) return matches;
  const seen = attributes.kind === "device" ? attributes.isVisible(attribute.name) : all();
  return any(not(all(seen, hasValue(dimension))), all(seen, matches));
}

/** Elements of a collection are independent of each other, so each one that is mentioned is a question of its own. */
function elementDimension(name: string, element: string) {
  const key = name.toLowerCase();
  return flagDimension(
    `device ${name} ${element}`,
    ({ device }) => [device.attributes.get(key) ?? []].flat().includes(element),
    (draft, value) => {
      if (value) draft.device[name] = [...[draft.device[name] ?? []].flat(), element];
    },
  );
}

function tooManySubstrings(rule: KnownRule): string | undefined {
  const byAttribute = new Map<string, Set<string>>();
  collectSubstrings(rule, byAttribute);
  return [...byAttribute].find(([, texts]) => texts.size > CONTAINS_PER_ATTRIBUTE_MAX)?.[0];
}

function collectSubstrings(rule: KnownRule, byAttribute: Map<string, Set<string>>): void {
  if (rule.kind !== "comparison") {
    const parts = rule.kind === "not" ? [rule.part] : rule.parts;
    for (const part of parts) collectSubstrings(part, byAttribute);
    return;
  }
  if (rule.operator !== "contains" || rule.attribute.isCollection) return;
  const texts = byAttribute.get(rule.attribute.name) ?? new Set();
  for (const value of rule.values) texts.add(String(value).toLowerCase());
  byAttribute.set(rule.attribute.name, texts);
}
