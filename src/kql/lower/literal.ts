/** Literals: read from their text, because the library's own values lose precision. */

import type { Literal } from "../ir/scalar";
import { child, childOf, items, type KustoNode, kindOf, textOf, tokenText } from "../kusto/node";
import { guidOfText } from "../values/cell";
import { converter, unwrapped } from "../values/convert";
import { datetimeOfText } from "../values/datetime";
import { decimalOfText } from "../values/decimal";
import { encodeValue } from "../values/encode";
import { LONG_MAX, LONG_MIN, longOf } from "../values/integer";
import { parseJson } from "../values/json";
import { timespanOfText } from "../values/timespan";
import type { TypeName } from "../values/type-name";
import { type Dynamic, dynamicReal, type Value } from "../values/value";
import { stringOfLiteral } from "./string-literal";

export type LiteralValue = { readonly type: TypeName; readonly value: Value } | { readonly problem: string };

const TYPES: ReadonlyMap<string, TypeName> = new Map([
  ["BooleanLiteralExpression", "bool"],
  ["IntLiteralExpression", "int"],
  ["LongLiteralExpression", "long"],
  ["RealLiteralExpression", "real"],
  ["DecimalLiteralExpression", "decimal"],
  ["DateTimeLiteralExpression", "datetime"],
  ["TimespanLiteralExpression", "timespan"],
  ["GuidLiteralExpression", "guid"],
  ["StringLiteralExpression", "string"],
  ["CompoundStringLiteralExpression", "string"],
  ["NullLiteralExpression", "dynamic"],
  ["DynamicExpression", "dynamic"],
]);

export function isLiteral(node: KustoNode): boolean {
  return TYPES.has(kindOf(node));
}

export function literalOf(type: TypeName, value: Value): Literal {
  return { kind: "literal", type, value: encodeValue(value, type) };
}

/** Value and type of a literal node. */
export function readLiteral(node: KustoNode): LiteralValue {
  const kind = kindOf(node);
  const type = TYPES.get(kind) ?? "dynamic";
  if (kind === "CompoundStringLiteralExpression") {
    return {
      type,
      value: items(node, "Tokens")
        .map((token) => stringOfLiteral(tokenText(token)))
        .join(""),
    };
  }
  if (kind === "NullLiteralExpression") return { type, value: null };
  if (kind === "DynamicExpression") return readDynamic(node);
  const text = tokenText(node);
  if (type === "string") return { type, value: stringOfLiteral(text) };
  return readTyped(text, type);
}

function readTyped(text: string, type: TypeName): LiteralValue {
  const inner = /^[a-z]\w*\s*\(([\s\S]*)\)$/i.exec(text)?.[1];
  const written = (inner ?? text).trim().replace(/^(["'])([\s\S]*)\1$/, "$2");
  if (/^null$/i.test(written)) return { type, value: null };
  if (written === "" && inner !== undefined) return { type, value: null };
  const value = valueOfWritten(written, type);
  return value === undefined ? { problem: `\`${text}\` is not a ${type}` } : { type, value };
}

function valueOfWritten(text: string, type: TypeName): Value | undefined {
  switch (type) {
    case "int":
    case "long":
      return integerOf(text);
    case "real":
      return realOf(text);
    case "decimal":
      return decimalOfText(text) ?? undefined;
    case "bool":
      return (converter("string", "bool")(text) ?? (/^-?\d+$/.test(text) ? Number(text) !== 0 : undefined)) as boolean;
    case "datetime":
      return datetimeOfText(text) ?? undefined;
    case "timespan":
      return timespanOfText(text) ?? undefined;
    default:
      return guidOfText(text) ?? undefined;
  }
}

function integerOf(text: string): Value | undefined {
  if (!/^[+-]?(0x[0-9a-f]+|\d+)$/i.test(text)) return undefined;
  const isNegative = text.startsWith("-");
  const size = BigInt(text.replace(/^[+-]/, ""));
  const value = isNegative ? -size : size;
  return value >= LONG_MIN && value <= LONG_MAX ? longOf(value) : undefined;
}

function realOf(text: string): Value | undefined {
  if (/^[+-]?inf$/i.test(text)) return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (/^nan$/i.test(text)) return Number.NaN;
  const value = Number(text);
  return text === "" || Number.isNaN(value) ? undefined : value;
}

function readDynamic(node: KustoNode): LiteralValue {
  const expression = child(node, "Expression");
  if (!expression) return { problem: "the dynamic literal is empty" };
  const value = dynamicOf(expression);
  return value === undefined ? { problem: `\`${textOf(node)}\` is not a dynamic value` } : { type: "dynamic", value };
}

/** JSON, but for typed literals inside: `dynamic({"at": datetime(2026-01-01)})`. */
function dynamicOf(node: KustoNode): Dynamic | undefined {
  switch (kindOf(node)) {
    case "JsonObjectExpression":
      return bagOf(node);
    case "JsonArrayExpression": {
      const members = items(node, "Values").map(dynamicOf);
      return members.every((member) => member !== undefined) ? members : undefined;
    }
    case "ParenthesizedExpression":
      return dynamicOf(childOf(node, "Expression"));
    case "UnaryMinusExpression":
      return numberOf(`-${tokenText(childOf(node, "Expression"))}`) ?? negated(dynamicOf(childOf(node, "Expression")));
    default:
      return scalarOf(node);
  }
}

function scalarOf(node: KustoNode): Dynamic | undefined {
  const text = tokenText(node);
  if (/^-?\d/.test(text)) return numberOf(text) ?? (parseJson(text) === undefined ? ofLiteral(node) : undefined);
  return ofLiteral(node);
}

/** A number is read as JSON does: `1.0` stays a real, an integer beyond 64 bits becomes one. One beyond all reals is refused, as by the engine. */
function numberOf(text: string): Dynamic | undefined {
  const value = parseJson(text);
  return value === undefined || !Number.isFinite(Number(unwrapped(value))) ? undefined : value;
}

function ofLiteral(node: KustoNode): Dynamic | undefined {
  const literal = readLiteral(node);
  return "problem" in literal ? undefined : (converter(literal.type, "dynamic")(literal.value) as Dynamic);
}

function bagOf(node: KustoNode): Dynamic | undefined {
  const bag = new Map<string, Dynamic>();
  for (const pair of items(node, "Pairs")) {
    const value = dynamicOf(childOf(pair, "Value"));
    if (value === undefined) return undefined;
    bag.set(stringOfLiteral(tokenText(childOf(pair, "Name"))), value);
  }
  return bag;
}

function negated(value: Dynamic | undefined): Dynamic | undefined {
  if (typeof value === "bigint") return longOf(-value);
  return typeof value === "number" ? (Number.isInteger(value) ? 0 - value : dynamicReal(-value)) : undefined;
}
