/** Formats numbers as .NET does with its standard format strings. */

import { invalid } from "../failure";
import type { Culture } from "./cultures";
import { digitsOf, type FormattedNumber, isZero, rounded } from "./number-digits";
import { formatPattern } from "./number-pattern";

/** Most digits that are printed; .NET allows 999,999,999, which no text needs. */
const PRECISION_MAX = 1000;

/** Source: https://learn.microsoft.com/dotnet/standard/base-types/standard-numeric-format-strings, read 2026-11-23. */
export function formatNumber(number: FormattedNumber, format: string, culture: Culture): string {
  const standard = /^([A-Za-z])(\d{0,9})$/.exec(format);
  if (!standard)
    return format === "" ? general(number, undefined, culture, "E") : formatPattern(number, format, culture);
  const [, letter = "", digits = ""] = standard;
  const precision = digits === "" ? undefined : Number(digits);
  if (precision !== undefined && precision > PRECISION_MAX) invalid(`the precision of \`${format}\` is too large`);
  switch (letter.toUpperCase()) {
    case "C":
      return currency(number, precision ?? culture.currencyDigits, culture);
    case "D":
      return integer(number, precision ?? 1, format);
    case "E":
      return exponential(number, precision ?? 6, letter, culture);
    case "F":
      return signed(number, precision ?? 2, culture, false);
    case "G":
      return general(number, precision === 0 ? undefined : precision, culture, letter === "g" ? "e" : "E");
    case "N":
      return signed(number, precision ?? 2, culture, true);
    case "P":
      return `${signed({ ...number, exponent: number.exponent + 2 }, precision ?? 2, culture, true)} %`;
    case "R":
      return general(number, undefined, culture, "E");
    case "X":
      return hexadecimal(number, precision ?? 1, letter, format);
    default:
      return invalid(`\`${format}\` is not a valid number format`);
  }
}

/** The rounded number with separators, without sign. */
export function plainDigits(number: FormattedNumber, decimals: number, culture: Culture, isGrouped: boolean): string {
  const { whole, fraction } = digitsOf(number, decimals);
  const grouped = isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, culture.groupSeparator) : whole;
  return fraction === "" ? grouped : `${grouped}${culture.decimalSeparator}${fraction}`;
}

function signed(number: FormattedNumber, decimals: number, culture: Culture, isGrouped: boolean): string {
  const isNegative = number.isNegative && !isZero(rounded(number, decimals));
  return `${isNegative ? "-" : ""}${plainDigits(number, decimals, culture, isGrouped)}`;
}

function currency(number: FormattedNumber, decimals: number, culture: Culture): string {
  const isNegative = number.isNegative && !isZero(rounded(number, decimals));
  const pattern = isNegative ? culture.currencyNegative : culture.currencyPositive;
  const digits = plainDigits(number, decimals, culture, true);
  return pattern.replace(/[$n]/g, (mark) => (mark === "$" ? culture.currencySymbol : digits));
}

function integer(number: FormattedNumber, width: number, format: string): string {
  if (!number.isInteger) invalid(`\`${format}\` formats integers only`);
  const { whole } = digitsOf(number, 0);
  return `${number.isNegative ? "-" : ""}${whole.padStart(width, "0")}`;
}

function hexadecimal(number: FormattedNumber, width: number, letter: string, format: string): string {
  if (!number.isInteger) invalid(`\`${format}\` formats integers only`);
  const value = BigInt(digitsOf(number, 0).whole) * (number.isNegative ? -1n : 1n);
  const text = BigInt.asUintN(64, value).toString(16);
  return (letter === "X" ? text.toUpperCase() : text).padStart(width, "0");
}

function exponential(number: FormattedNumber, decimals: number, letter: string, culture: Culture): string {
  return scientific(number, decimals + 1, letter, culture, { exponentWidth: 3, keepsZeros: true });
}

interface ScientificOptions {
  readonly exponentWidth: number;
  readonly keepsZeros: boolean;
}

function scientific(
  number: FormattedNumber,
  significant: number,
  letter: string,
  culture: Culture,
  { exponentWidth, keepsZeros }: ScientificOptions,
): string {
  const { digits, exponent, isNegative } = rounded(number, significant - number.exponent);
  const power = isZero(number) ? 0 : exponent - 1;
  const padded = digits.slice(0, significant).padEnd(significant, "0");
  const kept = keepsZeros ? padded : padded.replace(/0+$/, "") || "0";
  const fraction = kept.slice(1);
  const mantissa = `${kept.charAt(0)}${fraction === "" ? "" : culture.decimalSeparator}${fraction}`;
  const sign = power < 0 ? "-" : "+";
  return `${isNegative ? "-" : ""}${mantissa}${letter}${sign}${String(Math.abs(power)).padStart(exponentWidth, "0")}`;
}

function general(number: FormattedNumber, precision: number | undefined, culture: Culture, letter: string): string {
  const significant = precision ?? (number.isInteger ? 19 : 17);
  const kept = rounded(number, significant - number.exponent);
  if (isZero(kept)) return "0";
  if (kept.exponent > (precision ?? (number.isInteger ? 19 : 15)) || kept.exponent <= -4) {
    return scientific(kept, significant, letter, culture, { exponentWidth: 2, keepsZeros: false });
  }
  return signed(kept, Math.max(0, kept.digits.length - kept.exponent), culture, false);
}
