/** Decimal numbers as .NET keeps them: an integer of at most 96 bits and a scale of at most 28 digits. */

import { invalid } from "./failure";

/** The number `digits / 10^scale`. */
export interface Decimal {
  readonly kind: "decimal";
  readonly digits: bigint;
  readonly scale: number;
}

/** Most digits after the point. Source: https://learn.microsoft.com/dotnet/api/system.decimal, read 2026-11-23. */
const SCALE_MAX = 28;
const DIGITS_MAX = 2n ** 96n - 1n;

export function isDecimal(value: unknown): value is Decimal {
  return (value as { kind?: unknown } | null)?.kind === "decimal";
}

/** Reads `[-]digits[.digits][e[+-]digits]`; undefined when the text is no decimal. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^\s*([+-]?)(\d{0,200})(?:\.(\d{0,200}))?(?:[eE]([+-]?\d{1,3}))?\s*$/.exec(text);
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return undefined;
  const digits = BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
  const scale = fraction.length - Number(exponent);
  return scale < 0 ? fitted(digits * 10n ** BigInt(-scale), 0) : fitted(digits, scale);
}

/** An integer, a double or a decimal as a decimal. */
export function toDecimal(value: bigint | number | Decimal): Decimal {
  if (typeof value === "bigint") return fitted(value, 0);
  if (isDecimal(value)) return value;
  // .NET's conversion from a double keeps 15 significant digits.
  const decimal = Number.isFinite(value) ? parseDecimal(String(Number(value.toPrecision(15)))) : undefined;
  return decimal ?? invalid("the number is too large for a decimal");
}

export function decimalText({ digits, scale }: Decimal): string {
  if (scale === 0) return digits.toString();
  const sign = digits < 0n ? "-" : "";
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  return `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

export function decimalToNumber(decimal: Decimal): number {
  return Number(decimalText(decimal));
}

export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return fitted(scaled(left, scale) + scaled(right, scale), scale);
}

export function subtractDecimals(left: Decimal, right: Decimal): Decimal {
  return addDecimals(left, { ...right, digits: -right.digits });
}

export function multiplyDecimals(left: Decimal, right: Decimal): Decimal {
  return fitted(left.digits * right.digits, left.scale + right.scale);
}

/** The caller has made sure that the divisor is not zero. */
export function divideDecimals(left: Decimal, right: Decimal): Decimal {
  const extra = SCALE_MAX + right.scale;
  const quotient = fitted(roundedQuotient(left.digits * 10n ** BigInt(extra), right.digits), left.scale + SCALE_MAX);
  return withoutTrailingZeros(quotient);
}

export function remainderOfDecimals(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return fitted(scaled(left, scale) % scaled(right, scale), scale);
}

export function compareDecimals(left: Decimal, right: Decimal): number {
  const scale = Math.max(left.scale, right.scale);
  const difference = scaled(left, scale) - scaled(right, scale);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** Rounds, half to even, to as many digits as .NET can keep. */
function fitted(digits: bigint, scale: number): Decimal {
  let kept = digits;
  let keptScale = scale;
  while (keptScale > SCALE_MAX || (keptScale > 0 && (kept > DIGITS_MAX || kept < -DIGITS_MAX))) {
    const surplus = Math.max(1, keptScale - SCALE_MAX);
    kept = roundedQuotient(kept, 10n ** BigInt(surplus));
    keptScale -= surplus;
  }
  if (kept > DIGITS_MAX || kept < -DIGITS_MAX) invalid("the number is too large for a decimal");
  return { kind: "decimal", digits: kept, scale: keptScale };
}

function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const twice = 2n * (dividend % divisor);
  const size = twice < 0n ? -twice : twice;
  const whole = divisor < 0n ? -divisor : divisor;
  if (size < whole || (size === whole && quotient % 2n === 0n)) return quotient;
  return dividend < 0n === divisor < 0n ? quotient + 1n : quotient - 1n;
}

function scaled({ digits, scale }: Decimal, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - scale);
}

function withoutTrailingZeros({ digits, scale }: Decimal): Decimal {
  let kept = digits;
  let keptScale = scale;
  while (keptScale > 0 && kept % 10n === 0n) {
    kept /= 10n;
    keptScale -= 1;
  }
  return { kind: "decimal", digits: kept, scale: keptScale };
}
