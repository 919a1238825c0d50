/** Conditions as ARM has them: every kind, nested, checked against what the service takes, with rules named by key. */

import {
  AUTOMATION_CHANGED_LISTS,
  AUTOMATION_CHANGED_PROPERTIES,
  AUTOMATION_OPERATORS,
  AUTOMATION_PROPERTIES,
  INNER_CONDITIONS_MAX,
  INNER_CONDITIONS_MIN,
  ITEM_CONDITIONS_MAX,
} from "../../azure";
import { type Diagnostic, didYouMean, finding } from "../../diagnostics";
import type { Json } from "../../plan";
import { automationCondition } from "../checks/automation/automation-condition";
import type { Effective, Frame } from "../frame";
import { ruleReferences } from "./rule-references";

/** `unmet`: it names only rules that the tenant does not have, so it never holds; `wrong`: it was told. */
export type ReadCondition = { readonly condition: Json } | "unmet" | "wrong";

export interface ReadConditions {
  readonly read: readonly ReadCondition[];
  /** Which rules the tenant does not have, for people. */
  readonly missing: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

type JsonObject = Readonly<Record<string, unknown>>;

interface Reading {
  readonly effective: Effective<"AutomationRule">;
  readonly frame: Frame;
  readonly diagnostics: Diagnostic[];
  readonly missing: string[];
}

/** One condition on its way. */
interface Given {
  readonly properties: JsonObject;
  readonly pointer: string;
  readonly depth: number;
}

/** Deeper nesting than any rule has; the portal makes two levels. */
const DEPTH_MAX = 8;

export function armConditions(effective: Effective<"AutomationRule">, frame: Frame): ReadConditions {
  const reading: Reading = { effective, frame, diagnostics: [], missing: [] };
  const given = effective.body.conditions ?? [];
  const read = given.map((each, index) => readCondition(each, `/conditions/${index}`, reading, 1));
  return { read, missing: reading.missing, diagnostics: reading.diagnostics };
}

const KINDS: Readonly<Record<string, (given: Given, reading: Reading) => ReadCondition>> = {
  Property: propertyCondition,
  PropertyChanged: (given, reading) =>
    isOneOf(given, "propertyName", AUTOMATION_CHANGED_PROPERTIES, reading)
      ? whole("PropertyChanged", given.properties)
      : "wrong",
  PropertyArrayChanged: (given, reading) =>
    isOneOf(given, "arrayType", AUTOMATION_CHANGED_LISTS, reading) && isOneOf(given, "changeType", ["Added"], reading)
      ? whole("PropertyArrayChanged", given.properties)
      : "wrong",
  PropertyArray: arrayCondition,
  Boolean: booleanCondition,
};

function readCondition(value: unknown, pointer: string, reading: Reading, depth: number): ReadCondition {
  if (!isObject(value) || !isObject(value.conditionProperties))
    return refuse(reading, pointer, "expected a condition: { conditionType, conditionProperties }");
  if (depth > DEPTH_MAX) return refuse(reading, pointer, `conditions nested deeper than ${DEPTH_MAX} levels`);
  const kind = String(value.conditionType);
  const read = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (!read) {
    const message = `expected conditionType to be one of ${Object.keys(KINDS).join(", ")}, got \`${kind}\``;
    return refuse(reading, `${pointer}/conditionType`, message, didYouMean(kind, Object.keys(KINDS)));
  }
  return read({ properties: value.conditionProperties, pointer: `${pointer}/conditionProperties`, depth }, reading);
}

/** Rules are named by key or by resource id. Without the rules that are inactive a condition must not become one for all. */
function propertyCondition(given: Given, reading: Reading): ReadCondition {
  const { properties, pointer } = given;
  const isKnown =
    isOneOf(given, "propertyName", AUTOMATION_PROPERTIES, reading) &&
    isOneOf(given, "operator", AUTOMATION_OPERATORS, reading);
  if (!isKnown) return "wrong";
  const values = properties.propertyValues;
  if (!Array.isArray(values) || values.length === 0 || !values.every((each) => typeof each === "string"))
    return refuse(reading, `${pointer}/propertyValues`, "expected propertyValues to be a list of texts, at least one");
  if (!/AnalyticRuleIds$/.test(String(properties.propertyName))) return whole("Property", properties);
  const { frame, effective } = reading;
  const { ids, missing, diagnostics } = ruleReferences(values, frame, (index) =>
    effective.at(`${pointer}/propertyValues/${index}`),
  );
  reading.diagnostics.push(...diagnostics);
  if (ids.length > 0) return whole("Property", { ...properties, propertyValues: ids });
  if (diagnostics.length > 0) return "wrong";
  reading.missing.push(...missing);
  return "unmet";
}

function arrayCondition(given: Given, reading: Reading): ReadCondition {
  const isKnown =
    isOneOf(given, "arrayType", ["CustomDetails", "CustomDetailValues"], reading) &&
    isOneOf(given, "arrayConditionType", ["AnyItem"], reading);
  const items = nested(given, "itemConditions", { least: 1, most: ITEM_CONDITIONS_MAX }, reading);
  if (!isKnown || !items || items.includes("wrong")) return "wrong";
  const itemConditions = items.flatMap((item) => (typeof item === "object" ? [item.condition] : []));
  return whole("PropertyArray", { ...given.properties, itemConditions });
}

/** Of an Or, what is never met falls away; an And with such a part is never met itself. */
function booleanCondition(given: Given, reading: Reading): ReadCondition {
  const inner = nested(given, "innerConditions", { least: INNER_CONDITIONS_MIN, most: INNER_CONDITIONS_MAX }, reading);
  if (!isOneOf(given, "operator", ["And", "Or"], reading) || !inner || inner.includes("wrong")) return "wrong";
  const met = inner.flatMap((each) => (typeof each === "object" ? [each.condition] : []));
  const isMet = given.properties.operator === "And" ? met.length === inner.length : met.length > 0;
  const [only] = met;
  if (!isMet || only === undefined) return "unmet";
  if (met.length < INNER_CONDITIONS_MIN) return { condition: only };
  return whole("Boolean", { ...given.properties, innerConditions: met });
}

interface Bounds {
  readonly least: number;
  readonly most: number;
}

function nested(
  { properties, pointer, depth }: Given,
  key: string,
  { least, most }: Bounds,
  reading: Reading,
): readonly ReadCondition[] | undefined {
  const given = properties[key];
  if (!Array.isArray(given) || given.length < least || given.length > most) {
    const count = Array.isArray(given) ? String(given.length) : "none";
    refuse(reading, `${pointer}/${key}`, `expected ${least} to ${most} ${key}, got ${count}`);
    return undefined;
  }
  return given.map((each, index) => readCondition(each, `${pointer}/${key}/${index}`, reading, depth + 1));
}

function isOneOf({ properties, pointer }: Given, key: string, known: readonly string[], reading: Reading): boolean {
  const text = properties[key];
  if (typeof text === "string" && known.includes(text)) return true;
  const names = known.length > 10 ? "a property that the service knows" : `one of ${known.join(", ")}`;
  const help = typeof text === "string" ? didYouMean(text, known) : undefined;
  refuse(reading, `${pointer}/${key}`, `expected ${key} to be ${names}, got \`${String(text)}\``, help);
  return false;
}

function whole(conditionType: string, conditionProperties: JsonObject): ReadCondition {
  return { condition: { conditionType, conditionProperties: conditionProperties as Json } };
}

function refuse({ effective, diagnostics }: Reading, pointer: string, message: string, help?: string): "wrong" {
  diagnostics.push(finding(automationCondition, { message, at: effective.at(pointer), ...(help ? { help } : {}) }));
  return "wrong";
}

function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
