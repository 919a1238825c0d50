/** 64-bit integers: numbers while they are safe, bigints beyond, wrapping as the engine does. */

export type Long = number | bigint;

/** The one form of an integer: a number when it is safe, else a bigint; wraps at 64 bits. */
export function longOf(value: bigint): Long {
  const wrapped = BigInt.asIntN(64, value);
  return wrapped >= SAFE_MIN && wrapped <= SAFE_MAX ? Number(wrapped) : wrapped;
}

export function addLongs(left: Long, right: Long): Long {
  if (typeof left === "number" && typeof right === "number") {
    const sum = left + right;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return longOf(BigInt(left) + BigInt(right));
}

export function subtractLongs(left: Long, right: Long): Long {
  if (typeof left === "number" && typeof right === "number") {
    const difference = left - right;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return longOf(BigInt(left) - BigInt(right));
}

export function multiplyLongs(left: Long, right: Long): Long {
  if (typeof left === "number" && typeof right === "number") {
    const product = left * right;
    // The sum with zero turns -0 into 0: integers have one zero.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return longOf(BigInt(left) * BigInt(right));
}

/** Truncates toward zero; by zero it is null. */
export function divideLongs(left: Long, right: Long): Long | null {
  if (Number(right) === 0) return null;
  if (typeof left === "number" && typeof right === "number") return Math.trunc(left / right) + 0;
  return longOf(BigInt(left) / BigInt(right));
}

/** The remainder is never negative; by zero it is null. */
export function moduloLongs(left: Long, right: Long): Long | null {
  if (Number(right) === 0) return null;
  const dividend = BigInt(left);
  const divisor = BigInt(right) < 0n ? -BigInt(right) : BigInt(right);
  if (typeof left === "number" && typeof right === "number") {
    const rest = left % right;
    return (rest < 0 ? rest + Math.abs(right) : rest) + 0;
  }
  return longOf(((dividend % divisor) + divisor) % divisor);
}

export function negateLong(value: Long): Long {
  return typeof value === "number" ? 0 - value : longOf(-value);
}

export function compareLongs(left: Long, right: Long): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The whole part of a real; beyond 64 bits the nearest long, as recorded from the engine. UNVERIFIED: infinities, taken as null; a recorded `tolong(real(+inf))` would settle it. */
export function longOfReal(value: number): Long | null {
  const whole = Math.trunc(value);
  if (Number.isSafeInteger(whole)) return whole + 0;
  if (!Number.isFinite(whole)) return null;
  if (whole >= 2 ** 63) return LONG_MAX;
  return whole < -(2 ** 63) ? LONG_MIN : longOf(BigInt(whole));
}

const SAFE_MIN = BigInt(Number.MIN_SAFE_INTEGER);
const SAFE_MAX = BigInt(Number.MAX_SAFE_INTEGER);

/** Ranges of the two integer types. */
export const INT_MIN = -(2 ** 31);
export const INT_MAX = 2 ** 31 - 1;
export const LONG_MIN = -(2n ** 63n);
export const LONG_MAX = 2n ** 63n - 1n;
