/** Functions that turn a value into another type. */

import { contentText, isContent } from "../content";
import { cultureOf, DEFAULT_CULTURE } from "../culture/cultures";
import { parseFloatText, parseIntegerText } from "../culture/number-parse";
import { decimalToNumber, isDecimal, parseDecimal, toDecimal } from "../decimal";
import { invalid, unsupported } from "../failure";
import { parseJsonText } from "../json-text";
import { INT64_MAX, INT64_MIN, isObject, objectOf, typeName } from "../value";
import { textOf } from "../value-text";
import { jsonOfXml } from "../xml/xml-json";
import { parseXml } from "../xml/xml-parse";
import { optionalTextAt, textAt } from "./arguments";
import { ANY_NUMBER, type ExpressionFunction } from "./definition";

const array: ExpressionFunction = {
  name: "array",
  summary: "makes an array of one value",
  arity: [1, 1],
  examples: [["array('hello')", ["hello"]]],
  call: ([value = null]) => {
    // Published playbooks use the result of a list as that list; the documentation knows only one value.
    if (Array.isArray(value)) return unsupported("what `array()` makes of an array is not documented");
    return [value];
  },
};

const createArray: ExpressionFunction = {
  name: "createArray",
  summary: "makes an array of its arguments",
  arity: [0, ANY_NUMBER],
  examples: [["createArray('h', 'e', 'l', 'l', 'o')", ["h", "e", "l", "l", "o"]]],
  call: (given) => [...given],
};

const bool: ExpressionFunction = {
  name: "bool",
  summary: "reads true and false; any number but zero is true",
  arity: [1, 1],
  examples: [
    ["bool(1)", true],
    ["bool(0)", false],
    ["bool('true')", true],
  ],
  call: ([value = null]) => {
    if (typeof value === "boolean") return value;
    if (typeof value === "bigint") return value !== 0n;
    if (typeof value === "number") return value !== 0;
    if (isDecimal(value)) return value.digits !== 0n;
    const word = typeof value === "string" ? value.trim().toLowerCase() : "";
    if (word === "true" || word === "false") return word === "true";
    return invalid(`a value of type ${typeName(value)} is neither true nor false`);
  },
};

const decimal: ExpressionFunction = {
  name: "decimal",
  summary: "reads a decimal number, exact to 28 digits",
  arity: [1, 1],
  examples: [
    ["string(decimal('1.2345678912312131'))", "1.2345678912312131"],
    ["string(add(decimal('0.1'), decimal('0.2')))", "0.3"],
  ],
  call: ([value = null]) => {
    if (typeof value === "bigint" || typeof value === "number" || isDecimal(value)) return toDecimal(value);
    return (
      parseDecimal(textAt([value], 0).replaceAll(",", "")) ?? invalid(`\`${textOf(value)}\` is not a decimal number`)
    );
  },
};

const float: ExpressionFunction = {
  name: "float",
  summary: "reads a floating-point number as a culture writes it",
  arity: [1, 2],
  examples: [
    ["float('10,000.333')", 10000.333],
    ["float('10.000,333', 'de-DE')", 10000.333],
    ["float('12345678.-')", -12345678],
  ],
  call: (given) => {
    const [value = null] = given;
    if (typeof value === "bigint" || typeof value === "number") return Number(value);
    if (isDecimal(value)) return decimalToNumber(value);
    const number = parseFloatText(textAt(given, 0), cultureOf(optionalTextAt(given, 1) ?? DEFAULT_CULTURE));
    return number ?? invalid(`\`${textOf(value)}\` is not a number`);
  },
};

const int: ExpressionFunction = {
  name: "int",
  summary: "reads an integer",
  arity: [1, 1],
  examples: [
    ["int('10')", 10],
    ["int(10)", 10],
  ],
  call: (given) => {
    const [value = null] = given;
    if (typeof value === "bigint") return value;
    if (typeof value === "boolean") return BigInt(value);
    if (typeof value === "number" || isDecimal(value)) {
      const number = isDecimal(value) ? decimalToNumber(value) : value;
      return Number.isInteger(number)
        ? BigInt(number)
        : unsupported("how `int` rounds a number with a fraction is not documented");
    }
    const integer = parseIntegerText(textAt(given, 0));
    if (integer === undefined) return invalid(`\`${textOf(value)}\` is not an integer`);
    return integer < INT64_MIN || integer > INT64_MAX
      ? invalid(`\`${textOf(value)}\` does not fit into 64 bits`)
      : integer;
  },
};

const json: ExpressionFunction = {
  name: "json",
  summary: "reads a JSON text or XML",
  arity: [1, 1],
  examples: [
    ["json('[1, 2, 3]')", [1, 2, 3]],
    [`json('{"fullName": "Sophia Owen"}')`, { fullName: "Sophia Owen" }],
    [`json(xml('<a k="1"><b>x</b><b>y</b></a>'))`, { a: { "@k": "1", b: ["x", "y"] } }],
  ],
  call: ([value = null]) => {
    if (value === null) return objectOf([]);
    if (isContent(value)) {
      const text = contentText(value);
      return /xml/i.test(String(value.get("$content-type"))) ? jsonOfXml(parseXml(text)) : parseJsonText(text);
    }
    if (isObject(value)) return invalid("the argument must be a text or XML, got a value of type Object");
    return parseJsonText(textAt([value], 0));
  },
};

const string: ExpressionFunction = {
  name: "string",
  summary: "writes a value as text; null is empty",
  arity: [1, 1],
  examples: [
    ["string(10)", "10"],
    ["string(null)", ""],
    [`string(json('{ "name": "Sophie Owen" }'))`, '{"name":"Sophie Owen"}'],
  ],
  call: ([value = null]) => textOf(value),
};

export const conversionFunctions: readonly ExpressionFunction[] = [
  array,
  bool,
  createArray,
  decimal,
  float,
  int,
  json,
  string,
];
