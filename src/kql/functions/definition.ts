/** What a scalar function or operator is: a definition that describes itself, with examples that run as tests. */

import type { Evaluate } from "../execute/run";
import type { Column, TypeName } from "../values/type-name";
import type { Value, ValueTypes } from "../values/value";
import { PAGES_READ } from "./pages-read";

/** `any` takes every type as it is; the others convert what the engine converts without being asked (`functions/resolve.ts`). */
export type ParamType = TypeName | "any";

export interface Param {
  readonly name: string;
  readonly type: ParamType;
  /** May be left out; so may all after it. */
  readonly optional?: true;
  /** May be given again and again; only the last parameter. */
  readonly repeats?: true;
}

/** A type, or what finds it from the argument types and literals; a text says why the engine refuses these types. */
export type Returns =
  | TypeName
  | ((
      types: readonly TypeName[],
      constants?: readonly (Value | undefined)[],
    ) => TypeName | { readonly problem: string });

/** What a call site knows before any row is there. */
export interface CallSite {
  readonly name: string;
  /** Types of the arguments, after conversion. */
  readonly types: readonly TypeName[];
  /** Values of the arguments that are literals; undefined for the others. */
  readonly constants: readonly (Value | undefined)[];
  readonly type: TypeName;
  /** Ends the query: `invalid` where the engine raises an error, `unsupported` where it would answer but picket does not. */
  readonly refuse: (refusal: "invalid" | "unsupported", message: string) => never;
}

/** One list of parameters and what is done with them. Exactly one of `call`, `prepare` and `compile` is given. */
export interface Overload {
  readonly params: readonly Param[];
  readonly returns: Returns;
  /** `null in, null out`: one null argument makes the result null (text: empty) and nothing is called. */
  readonly nulls: "null in, null out" | "sees nulls";
  /** A plain function of the values. An argument that is left out is undefined. */
  readonly call?: (...args: readonly Value[]) => Value;
  /** Makes such a function once for a call site: for types, for constants worth preparing. */
  readonly prepare?: (site: CallSite) => (...args: readonly Value[]) => Value;
  /** Beside `prepare`, of a function that gives an array: makes one that gives the item at an index only, where that is less work. */
  readonly prepareItem?: (site: CallSite, index: number) => ((...args: readonly Value[]) => Value) | undefined;
  /** Full control: arguments unevaluated (`iff`), the rows around (`prev`), the run (`now`). */
  readonly compile?: (args: readonly Evaluate[], site: CallSite) => Evaluate;
  /** Columns of a function that gives several values; its value is an array. */
  readonly tuple?: readonly Column[];
}

/** An expression and what it must equal; both are KQL. */
export type Example = readonly [expression: string, equals: string];

export interface KqlFunction {
  readonly name: string;
  /** Page of the documentation, and `engine` where recorded results decided. */
  readonly source: string;
  readonly examples: readonly Example[];
  readonly overloads: readonly Overload[];
  /** `volatile`: another value at each call. `window`: reads its neighbours, so the rows must be in order. */
  readonly is?: "volatile" | "window";
  /** Other names of the same function. */
  readonly aliases?: readonly string[];
}

type ArgOf<P extends Param> = P["type"] extends keyof ValueTypes ? ValueTypes[P["type"]] : Value;

type NullsOf<P extends Param> = P["type"] extends "string" ? never : null;

/** Arguments as `call` gets them. */
type Args<P extends readonly Param[], SeesNulls extends boolean> = P extends readonly [
  infer First extends Param,
  ...infer Rest extends readonly Param[],
]
  ? First extends { readonly repeats: true }
    ? (ArgOf<First> | (SeesNulls extends true ? NullsOf<First> : never))[]
    : First extends { readonly optional: true }
      ? [value?: ArgOf<First> | (SeesNulls extends true ? NullsOf<First> : never), ...rest: Args<Rest, SeesNulls>]
      : [value: ArgOf<First> | (SeesNulls extends true ? NullsOf<First> : never), ...rest: Args<Rest, SeesNulls>]
  : [];

interface Signature<P extends readonly Param[], N extends Overload["nulls"]> {
  readonly params: P;
  readonly returns: Returns;
  readonly nulls: N;
  readonly tuple?: readonly Column[];
  readonly prepareItem?: Overload["prepareItem"];
}

type Callable<P extends readonly Param[], N extends Overload["nulls"]> = (
  ...args: Args<P, N extends "sees nulls" ? true : false>
) => Value;

type Implementation<P extends readonly Param[], N extends Overload["nulls"]> =
  | { readonly call: Callable<P, N> }
  | { readonly prepare: (site: CallSite) => Callable<P, N> }
  | { readonly compile: (args: readonly Evaluate[], site: CallSite) => Evaluate };

/** An overload whose `call` is typed by its parameters. */
export function overload<const P extends readonly Param[], const N extends Overload["nulls"]>(
  definition: Signature<P, N> & Implementation<P, N>,
): Overload {
  return definition as unknown as Overload;
}

type Frame = Pick<KqlFunction, "name" | "source" | "examples" | "is" | "aliases">;

/** A function with one overload. */
export function kqlFunction<const P extends readonly Param[], const N extends Overload["nulls"]>(
  definition: Frame & Signature<P, N> & Implementation<P, N>,
): KqlFunction {
  const { name, source, examples, is, aliases } = definition;
  const frame = { name, source, examples, ...(is ? { is } : {}), ...(aliases ? { aliases } : {}) };
  return { ...frame, overloads: [overload(definition)] };
}

/** A page of the KQL reference and when it was read. What rests on one that was not opened is unverified but for recorded results. */
export function page(name: string): string {
  const day = PAGES_READ.get(name);
  const reading = day === undefined ? "UNVERIFIED: not opened" : `read ${day}`;
  return `https://learn.microsoft.com/kusto/query/${name} (${reading})`;
}
