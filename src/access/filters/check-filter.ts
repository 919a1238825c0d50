/** What is wrong with a filter's rule: attributes, operators and values that the service does not take. */

import { FILTER_RULE_CHARS_MAX } from "../../azure";
import { type Diagnostic, didYouMean, finding, type Parsed, sourceText, span, unreachable } from "../../diagnostics";
import { filterChecks } from "../checks/filter";
import {
  customSecurityAttribute,
  DEVICE_ATTRIBUTES,
  type FilterAttribute,
  operatorNames,
  type ReadOperator,
  readOperator,
} from "./attributes";
import { type Comparison, parseFilter, type Rule } from "./parse-filter";

export type FilterKind = "device" | "custom security";

/** A comparison with its attribute and operator looked up. */
export interface KnownComparison extends ReadOperator {
  readonly kind: "comparison";
  readonly attribute: FilterAttribute;
  readonly values: readonly (string | null)[];
}

export type KnownRule =
  | { readonly kind: "and" | "or"; readonly parts: readonly KnownRule[] }
  | { readonly kind: "not"; readonly part: KnownRule }
  | KnownComparison;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A rule that the service takes, or findings. */
export function readFilter(text: string, kind: FilterKind): Parsed<KnownRule | undefined> {
  if (text.length > FILTER_RULE_CHARS_MAX) {
    const message = `the rule has ${text.length} characters, at most ${FILTER_RULE_CHARS_MAX} are taken`;
    return { value: undefined, diagnostics: [finding(filterChecks.length, { message })] };
  }
  const { value, diagnostics } = parseFilter(text);
  if (value === undefined) return { value: undefined, diagnostics };
  const found: Diagnostic[] = [];
  const source = sourceText("rule", text);
  const say: Say = (check, comparison, message, help) =>
    found.push(finding(check, { message, at: span(source, comparison.start, comparison.end), ...(help && { help }) }));
  const known = readRule(value, kind, say);
  return { value: found.length === 0 ? known : undefined, diagnostics: found };
}

type Say = (
  check: (typeof filterChecks)[keyof typeof filterChecks],
  comparison: Comparison,
  message: string,
  help?: string,
) => void;

function readRule(rule: Rule, kind: FilterKind, say: Say): KnownRule | undefined {
  switch (rule.kind) {
    case "comparison":
      return readComparison(rule, kind, say);
    case "not": {
      const part = readRule(rule.part, kind, say);
      return part && { kind: "not", part };
    }
    case "and":
    case "or": {
      const parts = rule.parts.map((part) => readRule(part, kind, say));
      return { kind: rule.kind, parts: parts.filter((part) => part !== undefined) };
    }
    default:
      return unreachable(rule);
  }
}

function readComparison(comparison: Comparison, kind: FilterKind, say: Say): KnownRule | undefined {
  const attribute = kind === "device" ? deviceAttribute(comparison, say) : securityAttribute(comparison, say);
  if (!attribute) return undefined;
  const operator = readOperator(comparison.operator);
  if (!operator?.operator || !attribute.operators.includes(operator.operator)) {
    const message = `\`-${comparison.operator}\` is not an operator of \`${attribute.name}\``;
    say(filterChecks.operator, comparison, message, `one of ${operatorNames(attribute).join(", ")}`);
    return undefined;
  }
  if (comparison.isList !== (operator.operator === "in")) {
    const message = comparison.isList
      ? `\`-${comparison.operator}\` takes one value, not a list`
      : `\`-${comparison.operator}\` takes a list in square brackets`;
    say(filterChecks.value, comparison, message);
    return undefined;
  }
  for (const value of comparison.values) checkValue(attribute, value, comparison, say);
  return { kind: "comparison", attribute, ...operator, values: comparison.values };
}

function deviceAttribute(comparison: Comparison, say: Say): FilterAttribute | undefined {
  const [object = "", name = "", ...rest] = comparison.property.split(".");
  const attribute = rest.length === 0 && object.toLowerCase() === "device" && DEVICE_ATTRIBUTES.get(name.toLowerCase());
  if (attribute) return attribute;
  const help = didYouMean(
    name,
    [...DEVICE_ATTRIBUTES.values()].map((each) => each.name),
  );
  say(filterChecks.attribute, comparison, `\`${comparison.property}\` is not an attribute of a device filter`, help);
  return undefined;
}

function securityAttribute(comparison: Comparison, say: Say): FilterAttribute | undefined {
  const [, name] = /^customsecurityattribute\.(\w+)$/i.exec(comparison.property) ?? [];
  if (name !== undefined) return customSecurityAttribute(name);
  const message = `\`${comparison.property}\` is not a custom security attribute`;
  say(filterChecks.attribute, comparison, message, "`CustomSecurityAttribute.<set>_<attribute>` is expected");
  return undefined;
}

function checkValue(attribute: FilterAttribute, value: string | null, comparison: Comparison, say: Say): void {
  if (value === null) return;
  const { values, form, name } = attribute;
  if (values && !values.some((each) => each.toLowerCase() === value.toLowerCase())) {
    const help = didYouMean(value, values) ?? `one of ${values.join(", ")}`;
    say(filterChecks.value, comparison, `\`${value}\` is not a value of \`${name}\``, help);
  }
  if (form === "guid" && !GUID.test(value)) say(filterChecks.value, comparison, `\`${value}\` is not an id`);
}
