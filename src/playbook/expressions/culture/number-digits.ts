/** Numbers as decimal digits, and how they are rounded for display. */

import { type Decimal, decimalText, isDecimal } from "../decimal";

/** The number 0.digits * 10^exponent; digits without leading or trailing zeros, empty for zero. */
export interface FormattedNumber {
  readonly isNegative: boolean;
  readonly digits: string;
  readonly exponent: number;
  readonly isInteger: boolean;
}

export function formattedNumber(value: bigint | number | Decimal): FormattedNumber {
  const text = isDecimal(value)
    ? decimalText(value)
    : typeof value === "bigint"
      ? value.toString()
      : value.toExponential();
  const [, sign = "", whole = "", fraction = "", power = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? [];
  return trimmed({
    isNegative: sign === "-",
    digits: whole + fraction,
    exponent: whole.length + Number(power),
    isInteger: typeof value === "bigint",
  });
}

export function isZero({ digits }: FormattedNumber): boolean {
  return digits === "";
}

/** Rounds, half away from zero, to a number of digits after the point. */
export function rounded(number: FormattedNumber, decimals: number): FormattedNumber {
  const kept = number.exponent + decimals;
  if (kept >= number.digits.length) return number;
  if (kept < 0) return { ...number, digits: "", exponent: 0 };
  const isUp = number.digits.charAt(kept) >= "5";
  const shortened = BigInt(number.digits.slice(0, kept) || "0") + (isUp ? 1n : 0n);
  const digits = shortened.toString().padStart(kept, "0");
  return trimmed({ ...number, digits, exponent: number.exponent + (digits.length - kept) });
}

/** Digits before and after the point, rounded. */
export function digitsOf(
  number: FormattedNumber,
  decimals: number,
): { readonly whole: string; readonly fraction: string } {
  const { digits, exponent } = rounded(number, decimals);
  const whole = exponent > 0 ? digits.slice(0, exponent).padEnd(exponent, "0") : "0";
  const fraction = exponent >= 0 ? digits.slice(exponent) : "0".repeat(-exponent) + digits;
  return { whole, fraction: digits === "" ? "0".repeat(decimals) : fraction.padEnd(decimals, "0").slice(0, decimals) };
}

function trimmed(number: FormattedNumber): FormattedNumber {
  const zeros = /^0*/.exec(number.digits)?.[0].length ?? 0;
  const digits = number.digits.slice(zeros).replace(/0+$/, "");
  return digits === "" ? { ...number, digits, exponent: 0 } : { ...number, digits, exponent: number.exponent - zeros };
}
