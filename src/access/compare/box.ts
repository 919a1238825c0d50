/** A box of sign-ins around one of them: as few conditions as are needed for all inside to change alike. */

import type { Dimension } from "../model/formula";
import { isSatisfiable, type Prover } from "../prove/prover";
import { type Literal, negated } from "../prove/solver";
import {
  allOf,
  type ClassedDimension,
  classesLiteral,
  classInModel,
  isTrueInModel,
  literalOf,
} from "../prove/universe";
import { PHRASED_DIMENSIONS, type Phrase } from "./phrases";

/** Unchanged policies whose application hides or alters a change. */
export interface ContextPolicy {
  readonly id: string;
  readonly name: string;
  readonly applies: Literal;
}

export type Side =
  | {
      readonly kind: "dimension";
      readonly dimension: Dimension;
      readonly members: readonly unknown[];
      readonly others: readonly unknown[];
    }
  | { readonly kind: "phrase"; readonly words: string }
  | { readonly kind: "unless"; readonly policy: ContextPolicy };

export interface Box {
  readonly sides: readonly Side[];
  /** True inside. */
  readonly literal: Literal;
}

interface Term {
  readonly literal: Literal;
  readonly classed?: ClassedDimension;
  readonly phrase?: Phrase;
  readonly context?: ContextPolicy;
}

export interface BoxParts {
  /** What all sign-ins of the box have in common; true in the last model. */
  readonly region: Literal;
  readonly phrases: readonly Phrase[];
  readonly context: readonly ContextPolicy[];
}

/** Around the sign-in of the last model. */
export function boxInModel(prover: Prover, parts: BoxParts): Box {
  const terms = termsInModel(prover, parts);
  const needed = minimal(prover, terms, parts.region);
  const { universe } = prover;
  const widened: WideTerm[] = [];
  for (const [index, term] of needed.entries()) {
    const others = [...widened, ...needed.slice(index + 1)].map(({ literal }) => literal);
    widened.push(widen(prover, term, others, parts.region));
  }
  const sides = widened.flatMap((term) => sideOf(term, prover));
  return {
    sides,
    literal: allOf(
      universe,
      widened.map(({ literal }) => literal),
    ),
  };
}

/** In the order in which they are given up: what phrases say better first, what hides a change last. */
function termsInModel(prover: Prover, { phrases, context }: BoxParts): readonly Term[] {
  const { universe } = prover;
  const dimensions = [...universe.dimensions.values()].map((classed): Term => {
    const literal = classed.selectors[classInModel(universe, classed)] ?? universe.top;
    return { literal, classed };
  });
  const isPhrased = ({ classed }: Term) => PHRASED_DIMENSIONS.test(classed?.dimension.name ?? "");
  const spoken = phrases.map((phrase): Term => {
    const literal = literalOf(universe, phrase.formula);
    return { literal: isTrueInModel(universe, literal) ? literal : negated(literal), phrase };
  });
  const unless = context
    .filter(({ applies }) => !isTrueInModel(universe, applies))
    .map((policy): Term => ({ literal: negated(policy.applies), context: policy }));
  return [
    ...dimensions.filter(isPhrased),
    ...dimensions.filter((term) => !isPhrased(term) && !isKind(term)),
    ...dimensions.filter(isKind),
    ...spoken,
    ...unless,
  ].filter(({ literal }) => literal !== universe.top);
}

/** Whether it is a user or a service principal is never given up: it says more than which clients only users have. */
function isKind({ classed }: Term): boolean {
  return classed?.dimension.name === "service principal";
}

/** Drops one term after the other as long as the rest still implies the region. */
function minimal(prover: Prover, terms: readonly Term[], region: Literal): readonly Term[] {
  const { universe } = prover;
  // Assumptions are taken in order, so what is kept longest comes first: a clash is then found among what reads best.
  const implies = (kept: readonly Term[]) =>
    !isSatisfiable(universe, [negated(region), ...kept.map(({ literal }) => literal).reverse()]);
  let kept = terms;
  for (const term of terms) {
    if (!kept.includes(term) || isKind(term)) continue;
    const rest = kept.filter((each) => each !== term);
    if (!implies(rest)) continue;
    const core = new Set(universe.solver.core);
    kept = rest.filter((each) => core.has(each.literal) || isKind(each));
  }
  return kept;
}

interface WideTerm extends Term {
  readonly inside?: ReadonlySet<number>;
}

/** Takes in every other class of the dimension with which the rest still implies the region. */
function widen(prover: Prover, term: Term, others: readonly Literal[], region: Literal): WideTerm {
  const { classed } = term;
  const { universe } = prover;
  if (!classed) return term;
  const inside = new Set<number>();
  for (const [index, selector] of classed.selectors.entries()) {
    const isPossible = selector === term.literal || isSatisfiable(universe, [...others, selector]);
    if (isPossible && !isSatisfiable(universe, [...others, selector, negated(region)])) inside.add(index);
  }
  return { ...term, inside, literal: classesLiteral(universe, classed, inside) };
}

function sideOf({ classed, phrase, context, inside, literal }: WideTerm, { universe }: Prover): readonly Side[] {
  if (literal === universe.top) return [];
  if (context) return [{ kind: "unless", policy: context }];
  if (phrase) {
    const isPositive = literalOf(universe, phrase.formula) === literal;
    return [{ kind: "phrase", words: isPositive ? phrase.whenTrue : phrase.whenFalse }];
  }
  if (!classed || !inside) return [];
  const members = classed.members.flatMap((each, index) => (inside.has(index) ? each : []));
  const others = classed.members.flatMap((each, index) => (inside.has(index) ? [] : each));
  return [{ kind: "dimension", dimension: classed.dimension, members, others }];
}
