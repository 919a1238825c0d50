/** When a call is tried again, and after what time. */

import { isoDurationMilliseconds } from "../expressions/time/time-span";
import { isObject, propertyOf, type Value } from "../expressions/value";

export interface RetryPolicy {
  readonly retries: number;
  /** Milliseconds before retry `number`, from 1. */
  readonly delay: (number: number, random: () => number) => number;
}

/** Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-exception-handling#retry-policies, read 2026-11-23:
 *  four exponential retries that scale by 7.5 seconds and stay between 5 and 45 seconds. */
const DEFAULT = { retries: 4, intervalSeconds: 7.5, leastSeconds: 5, mostSeconds: 45 };

/** Most retries that a definition may ask for. */
export const RETRIES_MAX = 90;

/** A policy as a definition gives it; null is the default. */
export function retryPolicy(given: Value): RetryPolicy {
  const member = (name: string) => (isObject(given) ? propertyOf(given, name) : undefined);
  const type = String(member("type") ?? "").toLowerCase();
  if (type === "none") return { retries: 0, delay: () => 0 };
  const retries = Math.min(RETRIES_MAX, Math.max(0, Number(member("count") ?? DEFAULT.retries)));
  const interval = secondsOf(member("interval"), DEFAULT.intervalSeconds);
  if (type === "fixed") return { retries, delay: () => interval * 1000 };
  const least = secondsOf(member("minimumInterval"), type === "" ? DEFAULT.leastSeconds : 5);
  const most = secondsOf(member("maximumInterval"), type === "" ? DEFAULT.mostSeconds : 86_400);
  return { retries, delay: (number, random) => exponentialSeconds(number, { interval, least, most }, random) * 1000 };
}

/** The n-th delay is drawn between 2^(n-1) and 2^n times the interval, within the bounds. */
function exponentialSeconds(
  number: number,
  { interval, least, most }: { readonly interval: number; readonly least: number; readonly most: number },
  random: () => number,
): number {
  const low = Math.max(number === 1 ? 0 : 2 ** (number - 1) * interval, least);
  const high = Math.max(low, Math.min(2 ** number * interval, most));
  return Math.min(low + random() * (high - low), most);
}

function secondsOf(value: Value | undefined, otherwise: number): number {
  const milliseconds = typeof value === "string" ? isoDurationMilliseconds(value) : undefined;
  return milliseconds === undefined ? otherwise : milliseconds / 1000;
}

/** Source: as above: 408, 429 and 5xx are tried again. */
export function isRetried(statusCode: number): boolean {
  return statusCode === 408 || statusCode === 429 || (statusCode >= 500 && statusCode <= 599);
}
