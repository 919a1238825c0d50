/** Single differences between two states: a block that is gone, a clause that is no longer asked, a session control that is new. */

import { clauseKey } from "../model/control";
import { all, any, type Formula, not } from "../model/formula";
import { carries, type Demands, isAskedFor } from "../prove/demands";

export interface Delta {
  readonly kind: "lost" | "gained";
  readonly formula: Formula;
}

export function deltasBetween(before: Demands, after: Demands): readonly Delta[] {
  const bothOpen = all(not(before.isBlocked), not(after.isBlocked));
  const pairOf = (one: Formula, other: Formula): readonly Delta[] => [
    { kind: "lost", formula: all(bothOpen, one, not(other)) },
    { kind: "gained", formula: all(bothOpen, other, not(one)) },
  ];
  const clauses = new Map(
    [...before.set.demands, ...after.set.demands].map(({ clause }) => [clauseKey(clause), clause] as const),
  );
  const sessions = new Map(
    [...before.set.policies, ...after.set.policies]
      .flatMap(({ session }) => session)
      .map((control) => [`${control.name} ${control.strictness}`, control] as const),
  );
  return [
    { kind: "lost", formula: all(before.isBlocked, not(after.isBlocked)) },
    { kind: "gained", formula: all(not(before.isBlocked), after.isBlocked) },
    ...[...clauses.values()].flatMap((clause) => pairOf(isAskedFor(before, clause), isAskedFor(after, clause))),
    ...[...sessions.values()].flatMap(({ name, strictness }) =>
      pairOf(carries(before, name, strictness), carries(after, name, strictness)),
    ),
  ];
}

export type Effect = "weaker" | "stronger" | "different";

/** Where something is lost and nothing gained, the other way round, or both. */
export function effectFormulas(deltas: readonly Delta[]): Readonly<Record<Effect, Formula>> {
  const lost = any(...deltas.filter(({ kind }) => kind === "lost").map(({ formula }) => formula));
  const gained = any(...deltas.filter(({ kind }) => kind === "gained").map(({ formula }) => formula));
  return { weaker: all(lost, not(gained)), stronger: all(gained, not(lost)), different: all(lost, gained) };
}
