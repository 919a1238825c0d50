/** How many sign-ins a second what-if answers, beside the literal interpreter of Graph's JSON that the tests use as oracle. */

import { performance } from "node:perf_hooks";
import fc from "fast-check";
import { type SignIn, whatIfAnswerer } from "../../src/access/run";
import { interpret, type OraclePolicy, type OracleSignIn } from "../../test/access/oracle/interpret";
import { DIRECTORY, everySignIn, PLACES, policies } from "../../test/access/oracle/worlds";

const POLICIES = 40;
const SIGN_INS = 2_000;
const SECONDS = 1;

export interface Speeds {
  readonly ours: number;
  readonly literal: number;
}

/** The same policies and sign-ins for both, in turns of a second. */
export function whatIfRatio(): Speeds {
  const worlds = fc.sample(policies, { seed: 1, numRuns: 60 });
  const list: readonly OraclePolicy[] = worlds
    .flat()
    .slice(0, POLICIES)
    .map((policy, index) => ({ ...policy, id: `p${index}` }));
  const signIns = worlds
    .flatMap((world) => (everySignIn(world) ?? []).filter((_, index) => index % 97 === 0))
    .slice(0, SIGN_INS);
  const { value: answer } = whatIfAnswerer({ policies: list, directory: DIRECTORY });
  if (!answer) throw new Error("the policies are sound");
  const ours = perSecond(signIns, (signIn) => answer(signIn as unknown as SignIn));
  const literal = perSecond(signIns, (signIn) => interpret(list, PLACES, signIn));
  return { ours, literal };
}

function perSecond(signIns: readonly OracleSignIn[], run: (signIn: OracleSignIn) => unknown): number {
  for (const signIn of signIns) run(signIn);
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < SECONDS * 1000) {
    for (const signIn of signIns) run(signIn);
    count += signIns.length;
  }
  return (count * 1000) / (performance.now() - start);
}
