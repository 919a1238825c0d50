/** What an aggregate function is: a definition that describes itself, with examples that run as tests. */

import type { CallSite, Param, Returns } from "../functions/definition";
import type { TypeName } from "../values/type-name";
import type { Value, ValueTypes } from "../values/value";

/** Folds the rows of one group. States are plain values where they can be: a count is a number. */
export interface Accumulator<State, Arguments extends readonly unknown[] = readonly Value[]> {
  readonly start: () => State;
  /** The state after one more row. */
  readonly add: (state: State, ...values: Arguments) => State;
  /** A value, or one value for each result of a tuple aggregate such as `arg_max`. */
  readonly finish: (state: State) => Value;
}

export interface AggregateOverload {
  readonly params: readonly Param[];
  readonly returns: Returns;
  /** `skips nulls`: rows where the first argument is null are not added. */
  readonly nulls: "skips nulls" | "sees nulls";
  readonly prepare: (site: CallSite) => Accumulator<unknown>;
}

/** A query and the cell in the first column of its first row, as the machine interface gives it. */
export type AggregateExample = readonly [query: string, cell: unknown];

export interface KqlAggregate {
  readonly name: string;
  readonly source: string;
  readonly examples: readonly AggregateExample[];
  readonly overloads: readonly AggregateOverload[];
  readonly aliases?: readonly string[];
  /** Gives one value for each argument: `arg_max`, `take_any` of several columns. */
  readonly isTuple?: true;
  /** Types of what a tuple aggregate gives, when they are not those of its arguments. */
  readonly results?: (types: readonly TypeName[]) => readonly TypeName[];
  /** The engine may choose among several right answers; ours is the one that the text says. */
  readonly choice?: string;
}

type ArgOf<P extends Param> = P["type"] extends keyof ValueTypes ? ValueTypes[P["type"]] : Value;

/** Arguments as `add` gets them: only the first is never null, and only where nulls are skipped. */
type Args<P extends readonly Param[], IsFirstSafe extends boolean> = P extends readonly [
  infer First extends Param,
  ...infer Rest extends readonly Param[],
]
  ? First extends { readonly repeats: true }
    ? ArgOf<First>[]
    : First extends { readonly optional: true }
      ? [value?: ArgOf<First> | null, ...rest: Args<Rest, false>]
      : [value: IsFirstSafe extends true ? ArgOf<First> : ArgOf<First> | null, ...rest: Args<Rest, false>]
  : [];

/** An overload whose `add` is typed by its parameters. */
export function aggregateOverload<
  const P extends readonly Param[],
  const N extends AggregateOverload["nulls"],
  State,
>(definition: {
  readonly params: P;
  readonly returns: Returns;
  readonly nulls: N;
  readonly prepare: (site: CallSite) => Accumulator<State, Args<P, N extends "skips nulls" ? true : false>>;
}): AggregateOverload {
  return definition as unknown as AggregateOverload;
}

/** Lets the type of the state be found from `start`. */
export function accumulator<State, Arguments extends readonly unknown[]>(
  parts: Accumulator<State, Arguments>,
): Accumulator<State, Arguments> {
  return parts;
}
