/** What a room brings to be fuzzed: made-up input, and what must hold for any of it. One file for each room. */

export interface FuzzRoom {
  readonly name: string;
  /** One input; the same numbers give the same. */
  readonly input: (random: Random) => string;
  /** What is wrong with how the input was taken; undefined where all is well. A crash counts too. */
  readonly problem: (input: string) => string | undefined;
}

/** A whole number from 0 to below `limit`. */
export type Random = (limit: number) => number;

/** Mulberry32: small, fast, and the same numbers everywhere for a seed. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

export function pick<T>(random: Random, from: readonly T[]): T {
  const found = from[random(from.length)];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
}

/** Longest that one input may take, in milliseconds: beyond any real one by far. */
const INPUT_MS_MAX = 5_000;

/** The input of a seed, and what is wrong with how it was taken. */
export function tryInput(room: FuzzRoom, seed: number): { readonly input: string; readonly problem?: string } {
  const input = room.input(randomOf(seed));
  const start = performance.now();
  try {
    const problem = room.problem(input);
    const tookMs = performance.now() - start;
    const slow = tookMs > INPUT_MS_MAX ? `took ${Math.round(tookMs)} ms` : undefined;
    return { input, ...((problem ?? slow) ? { problem: problem ?? slow ?? "" } : {}) };
  } catch (error) {
    return { input, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
