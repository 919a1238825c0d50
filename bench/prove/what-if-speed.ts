/** How many sign-ins a second what-if answers, beside the literal interpreter of Graph's JSON that the tests use as oracle. */

import { performance } from "node:perf_hooks";
import { type SignIn, whatIfAnswerer } from "../../src/access/run";
import { interpret, type OraclePolicy, type OracleSignIn } from "../../test/access/oracle/interpret";
import { grid } from "./grid";
import { realisticDirectory, realisticPolicies } from "./realistic-policies";

const POLICIES = 40;
const SECONDS = 1;

export interface Speeds {
  readonly ours: number;
  readonly literal: number;
}

/** The same 40 policies and the same sign-ins for both; both have to agree. */
export function whatIfRatio(): Speeds {
  const policies = realisticPolicies(POLICIES);
  const list = policies as unknown as readonly OraclePolicy[];
  const { value: answer } = whatIfAnswerer({ policies, directory: realisticDirectory });
  if (!answer) throw new Error("the policies are sound");
  const signIns = grid();
  const literal = (signIn: SignIn) => interpret(list, realisticDirectory, signIn as unknown as OracleSignIn);
  for (const signIn of signIns) {
    const [one, other] = [literal(signIn), answer(signIn).value];
    const isSame = JSON.stringify([one.applied, one.reasons]) === JSON.stringify([other?.applied, other?.notApplied]);
    if (!isSame) throw new Error(`the two do not agree on ${JSON.stringify(signIn)}`);
  }
  return { ours: perSecond(signIns, answer), literal: perSecond(signIns, literal) };
}

function perSecond(signIns: readonly SignIn[], run: (signIn: SignIn) => unknown): number {
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < SECONDS * 1000) {
    for (const signIn of signIns) run(signIn);
    count += signIns.length;
  }
  return (count * 1000) / (performance.now() - start);
}
