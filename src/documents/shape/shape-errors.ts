/** A value against its shape: one clear finding for each mistake, never the cascade that a schema validator gives. */

import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import type { TSchema } from "typebox";
import { type Diagnostic, didYouMean, didYouMeanValue, finding, nearestNames } from "../../diagnostics";
import { ignoredKey } from "../checks/ignored-key";
import { missingKey } from "../checks/missing-key";
import { unknownKey } from "../checks/unknown-key";
import { wrongType } from "../checks/wrong-type";
import { wrongValue } from "../checks/wrong-value";
import { pointerStep } from "../yaml/pointer-span";
import { type FormatName, formats } from "./formats";

/** A schema as the validator sees it: TypeBox makes plain JSON Schema. */
interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly enum?: readonly unknown[];
  readonly format?: FormatName;
  readonly expected?: string;
  readonly anyOf?: readonly Schema[];
}

export interface ShapeOptions {
  /** Top-level keys that are not known: refused, or ignored with a warning unless they look like a slip of the pen. */
  readonly foreignKeys: "refuse" | "ignore";
  /** How other formats write the same content; absent: none is known. */
  readonly elsewhere?: Elsewhere | undefined;
  /** Whether a key stands there without a value: it counts as absent, and is told where it stands. */
  readonly isBlank?: ((pointer: string) => boolean) | undefined;
}

/** What hints say of keys that came from another format. */
export interface Elsewhere {
  /** Names in the other format, by ours. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Keys that are written under `metadata`, and by a slip beside it. */
  readonly metadata: ReadonlySet<string>;
}

/**
 * Shapes are compiled anew in every process, so that takes half the time: the code is not made shorter first, and that
 * the shapes themselves are valid schemas is held by a test.
 */
const COMPILED_FAST = { code: { optimize: false }, validateSchema: false, meta: false } as const;

const ajv = new Ajv({ allErrors: true, strict: false, verbose: true, validateFormats: true, ...COMPILED_FAST });
for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format.test);
const validators = new WeakMap<TSchema, ValidateFunction>();

/** What is wrong with a value's shape, by JSON pointer. */
export function shapeErrors(shape: TSchema, value: unknown, options: ShapeOptions): readonly Diagnostic[] {
  const validate = validators.get(shape) ?? ajv.compile(shape);
  validators.set(shape, validate);
  if (validate(value)) return [];
  const errors = foldAlternatives(validate.errors ?? []);
  const found = errors.filter((error) => !isEcho(error, errors)).map((error) => diagnosticOf(error, options));
  return withIgnoredFolded(found, options);
}

/** Keys that nothing reads are one finding, at the first: a pasted rule has none or several. */
function withIgnoredFolded(found: readonly Diagnostic[], { elsewhere }: ShapeOptions): readonly Diagnostic[] {
  const ignored = found.filter(({ code }) => code === ignoredKey.code);
  const [first] = ignored;
  if (first === undefined) return found;
  const keys = ignored.map(({ pointer = "" }) => pointer.slice(1));
  const misplaced = keys.filter((key) => elsewhere?.metadata.has(key));
  const renamed = [...(elsewhere?.renamed ?? [])].find(([, name]) => keys.includes(name));
  const help =
    misplaced.length > 0
      ? `\`metadata\` is where ${quoted(misplaced)} would stand`
      : renamed && `\`${renamed[0]}\` is what \`${renamed[1]}\` is called in a rule's YAML`;
  const message = keys.length === 1 ? first.message : `the keys ${quoted(keys)} are ignored: nothing reads them`;
  const folded = { ...first, message, ...(help === undefined ? {} : { help }) };
  return found.flatMap((each) => (each === first ? [folded] : ignored.includes(each) ? [] : [each]));
}

function quoted(keys: readonly string[]): string {
  const names = keys.map((key) => `\`${key}\``);
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** What another finding says better: the type of a value that is none of the allowed, a missing key that stands there misspelt. */
function isEcho(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  const beside = errors.filter((each) => each.instancePath === error.instancePath);
  if (error.keyword === "type") return beside.some(({ keyword }) => keyword === "enum");
  if (error.keyword !== "required") return false;
  const missing = String(error.params.missingProperty);
  const foreign = beside.flatMap((each) =>
    each.keyword === "additionalProperties" ? String(each.params.additionalProperty) : [],
  );
  // A mapping of which no key is known is told by those keys.
  if (
    error.instancePath !== "" &&
    foreign.length > 0 &&
    foreign.length === Object.keys((error.data ?? {}) as object).length
  )
    return true;
  return foreign.some((key) => nearestNames(key, knownKeys(error)).includes(missing));
}

function knownKeys(error: ErrorObject): readonly string[] {
  return Object.keys((error.parentSchema as Schema | undefined)?.properties ?? {});
}

/**
 * Of a value that fits none of several shapes, only the errors of the one shape that it was meant for are told
 * (the only one whose own type it has); otherwise one error for all.
 */
function foldAlternatives(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === "anyOf");
  let rest = errors;
  for (const outer of choices.sort((left, right) => left.schemaPath.length - right.schemaPath.length)) {
    if (!rest.includes(outer)) continue;
    const inside = rest.filter(
      (error) => isWithin(error.schemaPath, outer.schemaPath) && isWithin(error.instancePath, outer.instancePath),
    );
    const branches = (outer.parentSchema as Schema).anyOf?.map((_, index) =>
      inside.filter((error) => isWithin(error.schemaPath, `${outer.schemaPath}/${index}`)),
    );
    const meant = (branches ?? []).filter((own) => !own.some((error) => isOfAnotherType(error, outer)));
    const told = meant.length === 1 ? (meant[0] ?? []) : [outer];
    rest = [...rest.filter((error) => !inside.includes(error)), ...told];
  }
  return rest;
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}/`);
}

function isOfAnotherType(error: ErrorObject, outer: ErrorObject): boolean {
  return error.instancePath === outer.instancePath && ["type", "enum", "const"].includes(error.keyword);
}

function diagnosticOf(error: ErrorObject, options: ShapeOptions): Diagnostic {
  const pointer = error.instancePath;
  const schema = (error.parentSchema ?? {}) as Schema;
  switch (error.keyword) {
    case "required": {
      const key = String(error.params.missingProperty);
      const at = pointer + pointerStep(key);
      if (options.isBlank?.(at))
        return finding(missingKey, { message: `the key \`${key}\` has no value${placeText(pointer)}`, pointer: at });
      const keys = Object.keys((error.data ?? {}) as object);
      const other = options.elsewhere?.renamed.get(key);
      const near = other !== undefined && keys.includes(other) ? `did you mean \`${other}\`?` : didYouMean(key, keys);
      const help = near?.replace(/^did you mean (.*)\?$/, "is $1 meant for it?");
      return finding(missingKey, {
        message: `the key \`${key}\` is missing${placeText(pointer)}`,
        pointer,
        ...(help ? { help } : {}),
      });
    }
    case "additionalProperties":
      return foreignKey(String(error.params.additionalProperty), pointer, schema, options);
    case "type":
    case "anyOf": {
      const help = quotesHelp(schema, error.data) ?? nearChoice(schema, error.data);
      const message = `expected ${expectedType(schema)}, got ${toldValue(error.data)}`;
      return finding(wrongType, { message, pointer, ...(help ? { help } : {}) });
    }
    case "enum": {
      const values = (schema.enum ?? []).map(String);
      const near = didYouMeanValue(String(error.data), values);
      const message = `expected ${listed(values)}, got ${toldValue(error.data)}`;
      return finding(wrongValue, { message, pointer, ...(near ? { help: near } : {}) });
    }
    case "format":
      return finding(wrongValue, { message: `expected ${expectedOf(schema)}, got ${toldValue(error.data)}`, pointer });
    case "minLength":
      return finding(wrongValue, { message: "the text is empty", pointer });
    default:
      return finding(wrongValue, { message: `${toldValue(error.data)} ${limitText(error)}`, pointer });
  }
}

/** The name that was meant, where one of several shapes is a list of names. */
function nearChoice({ anyOf = [] }: Schema, value: unknown): string | undefined {
  const names = anyOf.flatMap((each) => each.enum ?? []).map(String);
  if (typeof value !== "string" || names.length === 0) return undefined;
  return didYouMeanValue(value, names) ?? (names.length <= NAMES_TOLD_MAX ? `one of ${names.join(", ")}` : undefined);
}

/** More names than this are looked up in the documentation. */
const NAMES_TOLD_MAX = 24;

/** YAML and JSON tell `2026` from `"2026"`, a reader hardly. */
function quotesHelp({ type }: Schema, value: unknown): string | undefined {
  if (type === "string" && (typeof value === "number" || typeof value === "boolean")) {
    return `without quotes this is a ${typeof value}, with quotes a text`;
  }
  if (type === "boolean" && typeof value === "string") {
    const truth = TRUTHS[value.toLowerCase()];
    return truth === undefined ? undefined : `\`${truth}\`, without quotes`;
  }
  const isNumber = typeof value === "string" && value.trim() !== "" && !Number.isNaN(Number(value));
  return (type === "integer" || type === "number") && isNumber ? "a number is written without quotes" : undefined;
}

/** What older YAML read as truth values, and what quotes make a text. */
const TRUTHS: Readonly<Record<string, boolean>> = {
  yes: true,
  on: true,
  true: true,
  no: false,
  off: false,
  false: false,
};

function foreignKey(key: string, pointer: string, schema: Schema, options: ShapeOptions): Diagnostic {
  const help = didYouMean(key, Object.keys(schema.properties ?? {}));
  const at = pointer + pointerStep(key);
  if (pointer === "" && options.foreignKeys === "ignore" && help === undefined) {
    return finding(ignoredKey, { message: `the key \`${key}\` is ignored: nothing reads it`, pointer: at });
  }
  const known = Object.keys(schema.properties ?? {});
  const hint = help ?? (known.length > 0 && known.length <= 12 ? `known here: ${known.join(", ")}` : undefined);
  return finding(unknownKey, {
    message: `unknown key \`${key}\`${placeText(pointer)}`,
    pointer: at,
    ...(hint ? { help: hint } : {}),
  });
}

function placeText(pointer: string): string {
  return pointer === "" ? "" : ` in \`${pointer.slice(1).replaceAll("/", ".")}\``;
}

/** What a schema wants, as a person says it. */
function expectedOf(schema: Schema): string {
  if (schema.enum) return listed(schema.enum.map(String));
  if (schema.format && schema.format in formats) return formats[schema.format].expected;
  return expectedType(schema);
}

function expectedType(schema: Schema): string {
  if (schema.expected) return schema.expected;
  const names: Readonly<Record<string, string>> = {
    string: "text",
    integer: "a whole number",
    number: "a number",
    boolean: "true or false",
    array: "a list",
    object: "a mapping",
  };
  return names[schema.type ?? ""] ?? "another value";
}

function listed(values: readonly string[]): string {
  return values.length > 1 ? `${values.slice(0, -1).join(", ")} or ${values.at(-1)}` : String(values[0]);
}

/** A value as it is quoted in a message. */
export function toldValue(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (value === null) return "nothing";
  if (typeof value === "object") return "a mapping";
  const shown = String(value);
  return `\`${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}\``.replaceAll("\n", " ");
}

function limitText(error: ErrorObject): string {
  const limit = String(error.params.limit ?? "");
  const texts: Readonly<Record<string, string>> = {
    minimum: `is below ${limit}`,
    maximum: `is above ${limit}`,
    minItems: `has too few entries, at least ${limit}`,
    maxItems: `has too many entries, at most ${limit}`,
    uniqueItems: "names an entry twice",
  };
  return texts[error.keyword] ?? error.message ?? "is not allowed here";
}
