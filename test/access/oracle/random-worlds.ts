/** Runs the comparison with brute force over a number of random small worlds. */

import fc from "fast-check";
import { expectClaimsAgree, expectDiffAgrees, expectSpareAgree, expectWhatIfAgrees } from "./agree";
import { everySignIn, policies } from "./worlds";

interface Runs {
  readonly seed: number;
  readonly numRuns: number;
}

/** Worlds with too many sign-ins are passed over and others drawn in their place. */
export function agreeOnWhatIf(runs: Runs): void {
  fc.assert(
    fc.property(policies, fc.nat(), (list, pick) => {
      const signIns = everySignIn(list) ?? [];
      fc.pre(signIns.length > 0);
      const signIn = signIns[pick % signIns.length];
      if (signIn) expectWhatIfAgrees(list, signIn);
    }),
    runs,
  );
}

export function agreeOnProofs(runs: Runs): void {
  fc.assert(
    fc.property(policies, (list) => {
      const signIns = everySignIn(list);
      fc.pre(signIns !== undefined);
      expectClaimsAgree(list, signIns ?? []);
      expectSpareAgree(list, signIns ?? []);
    }),
    runs,
  );
}

export function agreeOnChanges(runs: Runs): void {
  fc.assert(
    fc.property(policies, policies, (before, after) => {
      const signIns = everySignIn([...before, ...after]);
      fc.pre(signIns !== undefined);
      expectDiffAgrees(before, after, signIns ?? []);
    }),
    runs,
  );
}
