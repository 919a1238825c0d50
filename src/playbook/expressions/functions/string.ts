/** Functions on texts, but for those that search in them. */

import { cultureOf, DEFAULT_CULTURE } from "../culture/cultures";
import { formattedNumber } from "../culture/number-digits";
import { formatNumber } from "../culture/number-format";
import { parseFloatText, parseIntegerText } from "../culture/number-parse";
import { beyondLimit, invalid } from "../failure";
import { INT64_MAX, INT64_MIN } from "../value";
import { textOf } from "../value-text";
import { arrayAt, countAt, numberAt, optionalTextAt, textAt, textOrArrayAt } from "./arguments";
import { ANY_NUMBER, type ExpressionFunction } from "./definition";

/** Longest text that is made; the service allows 104,857,600 characters, which no playbook comes near. */
export const TEXT_CHARS_MAX = 20_000_000;

const chunk: ExpressionFunction = {
  name: "chunk",
  summary: "splits a text or an array into parts of equal length",
  arity: [2, 2],
  examples: [
    ["chunk('abcdefghijklmnopqrstuvwxyz', 10)", ["abcdefghij", "klmnopqrst", "uvwxyz"]],
    ["chunk(createArray(1, 2, 3), 2)", [[1, 2], [3]]],
  ],
  call: (given) => {
    const whole = textOrArrayAt(given, 0);
    const size = countAt(given, 1);
    if (size < 1) invalid("the length of a chunk must be at least 1");
    return Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
      whole.slice(index * size, (index + 1) * size),
    );
  },
};

const concat: ExpressionFunction = {
  name: "concat",
  summary: "joins texts; other values are written as text",
  arity: [1, ANY_NUMBER],
  examples: [
    ["concat('Hello', 'World')", "HelloWorld"],
    ["concat('n', 1, null, createArray(1, 'a'))", 'n1[1,"a"]'],
  ],
  call: (given) => given.map(textOf).join(""),
};

const formatNumberFunction: ExpressionFunction = {
  name: "formatNumber",
  summary: "writes a number by a .NET format",
  arity: [2, 3],
  examples: [
    ["formatNumber(1234567890, '#,##0.00', 'en-US')", "1,234,567,890.00"],
    ["formatNumber(17.35, 'C2')", "$17.35"],
  ],
  call: (given) =>
    formatNumber(
      formattedNumber(numberAt(given, 0)),
      textAt(given, 1),
      cultureOf(optionalTextAt(given, 2) ?? DEFAULT_CULTURE),
    ),
};

const guid: ExpressionFunction = {
  name: "guid",
  summary: "makes a new identifier",
  arity: [0, 1],
  examples: [["length(guid('N'))", 32]],
  call: (given, { random }) => {
    const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
    digits[12] = "4";
    digits[16] = "89ab".charAt(Math.floor(random() * 4));
    return guidText(digits.join(""), optionalTextAt(given, 0) ?? "D");
  },
};

function guidText(hex: string, format: string): string {
  const dashed = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  switch (format.toUpperCase()) {
    case "":
    case "D":
      return dashed;
    case "N":
      return hex;
    case "B":
      return `{${dashed}}`;
    case "P":
      return `(${dashed})`;
    case "X": {
      const bytes = (hex.slice(16).match(/../g) ?? []).map((byte) => `0x${byte}`).join(",");
      return `{0x${hex.slice(0, 8)},0x${hex.slice(8, 12)},0x${hex.slice(12, 16)},{${bytes}}}`;
    }
    default:
      return invalid(`\`${format}\` is not a format of a GUID`);
  }
}

const isFloat: ExpressionFunction = {
  name: "isFloat",
  summary: "tells whether a text is a floating-point number",
  arity: [1, 2],
  examples: [
    ["isFloat('10,000.00')", true],
    ["isFloat('ten')", false],
  ],
  call: (given) => parseFloatText(textAt(given, 0), cultureOf(optionalTextAt(given, 1) ?? "")) !== undefined,
};

const isInt: ExpressionFunction = {
  name: "isInt",
  summary: "tells whether a text is an integer",
  arity: [1, 1],
  examples: [
    ["isInt('10')", true],
    ["isInt('10.5')", false],
  ],
  call: (given) => {
    const integer = parseIntegerText(textAt(given, 0));
    return integer !== undefined && integer >= INT64_MIN && integer <= INT64_MAX;
  },
};

const length: ExpressionFunction = {
  name: "length",
  summary: "counts the characters of a text or the items of an array",
  arity: [1, 1],
  examples: [
    ["length('abcd')", 4],
    ["length(createArray(0, 1, 2, 3))", 4],
  ],
  call: (given) => BigInt(textOrArrayAt(given, 0).length),
};

const replace: ExpressionFunction = {
  name: "replace",
  summary: "replaces each occurrence of a text, letter by letter",
  arity: [3, 3],
  examples: [["replace('the old string', 'old', 'new')", "the new string"]],
  call: (given) => {
    const text = textAt(given, 0);
    const wanted = searched(textAt(given, 1));
    const replacement = textAt(given, 2);
    const parts = text.split(wanted);
    checkLength(text.length + (parts.length - 1) * (replacement.length - wanted.length));
    return parts.join(replacement);
  },
};

function searched(text: string): string {
  return text === "" ? invalid("the text to replace must not be empty") : text;
}

function checkLength(characters: number): void {
  if (characters > TEXT_CHARS_MAX) beyondLimit(`the text would have more than ${TEXT_CHARS_MAX} characters`);
}

const slice: ExpressionFunction = {
  name: "slice",
  summary: "takes a part of a text by start and end; positions below zero count from the end",
  arity: [2, 3],
  examples: [
    ["slice('Hello World', 2, 5)", "llo"],
    ["slice('Hello World', 3, -1)", "lo Worl"],
    ["slice('Hello World', 30)", ""],
  ],
  call: (given) =>
    textAt(given, 0).slice(
      countAt(given, 1),
      given[2] === undefined || given[2] === null ? undefined : countAt(given, 2),
    ),
};

const split: ExpressionFunction = {
  name: "split",
  summary: "cuts a text at each delimiter",
  arity: [2, 2],
  examples: [
    ["split('a_b_c', '_')", ["a", "b", "c"]],
    ["split('a_b_c', ' ')", ["a_b_c"]],
  ],
  call: (given) => {
    const [text, delimiter] = [textAt(given, 0), textAt(given, 1)];
    return delimiter === "" ? [text] : text.split(delimiter);
  },
};

const substring: ExpressionFunction = {
  name: "substring",
  summary: "takes a part of a text by start and length, both within the text",
  arity: [2, 3],
  examples: [
    ["substring('hello world', 6, 5)", "world"],
    ["substring('hello world', 6)", "world"],
  ],
  call: (given) => {
    const text = textAt(given, 0);
    const start = countAt(given, 1);
    const count = given[2] === undefined || given[2] === null ? text.length - start : countAt(given, 2);
    if (start < 0 || count < 0 || start + count > text.length) {
      invalid(`start ${start} and length ${count} reach outside the text of ${text.length} characters`);
    }
    return text.substring(start, start + count);
  },
};

const toLower: ExpressionFunction = {
  name: "toLower",
  summary: "writes a text in lower case",
  arity: [1, 1],
  examples: [["toLower('Hello World')", "hello world"]],
  call: (given) => textAt(given, 0).toLowerCase(),
};

const toUpper: ExpressionFunction = {
  name: "toUpper",
  summary: "writes a text in upper case",
  arity: [1, 1],
  examples: [["toUpper('Hello World')", "HELLO WORLD"]],
  call: (given) => textAt(given, 0).toUpperCase(),
};

const trim: ExpressionFunction = {
  name: "trim",
  summary: "takes white space off both ends",
  arity: [1, 1],
  examples: [["trim(' Hello World  ')", "Hello World"]],
  call: (given) => textAt(given, 0).trim(),
};

const join: ExpressionFunction = {
  name: "join",
  summary: "joins the items of an array with a delimiter",
  arity: [2, 2],
  examples: [["join(createArray('a', 'b', 'c'), '.')", "a.b.c"]],
  call: (given) => {
    const items = arrayAt(given, 0).map(textOf);
    const delimiter = textAt(given, 1);
    checkLength(items.reduce((total, item) => total + item.length + delimiter.length, 0));
    return items.join(delimiter);
  },
};

export const stringFunctions: readonly ExpressionFunction[] = [
  chunk,
  concat,
  formatNumberFunction,
  guid,
  isFloat,
  isInt,
  join,
  length,
  replace,
  slice,
  split,
  substring,
  toLower,
  toUpper,
  trim,
];
