/** Decimals: an integer and a number of digits after the point. */

/** `unscaled / 10 ** scale`; trailing zeros after the point are taken off when it is made. */
export class Decimal {
  readonly unscaled: bigint;
  readonly scale: number;
  constructor(unscaled: bigint, scale: number) {
    let digits = unscaled;
    let places = scale;
    while (places > 0 && digits % 10n === 0n) {
      digits /= 10n;
      places--;
    }
    this.unscaled = digits;
    this.scale = places;
  }
}

/** Digits that a quotient keeps. The document says 128 bits (https://learn.microsoft.com/kusto/query/scalar-data-types/decimal,
 *  read 2026-11-25). UNVERIFIED: 34 is the number of IEEE 754's decimal128; a recorded quotient of more digits would settle it. */
const DIGITS_MAX = 34;

export function decimalOfText(text: string): Decimal | null {
  const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?\s*$/.exec(text);
  if (!match) return null;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return null;
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n);
  return scale >= 0 ? new Decimal(digits, scale) : new Decimal(digits * 10n ** BigInt(-scale), 0);
}

export function decimalOfLong(value: number | bigint): Decimal {
  return new Decimal(BigInt(value), 0);
}

/** The decimal of a real's shortest text; null for NaN and infinities. */
export function decimalOfReal(value: number): Decimal | null {
  return Number.isFinite(value) ? decimalOfText(String(value)) : null;
}

export function realOfDecimal(value: Decimal): number {
  return Number(decimalText(value));
}

export function decimalText({ unscaled, scale }: Decimal): string {
  if (scale === 0) return String(unscaled);
  const isNegative = unscaled < 0n;
  const digits = String(isNegative ? -unscaled : unscaled).padStart(scale + 1, "0");
  return `${isNegative ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return new Decimal(atScale(left, scale) + atScale(right, scale), scale);
}

export function subtractDecimals(left: Decimal, right: Decimal): Decimal {
  return addDecimals(left, negateDecimal(right));
}

export function multiplyDecimals(left: Decimal, right: Decimal): Decimal {
  return rounded(new Decimal(left.unscaled * right.unscaled, left.scale + right.scale));
}

/** Null by zero. */
export function divideDecimals(left: Decimal, right: Decimal): Decimal | null {
  if (right.unscaled === 0n) return null;
  const extra = DIGITS_MAX + 1 + Math.max(0, digitsOf(right.unscaled) - digitsOf(left.unscaled));
  const scale = left.scale - right.scale + extra;
  const quotient = (left.unscaled * 10n ** BigInt(extra)) / right.unscaled;
  return rounded(scale >= 0 ? new Decimal(quotient, scale) : new Decimal(quotient * 10n ** BigInt(-scale), 0));
}

export function moduloDecimals(left: Decimal, right: Decimal): Decimal | null {
  if (right.unscaled === 0n) return null;
  const scale = Math.max(left.scale, right.scale);
  const divisor = atScale(right, scale);
  const size = divisor < 0n ? -divisor : divisor;
  return new Decimal(((atScale(left, scale) % size) + size) % size, scale);
}

export function negateDecimal({ unscaled, scale }: Decimal): Decimal {
  return new Decimal(-unscaled, scale);
}

export function compareDecimals(left: Decimal, right: Decimal): number {
  const scale = Math.max(left.scale, right.scale);
  const difference = atScale(left, scale) - atScale(right, scale);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

function atScale({ unscaled, scale }: Decimal, wanted: number): bigint {
  return unscaled * 10n ** BigInt(wanted - scale);
}

/** At most 34 digits, half to even. */
function rounded(value: Decimal): Decimal {
  const extra = Math.min(digitsOf(value.unscaled) - DIGITS_MAX, value.scale);
  if (extra <= 0) return value;
  const unit = 10n ** BigInt(extra);
  const size = value.unscaled < 0n ? -value.unscaled : value.unscaled;
  const rest = size % unit;
  const down = size / unit;
  const isUp = rest * 2n > unit || (rest * 2n === unit && down % 2n === 1n);
  const kept = isUp ? down + 1n : down;
  return new Decimal(value.unscaled < 0n ? -kept : kept, value.scale - extra);
}

function digitsOf(value: bigint): number {
  return String(value < 0n ? -value : value).length;
}
