/** Proofs over realistic policies, each with an exclusion group of its own and all overlaps possible; in the same run a fixed grid of sign-ins and what it misses,
 *  and what-if beside a literal interpreter of the same JSON. */

import { askProof, type Question } from "../src/access/run";
import type { BenchResult } from "./bench";
import { findHoles } from "./prove/grid";
import { BREAK_GLASS_USER, realisticDirectory, realisticPolicies } from "./prove/realistic-policies";
import { whatIfRatio } from "./prove/what-if-speed";

/** Every kind of question; the slowest has to keep the goal. */
const QUESTIONS: readonly Question[] = [
  { kind: "neverBlocked", subject: BREAK_GLASS_USER },
  { kind: "mfaAlways", subjects: "members" },
  { kind: "noMfaPath", subjects: "all users but break-glass" },
  { kind: "legacyAlwaysBlocked", subjects: "all users but break-glass" },
  { kind: "everySignInHas", subjects: "guests", sessionControl: "signInFrequency" },
  { kind: "permanentlyBlocked", subjects: "guests" },
  { kind: "redundant" },
  { kind: "neverDecisive" },
  { kind: "neverApplies" },
  { kind: "diff" },
];

const COUNTS = [10, 20, 40, 100, 200, 400];

export async function benchProve(): Promise<BenchResult> {
  slowestQuestion(10);
  const growth = new Map(COUNTS.map((count) => [count, slowestQuestion(count)]));
  const { gridSize, holes } = findHoles();
  const speeds = whatIfRatio();
  const missed = holes.filter(({ byGrid }) => !byGrid).map(({ name }) => name);
  const timeFor = (count: number) => growth.get(count)?.seconds ?? Number.POSITIVE_INFINITY;
  return {
    bench: "prove",
    sides: {
      growth: Object.fromEntries(
        [...growth].map(([count, { seconds, kind }]) => [`${count} policies`, `${seconds.toFixed(3)} s (${kind})`]),
      ),
      prover: { "holes found": `${holes.filter(({ byProver }) => byProver).length} of ${holes.length}` },
      grid: {
        "sign-ins": String(gridSize),
        "holes found": `${holes.length - missed.length} of ${holes.length}`,
        missed: missed.join("; "),
      },
      picket: { "what-if on 40 policies": `${Math.round(speeds.ours)} a second` },
      literal: { "what-if on 40 policies": `${Math.round(speeds.literal)} a second` },
    },
    ratios: {
      secondsFor40: timeFor(40),
      secondsFor200: timeFor(200),
      holesMissed: holes.filter(({ byProver }) => !byProver).length,
      whatIfTime: speeds.literal / speeds.ours,
    },
    goals: { secondsFor40: 1, secondsFor200: 10, holesMissed: 0, whatIfTime: 0.2 },
  };
}

interface Slowest {
  readonly seconds: number;
  readonly kind: string;
}

function slowestQuestion(count: number): Slowest {
  const policies = realisticPolicies(count);
  const before = policies.map((policy, index) => (index === 3 ? { ...policy, state: "disabled" } : policy));
  const timed = QUESTIONS.map((question): Slowest => {
    const start = performance.now();
    const { value, diagnostics } = askProof({ policies, before, directory: realisticDirectory, question });
    if (!value) throw new Error(`${question.kind}: ${diagnostics.map(({ message }) => message).join(", ")}`);
    return { seconds: (performance.now() - start) / 1000, kind: question.kind };
  });
  return timed.reduce((one, other) => (other.seconds > one.seconds ? other : one));
}
