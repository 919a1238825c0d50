/** What a change of policies means for sign-ins: as few sentences as will do, each with a sign-in that shows it. */

import { compareTexts, invariant } from "../../diagnostics";
import { not } from "../model/formula";
import type { PolicySet } from "../model/policy-set";
import { readSignIn } from "../model/read-sign-in";
import type { World } from "../model/world";
import { breakGlassOf } from "../prove/break-glass";
import { type Demands, demandsOf, formulasOf } from "../prove/demands";
import { isSatisfiable, type Prover, proverFor, type Witness } from "../prove/prover";
import { type Literal, negated } from "../prove/solver";
import { allOf, isTrueInModel, literalOf, settleOnOrdinary, witnessInModel } from "../prove/universe";
import type { SignIn } from "../shapes/sign-in";
import { type WhatIf, whatIf } from "../what-if/what-if";
import { boxInModel, type ContextPolicy } from "./box";
import { type Delta, deltasBetween, type Effect, effectFormulas } from "./deltas";
import type { Names } from "./names";
import { type Phrase, phrasesOf } from "./phrases";
import { describeBox, type Where } from "./places";
import { sentence } from "./sentence";

export interface State {
  readonly set: PolicySet;
  readonly world: World;
}

export interface Change {
  readonly effect: Effect;
  /** Who: in words, or `{ group }`, `{ role }`. */
  readonly subjects: string | { readonly group: string } | { readonly role: string };
  readonly where: Where;
  /** Clauses as in what-if; `[]` = granted, `[["block"]]` = blocked. */
  readonly before: readonly (readonly string[])[];
  readonly after: readonly (readonly string[])[];
  readonly sessionBefore?: Readonly<Record<string, string | true>>;
  readonly sessionAfter?: Readonly<Record<string, string | true>>;
  readonly sentence: string;
  readonly witness: Witness;
}

export interface Comparison {
  readonly before: State;
  readonly after: State;
  readonly names: Names;
}

/** A reader takes in no more; the rest is counted by the caller from `isComplete`. */
const CHANGES_MAX = 100;

export interface Changes {
  readonly changes: readonly Change[];
  /** False where more changes exist than are told. */
  readonly isComplete: boolean;
}

interface Search {
  readonly comparison: Comparison;
  readonly prover: Prover;
  readonly deltas: readonly { readonly delta: Delta; readonly literal: Literal; readonly told: Literal[] }[];
  readonly effects: readonly (readonly [Effect, Literal])[];
  readonly phrases: readonly Phrase[];
  readonly context: readonly ContextPolicy[];
}

/** Every sign-in that changes is told by some change: single differences are searched one by one until none is left untold. */
export function changesBetween(comparison: Comparison): Changes {
  const search = searchFor(comparison);
  const changes: Change[] = [];
  for (const { literal, told } of search.deltas) {
    while (isSatisfiable(search.prover.universe, [literal, ...told.map(negated)])) {
      if (changes.length === CHANGES_MAX) return { changes, isComplete: false };
      changes.push(nextChange(search, [literal, ...told.map(negated)]));
    }
  }
  return { changes: changes.sort(byWeight), isComplete: true };
}

const WEIGHTS: Readonly<Record<Effect, number>> = { weaker: 0, different: 1, stronger: 2 };

/** What opens first. */
function byWeight(left: Change, right: Change): number {
  return WEIGHTS[left.effect] - WEIGHTS[right.effect] || compareTexts(left.sentence, right.sentence);
}

function searchFor(comparison: Comparison): Search {
  const { before, after, names } = comparison;
  const old = demandsOf(before.set.policies, before.world);
  const now = demandsOf(after.set.policies, after.world);
  const deltas = deltasBetween(old, now);
  const phrasesBefore = phrasesOf(old.set.policies, before.world, names);
  const phrasesAfter = phrasesOf(now.set.policies, after.world, names);
  const phrases = [...phrasesBefore, ...phrasesAfter];
  const glass = breakGlassOf(after.set.policies, after.world);
  const prover = proverFor({
    world: after.world,
    formulas: [...formulasOf(old), ...formulasOf(now), ...phrases.map(({ formula }) => formula)],
    preferred: not(glass.isIt),
  });
  const { universe } = prover;
  const { weaker, different, stronger } = effectFormulas(deltas);
  return {
    comparison,
    prover,
    deltas: deltas.map((delta) => ({ delta, literal: literalOf(universe, delta.formula), told: [] })),
    effects: [
      ["weaker", literalOf(universe, weaker)],
      ["different", literalOf(universe, different)],
      ["stronger", literalOf(universe, stronger)],
    ],
    phrases: distinctPhrases(prover, phrasesBefore, phrasesAfter),
    context: unchanged(prover, old, now),
  };
}

/** A location that has changed is two places under one name. */
function distinctPhrases({ universe }: Prover, before: readonly Phrase[], after: readonly Phrase[]): readonly Phrase[] {
  const literalNow = new Map(after.map(({ whenTrue, formula }) => [whenTrue, literalOf(universe, formula)]));
  const old = before.map((phrase): Phrase => {
    const now = literalNow.get(phrase.whenTrue);
    if (now === undefined || now === literalOf(universe, phrase.formula)) return phrase;
    return { ...phrase, whenTrue: `${phrase.whenTrue} as it was`, whenFalse: `${phrase.whenFalse} as it was` };
  });
  const all = [...old, ...after];
  return [...new Map(all.map((phrase) => [literalOf(universe, phrase.formula), phrase])).values()];
}

/** Policies that are in both states and do the same in both. */
function unchanged({ universe }: Prover, before: Demands, after: Demands): readonly ContextPolicy[] {
  const keyOf = ({ set }: Demands, index: number) => {
    const policy = set.policies[index];
    invariant(policy, "an index of the set");
    const clauses = set.demands.filter((each) => each.policy === index).map(({ key }) => key);
    const session = policy.session.map(({ name, value }) => `${name} ${value}`);
    return JSON.stringify([literalOf(universe, policy.applies), policy.isBlock, clauses.sort(), session.sort()]);
  };
  const old = new Set(before.set.policies.map((_, index) => keyOf(before, index)));
  return after.set.policies.flatMap(({ id, name, applies }, index) =>
    old.has(keyOf(after, index)) ? [{ id, name, applies: literalOf(universe, applies) }] : [],
  );
}

function nextChange(search: Search, assumptions: readonly Literal[]): Change {
  const { prover, deltas, effects } = search;
  const { universe } = prover;
  const settled = settleOnOrdinary(universe, withFewest(search, assumptions));
  const found = deltas.filter(({ literal }) => isTrueInModel(universe, literal));
  const [effect, effectLiteral] = effects.find(([, literal]) => isTrueInModel(universe, literal)) ?? [];
  invariant(effect && effectLiteral !== undefined, "a sign-in that differs is weaker, stronger or different");
  const region = allOf(universe, [effectLiteral, ...found.map(({ literal }) => literal)]);
  const witness = witnessInModel(universe);
  // The literal of the region is new; the model has to be taken again with it.
  invariant(isSatisfiable(universe, [...settled, region]), "the sign-in found is in its own region");
  const box = boxInModel(prover, { region, phrases: search.phrases, context: search.context });
  for (const { told } of found) told.push(box.literal);
  const { before, after } = outcomes(search.comparison, witness);
  const { subjects, where, words } = describeBox(box, search.comparison.names);
  const sessions = sameSession(before, after) ? {} : { sessionBefore: before.session, sessionAfter: after.session };
  const told = { effect, subjects, where, before: before.controls, after: after.controls, ...sessions };
  return { ...told, sentence: sentence({ ...told, words, names: search.comparison.names }), witness };
}

/** The same difference with as few others, and as few unchanged policies around it, as can be had. */
function withFewest({ prover, deltas, context }: Search, assumptions: readonly Literal[]): readonly Literal[] {
  const { universe } = prover;
  const wishes = [
    prover.preference,
    ...deltas.map(({ literal }) => negated(literal)),
    ...context.map(({ applies }) => negated(applies)),
  ];
  const settled = [...assumptions];
  for (const wish of wishes)
    if (isTrueInModel(universe, wish) || isSatisfiable(universe, [...settled, wish])) settled.push(wish);
  isSatisfiable(universe, settled);
  return settled;
}

function outcomes(
  { before, after }: Comparison,
  witness: Witness,
): { readonly before: WhatIf; readonly after: WhatIf } {
  const outcome = ({ set, world }: State) => {
    const situation = readSignIn(witness as unknown as SignIn, world).value;
    invariant(situation, "a witness is a sign-in");
    return whatIf(set, situation).value;
  };
  return { before: outcome(before), after: outcome(after) };
}

function sameSession(before: WhatIf, after: WhatIf): boolean {
  const text = ({ session }: WhatIf) => JSON.stringify(Object.entries(session).sort());
  return text(before) === text(after);
}
