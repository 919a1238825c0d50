/** Claims about subjects: each holds for every sign-in, or there is one that breaks it. */

import { isLegacyClient } from "../conditions/client-apps";
import type { CompiledPolicy } from "../model/compile-policy";
import { clauseNames } from "../model/control";
import { all, any, type Formula, NEVER, not } from "../model/formula";
import { cannotMeetAny, carries, type Demands, isKeptOut, isMfaInPractice, saysMfa } from "./demands";
import { exists, findSignIn, type Prover, type Witness } from "./prover";

export interface Verdict {
  readonly holds: boolean;
  readonly witness?: Witness;
  readonly policies?: readonly string[];
  readonly mayRequire?: readonly (readonly string[])[];
  readonly via?: string;
}

export interface ClaimSubject {
  readonly prover: Prover;
  readonly demands: Demands;
  readonly subjects: Formula;
}

/** Every sign-in of the subjects is like this. */
function always({ prover, subjects }: ClaimSubject, scope: Formula, claim: Formula): Verdict {
  const witness = findSignIn(prover, subjects, scope, not(claim));
  return witness ? { holds: false, witness } : { holds: true };
}

export function mfaAlways(about: ClaimSubject): Verdict {
  return always(about, all(), saysMfa(about.demands));
}

export function noMfaPath(about: ClaimSubject): Verdict {
  return always(about, all(), any(isKeptOut(about.demands), isMfaInPractice(about.demands)));
}

export function legacyAlwaysBlocked(about: ClaimSubject): Verdict {
  const verdict = always(about, isLegacyClient, isKeptOut(about.demands));
  if (!verdict.holds) return verdict;
  const isByBlock = !exists(about.prover, about.subjects, isLegacyClient, not(about.demands.isBlocked));
  return { ...verdict, via: isByBlock ? "block" : "controls that legacy clients can't meet" };
}

export function everySignInHas(about: ClaimSubject, sessionControl: string): Verdict {
  return always(about, all(), any(isKeptOut(about.demands), carries(about.demands, sessionControl)));
}

/** No block reaches the subjects, and whatever they are asked can be met somewhere. */
export function neverBlocked({ prover, demands, subjects }: ClaimSubject): Verdict {
  const { set, asked } = demands;
  const blocking = set.policies.filter((policy) => policy.isBlock && exists(prover, subjects, policy.applies));
  const reached = set.demands.flatMap((demand, index) => {
    const isAsked = all(subjects, asked[index] ?? NEVER);
    if (!exists(prover, isAsked)) return [];
    return [{ ...demand, isAsked, canBeMet: exists(prover, isAsked, not(cannotMeetAny(demand.clause))) }];
  });
  const hopeless = reached.filter(({ canBeMet }) => !canBeMet);
  const blamed = new Set<CompiledPolicy | undefined>([
    ...blocking,
    ...hopeless.map(({ policy }) => set.policies[policy]),
  ]);
  const mayRequire = [...new Map(reached.map(({ key, clause }) => [key, clauseNames(clause)])).values()];
  const asks = mayRequire.length > 0 ? { mayRequire } : {};
  if (blamed.size === 0) return { holds: true, ...asks };
  const how = any(...blocking.map(({ applies }) => applies), ...hopeless.map(({ isAsked }) => isAsked));
  const witness = findSignIn(prover, subjects, how);
  const policies = set.policies.filter((policy) => blamed.has(policy)).map(({ id }) => id);
  return { holds: false, ...(witness && { witness }), policies, ...asks };
}

/** Somebody among the subjects never gets in to what a policy covers, whatever the device, the place or the client. */
export function permanentlyBlocked({ prover, demands, subjects }: ClaimSubject): Verdict {
  const keptOut = isKeptOut(demands);
  const suspects = demands.set.policies.flatMap((policy, index) => {
    const own = all(subjects, policy.applies, keepsOut(demands, index));
    return exists(prover, own) ? [{ policy, own }] : [];
  });
  const blamed = suspects.filter(({ policy }) => !exists(prover, subjects, policy.reaches, not(keptOut)));
  if (blamed.length > 0) {
    // One that shuts out by itself is the cause; several that only do so together are all named.
    const alone = blamed.filter(({ policy, own }) => !exists(prover, subjects, policy.reaches, not(own)));
    const causes = alone.length > 0 ? alone : blamed;
    const witness = findSignIn(prover, any(...causes.map(({ own }) => own)));
    return { holds: true, policies: causes.map(({ policy }) => policy.id), ...(witness && { witness }) };
  }
  const [suspect] = suspects;
  const witness = findSignIn(prover, subjects, suspect?.policy.reaches ?? all(), not(keptOut));
  return { holds: false, ...(witness && { witness }) };
}

/** The policy by itself blocks, or asks for what can't be met. */
function keepsOut({ set, asked }: Demands, policy: number): Formula {
  if (set.policies[policy]?.isBlock) return all();
  const own = set.demands.map((demand, index) =>
    demand.policy === policy ? all(asked[index] ?? NEVER, cannotMeetAny(demand.clause)) : NEVER,
  );
  return any(...own);
}
