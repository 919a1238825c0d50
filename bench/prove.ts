/** Proofs over realistic policies, each with an exclusion group of its own and all overlaps possible; beside them, in the same run, a fixed grid of sign-ins and what it
 *  misses, and what-if beside a literal interpreter of the same JSON. Ends with one line of JSON; exit 1 when a goal is missed. */

import { performance } from "node:perf_hooks";
import { askProof, type Question } from "../src/access/run";
import { findHoles, HOLES } from "./prove/grid";
import { BREAK_GLASS_USER, realisticDirectory, realisticPolicies } from "./prove/realistic-policies";
import { whatIfRatio } from "./prove/what-if-speed";

/** Seconds within which the slowest question has to be decided completely, by number of policies. */
const SECONDS_MAX: Readonly<Record<number, number>> = { 40: 1, 200: 10 };
const WHAT_IF_RATIO_MIN = 5;
const COUNTS = [10, 20, 40, 100, 200, 400];

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

function secondsFor(count: number): Readonly<Record<string, number>> {
  const policies = realisticPolicies(count);
  const before = policies.map((policy, index) => (index === 3 ? { ...policy, state: "disabled" } : policy));
  return Object.fromEntries(
    QUESTIONS.map((question) => {
      const start = performance.now();
      const { value, diagnostics } = askProof({ policies, before, directory: realisticDirectory, question });
      if (!value) throw new Error(`${question.kind}: ${diagnostics.map(({ message }) => message).join(", ")}`);
      return [question.kind, (performance.now() - start) / 1000];
    }),
  );
}

function main(): void {
  secondsFor(10);
  console.log(["policies", ...QUESTIONS.map(({ kind }) => kind)].join("\t"));
  const slowest = new Map<number, number>();
  for (const count of COUNTS) {
    const seconds = secondsFor(count);
    slowest.set(count, Math.max(...Object.values(seconds)));
    console.log([count, ...QUESTIONS.map(({ kind }) => `${(seconds[kind] ?? 0).toFixed(3)} s`)].join("\t"));
  }
  const found = findHoles();
  console.log(`\nholes put into 40 policies\tgrid of ${found.gridSize} sign-ins\tprover`);
  for (const { name, byGrid, byProver } of found.holes)
    console.log(`${name}\t${byGrid ? "found" : "missed"}\t${byProver ? "found" : "missed"}`);
  const whatIf = whatIfRatio();
  console.log(
    `\nwhat-if against 40 policies: ${whatIf.ours.toFixed(0)} a second, literal interpreter ${whatIf.literal.toFixed(0)} a second`,
  );
  const goals = {
    ...Object.fromEntries(
      Object.entries(SECONDS_MAX).map(([count, max]) => [
        `${count} policies under ${max} s`,
        (slowest.get(Number(count)) ?? 0) < max,
      ]),
    ),
    "every hole is found": found.holes.every(({ byProver }) => byProver),
    [`what-if at least ${WHAT_IF_RATIO_MIN} times the literal interpreter`]:
      whatIf.ours / whatIf.literal >= WHAT_IF_RATIO_MIN,
  };
  const ratios = {
    "seconds for 40 policies": slowest.get(40),
    "seconds for 200 policies": slowest.get(200),
    "holes found, of": `${found.holes.filter(({ byProver }) => byProver).length} to ${found.holes.filter(({ byGrid }) => byGrid).length} of ${HOLES.length}`,
    "what-if to literal interpreter": whatIf.ours / whatIf.literal,
  };
  console.log(JSON.stringify({ bench: "prove", ratios, goals }));
  process.exitCode = Object.values(goals).every(Boolean) ? 0 : 1;
}

main();
