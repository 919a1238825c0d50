/** Bins of the axis of `make-series`: which one a value falls into, and where each begins. */

import type { Compiler } from "../execute/compiler";
import { QueryEnd } from "../execute/query-end";
import type { Run } from "../execute/run";
import type { Scalar } from "../ir/scalar";
import type { MakeSeries } from "../ir/step";
import { converter } from "../values/convert";
import { comparer } from "../values/order";
import type { Dynamic, Value } from "../values/value";

/** Bins have numbers, counted in steps from the origin: the start, or zero where there is none. */
export interface Bins {
  /** Undefined for a value outside of the bounds. */
  readonly numberOf: (value: Value) => number | undefined;
  readonly valueOf: (bin: number) => Dynamic;
  /** First and last bin, where a bound fixes them. */
  readonly first: number | undefined;
  readonly last: number | undefined;
}

export function compileBins(step: MakeSeries, compiler: Compiler): (run: Run) => Bins {
  const bound = (scalar: Scalar | undefined) => scalar && compiler.scalar(scalar);
  const from = bound(step.from);
  const to = bound(step.to);
  const size = compiler.scalar(step.step);
  return (run) => {
    const [start, end, width] = [from?.([], run), to?.([], run), size([], run)];
    const isPositive = width !== null && comparer(step.step.type)(width, typeof width === "bigint" ? 0n : 0) > 0;
    if (start === null || end === null || !isPositive) {
      throw new QueryEnd("invalid", "the bounds of `make-series` must be values and its step positive", step.at);
    }
    return binsOf(step, start, end, width);
  };
}

function binsOf(step: MakeSeries, start: Value | undefined, end: Value | undefined, width: Value): Bins {
  const { type } = step.axis;
  const compare = comparer(type);
  const wrap = converter(type, "dynamic");
  const origin = step.isEndIncluded ? zeroLike(width) : (start ?? zeroLike(width));
  const steps = stepsBetween(origin, width);
  const first = start === undefined ? undefined : steps(start);
  const last = end === undefined ? undefined : lastBin(steps, end, step);
  if (step.isEndIncluded && start !== undefined && compare(plus(origin, width, first ?? 0), start) !== 0) {
    throw new QueryEnd(
      "unsupported",
      "`in range` with a start that is no multiple of the step is not evaluated",
      step.at,
    );
  }
  return {
    first,
    last,
    numberOf: (value) => {
      if (value === null || Number.isNaN(value)) return undefined;
      if (start !== undefined && compare(value, start) < 0) return undefined;
      if (end !== undefined && (step.isEndIncluded ? compare(value, end) > 0 : compare(value, end) >= 0)) {
        if (step.isEndIncluded && steps(value) === last) refusePartlyInside(step);
        return undefined;
      }
      return steps(value);
    },
    valueOf: (bin) => wrap(plus(origin, width, bin)) as Dynamic,
  };
}

/** The documentation says that the end is included, not whether the rest of its bin is. */
function refusePartlyInside({ at }: MakeSeries): never {
  throw new QueryEnd("unsupported", "rows behind the end of `in range`, but in its last bin, are not evaluated", at);
}

/** An end that is excluded leaves out the bin that would begin there. */
function lastBin(steps: (value: Value) => number, end: Value, { isEndIncluded, axis }: MakeSeries): number {
  if (isEndIncluded) return steps(end);
  const whole = steps(end);
  const isExact = steps(justBelow(end, axis.type === "real")) !== whole;
  return isExact ? whole - 1 : whole;
}

function justBelow(value: Value, isReal: boolean): Value {
  if (typeof value === "bigint") return value - 1n;
  const number = Number(value);
  return isReal ? number - Math.max(Math.abs(number), Number.MIN_VALUE) * Number.EPSILON : number - 1;
}

function zeroLike(width: Value): Value {
  return typeof width === "bigint" ? 0n : 0;
}

function stepsBetween(origin: Value, width: Value): (value: Value) => number {
  if (typeof width === "bigint") {
    const from = BigInt(origin as bigint | number);
    return (value) => Number(floorDivide(BigInt(value as bigint | number) - from, width));
  }
  return (value) => Math.floor((Number(value) - Number(origin)) / Number(width)) + 0;
}

function floorDivide(left: bigint, right: bigint): bigint {
  const whole = left / right;
  return left % right < 0n ? whole - 1n : whole;
}

function plus(origin: Value, width: Value, bin: number): Value {
  if (typeof width === "bigint") return BigInt(origin as bigint | number) + width * BigInt(bin);
  return Number(origin) + Number(width) * bin;
}
