/** What-if and proofs against brute force over small random worlds; the large counts are in oracle.deep.test.ts. */

import { describe, test } from "vitest";
import { agreeOnChanges, agreeOnProofs, agreeOnWhatIf } from "./oracle/random-worlds";

const SEED = 20260115;

describe("brute force agrees", () => {
  test("on what-if", () => agreeOnWhatIf({ seed: SEED, numRuns: 200 }));
  test("on claims and on policies that can be spared", () => agreeOnProofs({ seed: SEED, numRuns: 200 }));
  test("on changes", () => agreeOnChanges({ seed: SEED, numRuns: 100 }));
});
