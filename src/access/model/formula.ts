/** Conditions as formulas over small questions to a sign-in: what-if evaluates them, proofs solve them. One formula, two readings, so the two can't disagree. */

import { unreachable } from "../../diagnostics";
import type { Situation } from "./situation";
import type { WitnessDraft } from "./witness-draft";

export type Formula =
  | { readonly kind: "constant"; readonly value: boolean }
  | { readonly kind: "leaf"; readonly leaf: Leaf }
  | { readonly kind: "not"; readonly part: Formula }
  | { readonly kind: "all"; readonly parts: readonly Formula[] }
  | { readonly kind: "any"; readonly parts: readonly Formula[] };

/** One independent property of a sign-in. Every leaf asks about exactly one, so the values of several can be combined freely. */
export interface Dimension<Value = unknown, Hint = unknown> {
  readonly name: string;
  readonly read: (situation: Situation) => Value;
  /** Values of which one behaves like any value there is, as far as leaves with these hints can tell; the first is the most ordinary one. */
  readonly candidates: (hints: readonly Hint[]) => Iterable<Value>;
  /** Puts a value into a witness. */
  readonly write: (draft: WitnessDraft, value: Value) => void;
}

/** A yes-or-no question about one dimension. */
export interface Leaf {
  readonly dimension: Dimension;
  /** Leaves of one dimension with the same key ask the same. */
  readonly key: string;
  /** What the question mentions: the source of candidates. */
  readonly hint: unknown;
  readonly holdsFor: (value: unknown) => boolean;
}

export const ALWAYS: Formula = { kind: "constant", value: true };
export const NEVER: Formula = { kind: "constant", value: false };

export interface LeafParts<Value, Hint> {
  readonly key: string;
  readonly hint: Hint;
  readonly holdsFor: (value: Value) => boolean;
}

export function leaf<Value, Hint>(dimension: Dimension<Value, Hint>, parts: LeafParts<Value, Hint>): Formula {
  const { key, hint, holdsFor } = parts;
  // The value that a leaf is asked about always comes from its own dimension.
  const erased = { dimension: dimension as Dimension, key, hint, holdsFor: holdsFor as (value: unknown) => boolean };
  return { kind: "leaf", leaf: erased };
}

export function not(part: Formula): Formula {
  if (part.kind === "constant") return part.value ? NEVER : ALWAYS;
  return part.kind === "not" ? part.part : { kind: "not", part };
}

export function all(...parts: readonly Formula[]): Formula {
  const rest = parts.flatMap((part) => (part.kind === "all" ? part.parts : part === ALWAYS ? [] : [part]));
  if (rest.includes(NEVER)) return NEVER;
  if (rest.length === 1) return rest[0] ?? ALWAYS;
  return rest.length === 0 ? ALWAYS : { kind: "all", parts: rest };
}

export function any(...parts: readonly Formula[]): Formula {
  const rest = parts.flatMap((part) => (part.kind === "any" ? part.parts : part === NEVER ? [] : [part]));
  if (rest.includes(ALWAYS)) return ALWAYS;
  if (rest.length === 1) return rest[0] ?? NEVER;
  return rest.length === 0 ? NEVER : { kind: "any", parts: rest };
}

/** The formula's value for one sign-in. */
export function holds(formula: Formula, situation: Situation): boolean {
  switch (formula.kind) {
    case "constant":
      return formula.value;
    case "leaf":
      return formula.leaf.holdsFor(formula.leaf.dimension.read(situation));
    case "not":
      return !holds(formula.part, situation);
    case "all":
      return formula.parts.every((part) => holds(part, situation));
    case "any":
      return formula.parts.some((part) => holds(part, situation));
    default:
      return unreachable(formula);
  }
}

/** Every leaf of a formula, repeats included. */
export function* leavesOf(formula: Formula): Iterable<Leaf> {
  switch (formula.kind) {
    case "constant":
      return;
    case "leaf":
      yield formula.leaf;
      return;
    case "not":
      yield* leavesOf(formula.part);
      return;
    case "all":
    case "any":
      for (const part of formula.parts) yield* leavesOf(part);
      return;
    default:
      unreachable(formula);
  }
}

/** A dimension with two values. */
export function flagDimension(
  name: string,
  read: (situation: Situation) => boolean,
  write: (draft: WitnessDraft, value: boolean) => void,
): Dimension<boolean, undefined> {
  return { name, read, candidates: () => [false, true], write };
}

/** The question whether a flag is set. */
export function isSet(dimension: Dimension<boolean, undefined>): Formula {
  return leaf(dimension, { key: "set", hint: undefined, holdsFor: (value) => value });
}

/** A dimension of texts of which only equality with mentioned ones matters; `other` stands for all that nobody mentions. */
export function nameDimension(
  name: string,
  other: string | null,
  read: (situation: Situation) => string | null,
  write: (draft: WitnessDraft, value: string | null) => void,
): Dimension<string | null, readonly string[]> {
  return { name, read, candidates: (hints) => [...new Set([other, ...hints.flat()])], write };
}

/** The question whether a name is one of several. */
export function isOneOf(dimension: Dimension<string | null, readonly string[]>, names: Iterable<string>): Formula {
  const set = new Set(names);
  if (set.size === 0) return NEVER;
  const hint = [...set].sort();
  return leaf(dimension, { key: hint.join(" "), hint, holdsFor: (value) => value !== null && set.has(value) });
}
