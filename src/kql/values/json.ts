/** JSON text to dynamic values and back: integers keep 64 bits, `1.0` stays a real, bags keep their order. */

import { datetimeText } from "./datetime";
import { Decimal, decimalText } from "./decimal";
import { LONG_MAX, LONG_MIN, longOf } from "./integer";
import { timespanText } from "./timespan";
import {
  type Dynamic,
  DynamicDatetime,
  type DynamicGuid,
  DynamicReal,
  DynamicTimespan,
  dynamicReal,
  isArray,
  isBag,
} from "./value";

/** Deepest nesting that is read; a deeper text is not JSON to us, as to the engine's parser. */
const DEPTH_MAX = 512;

/** The value of a JSON text, or undefined when it is not JSON. */
export function parseJson(text: string): Dynamic | undefined {
  const reader = { text, at: 0 };
  const value = readValue(reader, 0);
  if (value === undefined) return undefined;
  skipSpace(reader);
  return reader.at === text.length ? value : undefined;
}

interface Reader {
  readonly text: string;
  at: number;
}

const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const SPACE = /[ \t\r\n]*/y;

function skipSpace(reader: Reader): void {
  SPACE.lastIndex = reader.at;
  SPACE.test(reader.text);
  reader.at = SPACE.lastIndex;
}

function readValue(reader: Reader, depth: number): Dynamic | undefined {
  if (depth > DEPTH_MAX) return undefined;
  skipSpace(reader);
  switch (reader.text[reader.at]) {
    case "{":
      return readBag(reader, depth);
    case "[":
      return readArray(reader, depth);
    case '"':
      return readString(reader);
    case "t":
      return readWord(reader, "true", true);
    case "f":
      return readWord(reader, "false", false);
    case "n":
      return readWord(reader, "null", null);
    default:
      return readNumber(reader);
  }
}

function readWord(reader: Reader, word: string, value: boolean | null): Dynamic | undefined {
  if (!reader.text.startsWith(word, reader.at)) return undefined;
  reader.at += word.length;
  return value;
}

function readNumber(reader: Reader): Dynamic | undefined {
  NUMBER.lastIndex = reader.at;
  const match = NUMBER.exec(reader.text);
  if (!match) return undefined;
  reader.at = NUMBER.lastIndex;
  return numberOf(match[0], match[1] !== undefined || match[2] !== undefined);
}

function numberOf(text: string, isReal: boolean): Dynamic {
  if (isReal) return dynamicReal(Number(text));
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value + 0;
  const big = BigInt(text);
  return big >= LONG_MIN && big <= LONG_MAX ? longOf(big) : dynamicReal(value);
}

function readString(reader: Reader): string | undefined {
  const { text } = reader;
  const start = reader.at + 1;
  let end = start;
  let hasEscape = false;
  for (let code = text.charCodeAt(end); code !== QUOTE; code = text.charCodeAt(end)) {
    if (Number.isNaN(code) || code < SPACE_CODE) return undefined;
    hasEscape ||= code === BACKSLASH;
    end += code === BACKSLASH ? 2 : 1;
  }
  reader.at = end + 1;
  return hasEscape ? unescaped(text.slice(start - 1, end + 1)) : text.slice(start, end);
}

const QUOTE = 34;
const BACKSLASH = 92;
const SPACE_CODE = 32;

function unescaped(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
}

function readArray(reader: Reader, depth: number): Dynamic | undefined {
  const members: Dynamic[] = [];
  reader.at++;
  skipSpace(reader);
  if (reader.text[reader.at] === "]") {
    reader.at++;
    return members;
  }
  for (;;) {
    const value = readValue(reader, depth + 1);
    if (value === undefined) return undefined;
    members.push(value);
    skipSpace(reader);
    const next = reader.text[reader.at++];
    if (next === "]") return members;
    if (next !== ",") return undefined;
  }
}

function readBag(reader: Reader, depth: number): Dynamic | undefined {
  const bag = new Map<string, Dynamic>();
  reader.at++;
  skipSpace(reader);
  if (reader.text[reader.at] === "}") {
    reader.at++;
    return bag;
  }
  for (;;) {
    skipSpace(reader);
    const name = reader.text[reader.at] === '"' ? readString(reader) : undefined;
    skipSpace(reader);
    if (name === undefined || reader.text[reader.at++] !== ":") return undefined;
    const value = readValue(reader, depth + 1);
    if (value === undefined) return undefined;
    bag.set(name, value);
    skipSpace(reader);
    const next = reader.text[reader.at++];
    if (next === "}") return bag;
    if (next !== ",") return undefined;
  }
}

/** The engine's text of a dynamic value: no spaces, reals with a point. */
export function jsonText(value: Dynamic): string {
  if (value === null) return "null";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value === "number") return Number.isFinite(value) ? numberText(value) : JSON.stringify(realName(value));
  if (isArray(value)) return `[${value.map(jsonText).join(",")}]`;
  if (isBag(value))
    return `{${[...value].map(([name, each]) => `${JSON.stringify(name)}:${jsonText(each)}`).join(",")}}`;
  if (value instanceof DynamicReal) return realText(value.value);
  if (value instanceof Decimal) return JSON.stringify(decimalText(value));
  return JSON.stringify(wrappedText(value));
}

function wrappedText(value: DynamicDatetime | DynamicTimespan | DynamicGuid): string {
  if (value instanceof DynamicDatetime) return datetimeText(value.ticks);
  if (value instanceof DynamicTimespan) return timespanText(value.ticks);
  return value.text;
}

/** A real as the engine prints it: `1.0`, `1.5`, `NaN`, `inf`. UNVERIFIED: the form of exponents, `1e+21` and `1e-7`; a recorded text would settle it. */
export function realText(value: number): string {
  if (!Number.isFinite(value)) return realName(value);
  if (Object.is(value, -0)) return "-0.0";
  const text = numberText(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** Below this many digits one decimal at most reads back as the number, so that there is nothing to choose. */
const DIGITS_UNIQUE = 15;

/**
 * The shortest digits that read back as the number; of several of that length the largest, as the engine was
 * recorded to print (`0.1 + 0.2` is `0.30000000000000007`), while JavaScript takes the nearest.
 */
function numberText(value: number): string {
  const text = String(value);
  const digits = text.replace(/e.*$/, "").replace(/\D/g, "").replace(/^0+/, "");
  if (digits.length <= DIGITS_UNIQUE || Number.isInteger(value)) return text;
  let largest = text;
  for (let next = oneUp(text); Number(next) === value; next = oneUp(next)) largest = next;
  return largest;
}

/** The decimal that is greater in size by one at its last digit. */
function oneUp(text: string): string {
  const [mantissa = "", exponent] = text.split("e");
  const point = mantissa.length - 1 - mantissa.indexOf(".");
  const isNegative = mantissa.startsWith("-");
  const size = String(BigInt(mantissa.replace(/[-.]/g, "")) + 1n).padStart(point + 1, "0");
  const next = `${isNegative ? "-" : ""}${size.slice(0, -point)}.${size.slice(-point)}`;
  return exponent === undefined ? next : `${next}e${exponent}`;
}

function realName(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  return value > 0 ? "inf" : "-inf";
}
