/** Reads numbers as .NET's parser does with thousands, a point, an exponent and a sign at either end. */

import type { Culture } from "./cultures";

/** The double in a text; undefined when it is none. Group separators may stand anywhere before the point, as in .NET. */
export function parseFloatText(text: string, culture: Culture): number | undefined {
  const decimal = escaped(culture.decimalSeparator);
  // A culture that groups with a no-break space takes a plain one too.
  const group = culture.groupSeparator === "\u00a0" ? "[\u00a0\u202f ]" : escaped(culture.groupSeparator);
  const pattern = new RegExp(
    `^\\s*([+-]?)\\s*(?:(\\d(?:\\d|${group})*)(?:${decimal}(\\d*))?|${decimal}(\\d+))(?:[eE]([+-]?\\d+))?([+-]?)\\s*$`,
  );
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, leading = "", whole = "0", fraction = "", bareFraction = "", exponent = "0", trailing = ""] = match;
  if (leading !== "" && trailing !== "") return undefined;
  const digits = whole.replace(/\D/g, "");
  const number = Number(`${digits}.${fraction}${bareFraction}0e${exponent}`);
  return leading === "-" || trailing === "-" ? -number : number;
}

/** The integer in a text: digits with a sign, blanks around them. */
export function parseIntegerText(text: string): bigint | undefined {
  const digits = text.trim();
  return /^[+-]?\d{1,40}$/.test(digits) ? BigInt(digits.startsWith("+") ? digits.slice(1) : digits) : undefined;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
