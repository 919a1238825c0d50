/** Formats numbers as .NET does with its custom format strings, such as `#,##0.00`. */

import type { Culture } from "./cultures";
import { digitsOf, type FormattedNumber, isZero, rounded } from "./number-digits";

/** Source: https://learn.microsoft.com/dotnet/standard/base-types/custom-numeric-format-strings, read 2026-11-23. */
export function formatPattern(number: FormattedNumber, format: string, culture: Culture): string {
  const sections = sectionsOf(format);
  const [positive = [], negative, zero] = sections;
  const first = scaled(number, number.isNegative && negative && negative.length > 0 ? negative : positive);
  if (isZero(rounded(first, decimalsOf(positive))) && zero && zero.length > 0) return laidOut(number, zero, culture);
  if (number.isNegative && negative && negative.length > 0) return laidOut(number, negative, culture);
  const isNegative = number.isNegative && !isZero(rounded(first, decimalsOf(positive)));
  return `${isNegative ? "-" : ""}${laidOut(number, positive, culture)}`;
}

type Part = { readonly kind: "literal"; readonly text: string } | { readonly kind: "mark"; readonly mark: string };

function sectionsOf(format: string): readonly (readonly Part[])[] {
  const sections: Part[][] = [[]];
  const pattern = /'([^']*)'?|"([^"]*)"?|\\([\s\S]?)|(;)|([0#.,%‰]|[eE][+-]?0+)|([\s\S])/gu;
  for (const [, single, double, escaped, semicolon, mark, other] of format.matchAll(pattern)) {
    if (semicolon !== undefined) sections.push([]);
    else if (mark !== undefined) sections.at(-1)?.push({ kind: "mark", mark });
    else sections.at(-1)?.push({ kind: "literal", text: single ?? double ?? escaped ?? other ?? "" });
  }
  return sections;
}

function laidOut(number: FormattedNumber, parts: readonly Part[], culture: Culture): string {
  const exponentMark = parts.find((part) => part.kind === "mark" && /^[eE]/.test(part.mark));
  const layout = layoutOf(parts);
  const value = scaled(number, parts);
  const power = exponentMark && !isZero(value) ? value.exponent - Math.max(1, layout.wholeMarks.length) : 0;
  const shown = exponentMark ? { ...value, exponent: value.exponent - power } : value;
  const { whole, fraction } = digitsOf(shown, layout.fractionMarks.length);
  const queue = wholeDigits(whole, layout, culture);
  const tail = fractionDigits(fraction, layout.fractionMarks);
  return joined(parts, queue, tail, power, culture);
}

interface Layout {
  readonly wholeMarks: string;
  readonly fractionMarks: string;
  readonly isGrouped: boolean;
}

function layoutOf(parts: readonly Part[]): Layout {
  const marks = parts.map((part) => (part.kind === "mark" && part.mark.length === 1 ? part.mark : "")).join("");
  const [whole = "", ...fraction] = marks.split(".");
  return {
    wholeMarks: whole.replace(/[^0#]/g, ""),
    fractionMarks: fraction.join("").replace(/[^0#]/g, ""),
    isGrouped: /[0#],+[0#]/.test(whole),
  };
}

/** Commas right before the point divide by a thousand each; a percent sign multiplies by a hundred. */
function scaled(number: FormattedNumber, parts: readonly Part[]): FormattedNumber {
  if (isZero(number)) return number;
  const marks = parts.map((part) => (part.kind === "mark" ? part.mark : "")).join("");
  const thousands = /[0#](,+)(?=\.|$|[%‰eE])/.exec(marks)?.[1]?.length ?? 0;
  const hundreds = (marks.match(/%/g) ?? []).length * 2 + (marks.match(/‰/g) ?? []).length * 3;
  return { ...number, exponent: number.exponent + hundreds - thousands * 3 };
}

function decimalsOf(parts: readonly Part[]): number {
  return layoutOf(parts).fractionMarks.length;
}

/** What stands for each mark before the point; the first takes the digits that have no mark of their own. */
function wholeDigits(whole: string, { wholeMarks, isGrouped }: Layout, culture: Culture): readonly string[] {
  const digits = whole === "0" ? "" : whole;
  const leastWidth = wholeMarks.includes("0") ? wholeMarks.length - wholeMarks.indexOf("0") : 0;
  const padded = digits.padStart(leastWidth, "0");
  const withSeparators = [...padded].map((digit, index) => {
    const behind = padded.length - index - 1;
    return isGrouped && behind > 0 && behind % 3 === 0 ? `${digit}${culture.groupSeparator}` : digit;
  });
  const surplus = Math.max(0, withSeparators.length - wholeMarks.length);
  const head = withSeparators.slice(
    0,
    surplus + (wholeMarks.length > 0 && withSeparators.length >= wholeMarks.length ? 1 : 0),
  );
  if (withSeparators.length < wholeMarks.length) {
    return [...Array<string>(wholeMarks.length - withSeparators.length).fill(""), ...withSeparators];
  }
  return [head.join(""), ...withSeparators.slice(head.length)];
}

/** Zeros at the end are left out where the mark is `#`. */
function fractionDigits(fraction: string, marks: string): readonly string[] {
  const last = Math.max(fraction.replace(/0+$/, "").length, marks.lastIndexOf("0") + 1);
  return [...fraction].map((digit, index) => (index < last ? digit : ""));
}

function joined(
  parts: readonly Part[],
  whole: readonly string[],
  fraction: readonly string[],
  power: number,
  culture: Culture,
): string {
  let text = "";
  let wholeAt = 0;
  let fractionAt = -1;
  for (const part of parts) {
    if (part.kind === "literal") text += part.text;
    else if (part.mark === "0" || part.mark === "#") {
      text += fractionAt < 0 ? (whole[wholeAt++] ?? "") : (fraction[fractionAt++] ?? "");
    } else if (part.mark === "." && fractionAt < 0) {
      if (wholeAt === 0) text += whole.join("");
      fractionAt = 0;
      text += fraction.join("") === "" ? "" : culture.decimalSeparator;
    } else if (part.mark === "%" || part.mark === "‰") text += part.mark;
    else if (/^[eE]/.test(part.mark)) text += exponentText(part.mark, power);
  }
  return text;
}

function exponentText(mark: string, power: number): string {
  const sign = power < 0 ? "-" : mark.includes("+") ? "+" : "";
  const width = mark.replace(/[^0]/g, "").length;
  return `${mark.charAt(0)}${sign}${String(Math.abs(power)).padStart(width, "0")}`;
}
