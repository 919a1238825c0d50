import { expect, test } from "vitest";
import { evaluated } from "./expect-value";

/** Number, format and culture, and what .NET prints; the formats are those of its two reference pages. */
const FORMATS: readonly (readonly [arguments: string, text: string])[] = [
  ["1234567890, '#,##0.00', 'is-IS'", "1.234.567.890,00"],
  ["17.35, 'C2', 'is-IS'", "17,35 kr"],
  ["-17.355, 'C2'", "($17.36)"],
  ["0.1234, 'P1'", "12.3 %"],
  ["1234.5678, '0.00'", "1234.57"],
  ["0.5, '#.##'", ".5"],
  ["5, '000'", "005"],
  ["123456789, '#,#'", "123,456,789"],
  ["1234567, '0,,.0'", "1.2"],
  ["12345.678, '0.###E+00'", "1.235E+04"],
  ["12345, 'D8'", "00012345"],
  ["-12345, 'D8'", "-00012345"],
  ["255, 'X4'", "00FF"],
  ["12345.6789, 'E2'", "1.23E+004"],
  ["12345.6789, 'N'", "12,345.68"],
  ["12345.6789, 'F1'", "12345.7"],
  ["12345.6789, 'G3'", "1.23E+04"],
  ["0.00001, 'G'", "1E-05"],
  ["1234567890, '(###) ###-####'", "(123) 456-7890"],
  ["-5, '0;neg 0;zero'", "neg 5"],
  ["0, '0;neg 0;zero'", "zero"],
  ["-0.001, 'F2'", "0.00"],
  ["0.86, '##%'", "86%"],
  ["1234.5, 'N1', 'de-DE'", "1.234,5"],
];

test.each(FORMATS)("formatNumber(%s)", (given, text) => {
  expect(evaluated(`formatNumber(${given})`)).toBe(text);
});

const VALUES: readonly (readonly [expression: string, value: unknown])[] = [
  ["float('1e3')", 1000],
  ["float('12,3,4,5678')", 12345678],
  ["float('-5-')", "invalid: `-5-` is not a number"],
  [
    "float('1', 'cy-GB')",
    `unsupported: ${"the locale `cy-GB` is not supported; supported are en-US, the invariant culture, en-GB, en-AU, en-CA, de-DE, fr-FR, es-ES, it-IT, pt-BR, nl-NL, sv-SE, da-DK, nb-NO, fi-FI, is-IS, pl-PL, ja-JP, zh-CN"}`,
  ],
  ["float('1', 'no such')", "invalid: `no such` is not a valid locale"],
  ["formatNumber(1, 'N', 'en-UUS')", "invalid: `en-UUS` is not a valid locale"],
  ["div(10.0, 4)", 2.5],
  ["string(3.0)", "3"],
  ["string(createArray(1, 2.5, 3.0, true, null, 'a'))", '[1,2.5,3.0,true,null,"a"]'],
  ["concat('a', null, true, 1.0)", "aTrue1"],
  ["string(0.00001)", "1E-05"],
  ["string(1000000000000000.0)", "1E+15"],
  ["add(9223372036854775807, 1)", "invalid: the result does not fit into 64 bits"],
  ["9223372036854775807", "9223372036854775807"],
  ["div(1, 0)", "invalid: a number can't be divided by zero"],
  ["div(1.0, 0)", "invalid: a number can't be divided by zero"],
  ["add('1', 2)", "invalid: the first argument must be a number, got a value of type String"],
  ["string(div(decimal('1'), 3))", "0.3333333333333333333333333333"],
  ["string(mul(decimal('0.1'), 3))", "0.3"],
  ["string(sub(decimal('1.10'), decimal('0.10')))", "1.00"],
  ["greater(decimal('1.2'), 1.1)", true],
  ["json('{\"a\": 12345678901234567}').a", "12345678901234567"],
  ["equals(1, 1.0)", true],
  ["int(2.5)", "unsupported: how `int` rounds a number with a fraction is not documented"],
];

test.each(VALUES)("%s", (expression, value) => {
  expect(evaluated(expression)).toEqual(value);
});
