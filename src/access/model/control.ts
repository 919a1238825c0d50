/** What a grant control is: its name in an answer, what it implies, and when it cannot be met. */

import type { Formula } from "./formula";
import type { Situation } from "./situation";
import type { World } from "./world";

export interface Control {
  /** In the names of an answer: Graph's own, or `authenticationStrength:<id>`, `termsOfUse:<id>`. */
  readonly name: string;
  /** Whoever meets it has done MFA. */
  readonly impliesMfa: boolean;
  /** Combinations of an authentication strength, where they are known. */
  readonly combinations?: readonly string[];
  /** Situations in which nobody can meet it. */
  readonly unmet: readonly Unmet[];
  /** Met by asking the user, or checked without one. */
  readonly isInteractive: boolean;
  /** The device already shows that it is met. */
  readonly isShownBy?: (situation: Situation) => boolean;
}

export interface Unmet {
  readonly when: Formula;
  /** Continues "`mfa` can't be met: ...". */
  readonly because: string;
}

/** How a built-in control is made for a tenant; undefined where it has retired and counts as not selected. */
export type ControlMaker = (world: World) => Control | undefined;

/** Members of a clause are alternatives; clauses of a policy and of all policies all have to be met. */
export type Clause = readonly Control[];

/** Whoever meets `one` has met `other`. */
function controlImplies(one: Control, other: Control): boolean {
  if (controlKey(one) === controlKey(other)) return true;
  if (other.name === "mfa") return one.impliesMfa;
  return (
    one.combinations !== undefined &&
    other.combinations !== undefined &&
    one.combinations.length > 0 &&
    one.combinations.every((each) => other.combinations?.includes(each))
  );
}

/** Every way to meet `one` is a way to meet `other`. */
export function clauseImplies(one: Clause, other: Clause): boolean {
  return one.length > 0 && one.every((control) => other.some((alternative) => controlImplies(control, alternative)));
}

/** Whoever reads `one` sees that `other` is met: it names no other ways, or MFA is asked and a strength is a form of it. What one strength's methods say about another's has
 *  to be looked up, so it does not make the other superfluous in an answer. */
export function clauseCovers(one: Clause, other: Clause): boolean {
  const isSeen = (control: Control) =>
    other.some(
      (alternative) =>
        controlKey(alternative) === controlKey(control) || (alternative.name === "mfa" && control.impliesMfa),
    );
  return one.length > 0 && one.every(isSeen);
}

/** The same clause has the same key, in whatever order its members stand. */
export function clauseKey(clause: Clause): string {
  return [...new Set(clause.map(controlKey))].sort().join(" | ");
}

/** A strength is what it allows: redefined, it is another one under the same name. */
function controlKey({ name, combinations }: Control): string {
  return combinations ? `${name} ${combinations.toSorted().join(" ")}` : name;
}

/** In the order of the policy. */
export function clauseNames(clause: Clause): readonly string[] {
  return [...new Set(clause.map(({ name }) => name))];
}
