/** Reads JSON by a shape: a canonical value out, one finding for each mistake, whatever else is wrong. */

import type { TSchema } from "typebox";
import { type CheckInfo, type Diagnostic, didYouMean, finding, type Parsed, type Report } from "../../diagnostics";
import { shapeChecks } from "../checks/shape";

/** What read-shape looks at in a schema; everything else is for editors and documentation. */
interface Schema {
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly commaList?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly readOnly?: boolean;
  /** A read-only key that every export has: not worth a finding. */
  readonly isQuiet?: boolean;
  /** An object that is only referred to: its other keys belong to the thing itself. */
  readonly isReference?: boolean;
  /** An object that says nothing without all of its keys. */
  readonly isWhole?: boolean;
  /** An object that is as good as absent when it is empty. */
  readonly isNothingEmpty?: boolean;
}

/** The value with keys and enumeration values in Graph's own case; parts that do not fit are left out. */
export function readShape<Value>(shape: TSchema, value: unknown, pointer = ""): Parsed<Value | undefined> {
  const diagnostics: Diagnostic[] = [];
  const read = readValue(shape as Schema, value, pointer, (each) => diagnostics.push(each));
  return { value: read as Value | undefined, diagnostics: withCasesFolded(diagnostics) };
}

/**
 * A key that says nothing of the object: what OData writes beside it (`state@odata.type`, the action `#microsoft.graph.restore`), and the bag that
 * Microsoft's SDKs keep for properties they do not know, when it is empty. So does a key that is null: exports of Graph's beta name what is
 * newer than a shape. Source: exports in public repositories, read 2026-11-26.
 */
export function isAnnotation(key: string, value: unknown): boolean {
  if (value === null || key.includes("@") || key.startsWith("#")) return true;
  const isBag = key.toLowerCase() === "additionalproperties";
  return isBag && typeof value === "object" && Object.keys(value as object).length === 0;
}

/** A tool that writes one key in another case writes all so: one finding tells it. */
function withCasesFolded(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const others = found.filter(({ code }) => code === shapeChecks.keyCase.code);
  const [first] = others;
  if (first === undefined || others.length === 1) return found;
  const more = others.length === 2 ? "one more key" : `${others.length - 1} more keys`;
  const folded = { ...first, message: `${first.message}, and ${more} in Graph's case too` };
  return found.flatMap((each) => (each === first ? [folded] : others.includes(each) ? [] : [each]));
}

function readValue(schema: Schema, value: unknown, pointer: string, report: Report): unknown {
  if (schema.anyOf) {
    const present = schema.anyOf.find(({ type }) => type !== "null") ?? {};
    return value === null || value === undefined ? undefined : readValue(present, value, pointer, report);
  }
  if (schema.enum) return readEnum(schema.enum, value, pointer, report);
  if (schema.commaList) return readCommaList(schema.commaList, value, pointer, report);
  switch (schema.type) {
    case "object":
      return readObject(schema, value, pointer, report);
    case "array":
      return readArray(schema, value, pointer, report);
    case "string":
      return typeof value === "string" ? value : wrongType("a text", value, pointer, report);
    case "boolean":
      return typeof value === "boolean" ? value : wrongType("true or false", value, pointer, report);
    case "integer":
      return Number.isInteger(value) ? value : wrongType("a whole number", value, pointer, report);
    default:
      return value;
  }
}

function readObject(schema: Schema, value: unknown, pointer: string, report: Report): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    return wrongType("an object", value, pointer, report);
  const properties = schema.properties ?? {};
  // Microsoft's SDKs write what is not configured as an object of nulls.
  if ((schema.isWhole || schema.isNothingEmpty) && saysNothing(value)) return undefined;
  const result: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    const at = `${pointer}/${escapePointer(key)}`;
    const name = Object.hasOwn(properties, key) ? key : nameInOtherCase(key, Object.keys(properties));
    const known = name === undefined ? undefined : properties[name];
    if (name === undefined || known === undefined) {
      if (!isAnnotation(key, part) && !schema.isReference) report(unknownKey(key, properties, at));
      continue;
    }
    if (name !== key)
      report(finding(shapeChecks.keyCase, { message: `\`${key}\` is read as \`${name}\``, pointer: at }));
    if (known.readOnly && !known.isQuiet && part !== null)
      report(
        finding(shapeChecks.readOnlyKey, { message: `\`${name}\` is written by the service and ignored`, pointer: at }),
      );
    const read = readValue(known, part, at, report);
    if (read !== undefined) result[name] = read;
  }
  return schema.isWhole ? wholeObject(result, { properties, value, pointer, report }) : result;
}

function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === "object" && !Array.isArray(value) && Object.values(value).every(saysNothing);
}

interface Whole {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly value: object;
  readonly pointer: string;
  readonly report: Report;
}

/** The object, or nothing where a key is missing: what stands there wrong is told already. */
function wholeObject(result: object, { properties, value, pointer, report }: Whole): object | undefined {
  const missing = Object.keys(properties).filter((name) => !Object.hasOwn(result, name));
  for (const name of missing) {
    const isThere = nameInOtherCase(name, Object.keys(value)) !== undefined;
    if (!isThere) report(finding(shapeChecks.wrongType, { message: `a \`${name}\` is expected here`, pointer }));
  }
  return missing.length === 0 ? result : undefined;
}

function nameInOtherCase(key: string, names: readonly string[]): string | undefined {
  return names.find((name) => name.toLowerCase() === key.toLowerCase());
}

function unknownKey(key: string, properties: Readonly<Record<string, Schema>>, pointer: string): Diagnostic {
  const help = didYouMean(key, Object.keys(properties));
  return finding(shapeChecks.unknownKey, { message: `unknown key \`${key}\``, pointer, ...(help && { help }) });
}

function readArray(schema: Schema, value: unknown, pointer: string, report: Report): unknown {
  if (!Array.isArray(value)) return wrongType("a list", value, pointer, report);
  return value
    .map((item, index) => readValue(schema.items ?? {}, item, `${pointer}/${index}`, report))
    .filter((item) => item !== undefined);
}

function readEnum(names: readonly string[], value: unknown, pointer: string, report: Report): unknown {
  if (typeof value !== "string") return wrongType(`one of ${inWords(names)}`, value, pointer, report);
  const known = names.find((name) => name.toLowerCase() === value.trim().toLowerCase());
  if (known === undefined) report(unknownValue(value, names, pointer));
  return known;
}

function readCommaList(names: readonly string[], value: unknown, pointer: string, report: Report): unknown {
  if (typeof value !== "string") return wrongType("a text with commas between the values", value, pointer, report);
  const parts = value
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
  return parts
    .map((each) => readEnum(names, each, pointer, report))
    .filter((each) => each !== undefined)
    .join(",");
}

function unknownValue(value: string, names: readonly string[], pointer: string): Diagnostic {
  const isSentinel = value.toLowerCase() === "unknownfuturevalue";
  const message = isSentinel
    ? "`unknownFutureValue` is a placeholder of the API that no policy can use (error 1007)"
    : `unknown value \`${value}\``;
  return finding(shapeChecks.unknownValue, {
    message,
    pointer,
    help: didYouMean(value, names) ?? `one of ${inWords(names)}`,
  });
}

function wrongType(expected: string, value: unknown, pointer: string, report: Report): undefined {
  const check: CheckInfo = shapeChecks.wrongType;
  report(finding(check, { message: `${expected} is expected here, not ${kindOf(value)}`, pointer }));
  return undefined;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? "a text" : `\`${String(value)}\``;
}

function inWords(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}

function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
