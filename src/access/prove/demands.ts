/** What a set of enabled policies demands of every sign-in, as formulas: applies, blocks, asks, carries. */

import { isRegistration } from "../conditions/resources";
import type { CompiledPolicy } from "../model/compile-policy";
import { type Clause, type Control, clauseImplies } from "../model/control";
import { all, any, type Formula, NEVER, not } from "../model/formula";
import { type PolicySet, policySet } from "../model/policy-set";
import type { World } from "../model/world";

export interface Demands {
  readonly set: PolicySet;
  /** Some policy blocks, as the policies say it. */
  readonly isBlocked: Formula;
  /** By position in `set.demands`: the clause is asked. */
  readonly asked: readonly Formula[];
}

/** Only enabled policies demand anything. */
export function demandsOf(policies: readonly CompiledPolicy[], world: World): Demands {
  const set = policySet(
    policies.filter(({ state }) => state === "enabled"),
    world,
  );
  const isBlocked = any(...set.policies.filter(({ isBlock }) => isBlock).map(({ applies }) => applies));
  const asked = set.demands.map(({ policy, replacedBy }) => {
    const applies = set.policies[policy]?.applies ?? NEVER;
    if (replacedBy.length === 0) return applies;
    const replacing = any(...replacedBy.map((index) => set.policies[index]?.applies ?? NEVER));
    return all(applies, not(all(isRegistration, replacing)));
  });
  return { set, isBlocked, asked };
}

/** Nobody can meet the control in this situation. */
export function cannotMeet(control: Control): Formula {
  return any(...control.unmet.map(({ when }) => when));
}

export function cannotMeetAny(clause: Clause): Formula {
  return all(...clause.map(cannotMeet));
}

/** Blocked, or asked for something that can't be met. */
export function isKeptOut({ set, isBlocked, asked }: Demands): Formula {
  const unmet = set.demands.map(({ clause }, index) => all(asked[index] ?? NEVER, cannotMeetAny(clause)));
  return any(isBlocked, ...unmet);
}

/** Blocked, or asked a clause that only multifactor authentication meets, as the policies say it. */
export function saysMfa({ set, isBlocked, asked }: Demands): Formula {
  const mfa = set.demands.flatMap(({ clause }, index) =>
    clause.every(({ impliesMfa }) => impliesMfa) ? [asked[index] ?? NEVER] : [],
  );
  return any(isBlocked, ...mfa);
}

/** The same in practice: alternatives that can't be met here do not count. */
export function isMfaInPractice({ set, isBlocked, asked }: Demands): Formula {
  const mfa = set.demands.map(({ clause }, index) => {
    const others = clause.filter(({ impliesMfa }) => !impliesMfa);
    return all(asked[index] ?? NEVER, ...others.map(cannotMeet));
  });
  return any(isBlocked, ...mfa);
}

/** Whoever meets what is asked meets the clause. */
export function isAskedFor({ set, asked }: Demands, clause: Clause): Formula {
  const stronger = set.demands.flatMap((demand, index) =>
    clauseImplies(demand.clause, clause) ? [asked[index] ?? NEVER] : [],
  );
  return any(...stronger);
}

/** The session carries the control, at least as strict as given. */
export function carries({ set }: Demands, name: string, strictness = Number.NEGATIVE_INFINITY): Formula {
  const having = set.policies.filter(({ session }) =>
    session.some((control) => control.name === name && control.strictness >= strictness),
  );
  return any(...having.map(({ applies }) => applies));
}

/** Every formula whose leaves the questions about these policies can mention. */
export function formulasOf({ set }: Demands): readonly Formula[] {
  const controls = set.demands.flatMap(({ clause }) => clause.map(cannotMeet));
  return [isRegistration, ...set.policies.flatMap(({ applies, reaches }) => [applies, reaches]), ...controls];
}
