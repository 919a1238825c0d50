/** Answers questions about all sign-ins: is there one like this? Complete, and with the sign-in that shows it. */

import { all, type Formula } from "../model/formula";
import type { World } from "../model/world";
import { feasible } from "./feasible";
import type { Literal } from "./solver";
import { TooLarge } from "./too-large";
import { demand, literalOf, settleOnOrdinary, solveIn, type Universe, universeOf, witnessInModel } from "./universe";

export type Witness = Readonly<Record<string, unknown>>;

export interface Prover {
  readonly universe: Universe;
  /** Preferred where a witness can have it: it is an ordinary user. */
  readonly preference: Literal;
}

export interface ProverParts {
  readonly world: World;
  /** All that questions will mention. */
  readonly formulas: readonly Formula[];
  readonly users?: readonly string[];
  readonly preferred: Formula;
}

export function proverFor({ world, formulas, users = [], preferred }: ProverParts): Prover {
  const constraints = feasible(world, [...formulas, preferred], users);
  const universe = universeOf([...formulas, preferred, ...constraints]);
  for (const constraint of constraints) demand(universe, constraint);
  return { universe, preference: literalOf(universe, preferred) };
}

/** Whether some sign-in is like this. */
export function exists({ universe }: Prover, ...formulas: readonly Formula[]): boolean {
  return isSatisfiable(universe, [literalOf(universe, all(...formulas))]);
}

export function isSatisfiable(universe: Universe, assumptions: readonly Literal[]): boolean {
  const answer = solveIn(universe, assumptions);
  if (answer === "limit") throw new TooLarge();
  return answer === "satisfiable";
}

/** A sign-in that is like this and otherwise as ordinary as can be; undefined where there is none. */
export function findSignIn({ universe, preference }: Prover, ...formulas: readonly Formula[]): Witness | undefined {
  const wanted = literalOf(universe, all(...formulas));
  if (!isSatisfiable(universe, [wanted])) return undefined;
  const assumptions = isSatisfiable(universe, [wanted, preference]) ? [wanted, preference] : [wanted];
  isSatisfiable(universe, assumptions);
  settleOnOrdinary(universe, assumptions);
  return witnessInModel(universe);
}
