/** Policies that can be spared: without effect, never decisive, never applying. */

import { all, any, type Formula, not } from "../model/formula";
import type { World } from "../model/world";
import { carries, type Demands, demandsOf, isAskedFor } from "./demands";
import { exists, type Prover } from "./prover";

/** Taking the policy out alone changes no sign-in's result, clauses (up to implication) or session. */
export function redundantPolicies(prover: Prover, demands: Demands, world: World): readonly string[] {
  const { policies } = demands.set;
  return policies
    .filter((_, index) => {
      const without = demandsOf(policies.toSpliced(index, 1), world);
      return !exists(prover, changeByRemoval(demands, without, index));
    })
    .map(({ id }) => id);
}

/** The sign-ins that are treated differently once the policy is gone. */
function changeByRemoval(before: Demands, after: Demands, removed: number): Formula {
  const policy = before.set.policies[removed];
  if (!policy) return any();
  if (policy.isBlock) return all(policy.applies, not(after.isBlocked));
  const isInvolved = ({ policy: owner, replacedBy }: Demands["set"]["demands"][number]) =>
    owner === removed || replacedBy.includes(removed);
  const clauses = before.set.demands.filter(isInvolved).map(({ clause }) => clause);
  const asked = clauses.map((clause) => {
    const [one, other] = [isAskedFor(before, clause), isAskedFor(after, clause)];
    return any(all(one, not(other)), all(other, not(one)));
  });
  const carried = policy.session.map(({ name, strictness }) =>
    all(policy.applies, not(carries(after, name, strictness))),
  );
  return all(not(before.isBlocked), any(...asked, ...carried));
}

/** Applies to some sign-in, and wherever it does another policy blocks. */
export function neverDecisivePolicies(prover: Prover, { set }: Demands): readonly string[] {
  return set.policies
    .filter((policy) => {
      const others = set.policies.filter((other) => other !== policy && other.isBlock).map(({ applies }) => applies);
      return exists(prover, policy.applies) && !exists(prover, policy.applies, not(any(...others)));
    })
    .map(({ id }) => id);
}

export function neverApplyingPolicies(prover: Prover, { set }: Demands): readonly string[] {
  return set.policies.filter(({ applies }) => !exists(prover, applies)).map(({ id }) => id);
}
