/** What-if and proofs against brute force over many small random worlds. */

import { describe, test } from "vitest";
import { agreeOnChanges, agreeOnProofs, agreeOnWhatIf } from "./oracle/random-worlds";

const SEED = 20260116;

describe("brute force agrees", () => {
  test("on what-if", () => agreeOnWhatIf({ seed: SEED, numRuns: 10_000 }));
  test("on claims and on policies that can be spared", () => agreeOnProofs({ seed: SEED, numRuns: 10_000 }));
  test("on changes", () => agreeOnChanges({ seed: SEED, numRuns: 3_000 }));
});
