/** Puts the prover and what-if beside the oracle: the same small world, every claim, every sign-in. */

import { expect } from "vitest";
import { askProof, askWhatIf, type Proof, type Question, type SignIn } from "../../../src/access/run";
import { interpret, type OracleOutcome, type OraclePolicy, type OracleSignIn } from "./interpret";
import { DIRECTORY } from "./worlds";

const impliesMfa = (control: string) => control === "mfa" || control.startsWith("authenticationStrength:");
const isLegacy = ({ clientAppType }: OracleSignIn) =>
  clientAppType === "exchangeActiveSync" || clientAppType === "other";

interface Judged {
  readonly signIn: OracleSignIn;
  readonly outcome: OracleOutcome;
}

/** For each claim: the sign-ins for which it has to hold are those that break nothing. */
const CLAIMS: readonly { readonly question: Question; readonly isFine: (judged: Judged) => boolean }[] = [
  {
    question: { kind: "mfaAlways", subjects: "all users" },
    isFine: ({ outcome }) => outcome.result === "blocked" || outcome.clauses.some((clause) => clause.every(impliesMfa)),
  },
  {
    question: { kind: "mfaAlways", subjects: "members" },
    isFine: ({ signIn, outcome }) =>
      signIn.identity.external !== null ||
      outcome.result === "blocked" ||
      outcome.clauses.some((clause) => clause.every(impliesMfa)),
  },
  {
    question: { kind: "noMfaPath", subjects: "all users" },
    isFine: ({ outcome }) =>
      outcome.practice === "blocked" || outcome.possible.some((clause) => clause.every(impliesMfa)),
  },
  {
    question: { kind: "legacyAlwaysBlocked", subjects: "all users" },
    isFine: ({ signIn, outcome }) => !isLegacy(signIn) || outcome.practice === "blocked",
  },
  {
    question: { kind: "everySignInHas", subjects: "all users", sessionControl: "persistentBrowser" },
    isFine: ({ outcome }) => outcome.practice === "blocked" || outcome.session.includes("persistentBrowser"),
  },
];

function judgeAll(policies: readonly OraclePolicy[], signIns: readonly OracleSignIn[]): readonly Judged[] {
  return signIns.map((signIn) => ({ signIn, outcome: interpret(policies, DIRECTORY, signIn) }));
}

function prove(policies: readonly OraclePolicy[], question: Question, before?: readonly OraclePolicy[]): Proof {
  const asked = { policies, directory: DIRECTORY, question, ...(before && { before }) };
  const { value, diagnostics } = askProof(asked);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** Claims hold exactly where brute force finds no sign-in that breaks them, and every witness breaks its claim. */
export function expectClaimsAgree(policies: readonly OraclePolicy[], signIns: readonly OracleSignIn[]): void {
  const judged = judgeAll(policies, signIns);
  for (const { question, isFine } of CLAIMS) {
    const verdict = prove(policies, question);
    const expected = judged.every(isFine);
    expect({ question, holds: "holds" in verdict && verdict.holds }).toEqual({ question, holds: expected });
    if (expected || !("holds" in verdict)) continue;
    const signIn = verdict.witness as unknown as OracleSignIn;
    expect({ question, isFine: isFine({ signIn, outcome: interpret(policies, DIRECTORY, signIn) }) }).toEqual({
      question,
      isFine: false,
    });
  }
}

/** Redundant, never decisive and never applying policies are exactly those that brute force finds. */
export function expectSpareAgree(policies: readonly OraclePolicy[], signIns: readonly OracleSignIn[]): void {
  const judged = judgeAll(policies, signIns);
  const enabled = policies.filter(({ state }) => state === "enabled");
  const applies = (id: string) => judged.filter(({ outcome }) => outcome.applied.includes(id));
  const isBlock = ({ grantControls }: OraclePolicy) => grantControls?.builtInControls?.includes("block");
  const blocks = new Set(enabled.filter(isBlock).map(({ id }) => id));
  const neverApplies = enabled.filter(({ id }) => applies(id).length === 0).map(({ id }) => id);
  const neverDecisive = enabled
    .filter(({ id }) => applies(id).length > 0)
    .filter(({ id }) =>
      applies(id).every(({ outcome }) => outcome.applied.some((other) => other !== id && blocks.has(other))),
    )
    .map(({ id }) => id);
  const redundant = enabled
    .filter(({ id }) => {
      const rest = policies.filter((policy) => policy.id !== id);
      return judged.every(({ signIn, outcome }) => effectOf(outcome, interpret(rest, DIRECTORY, signIn)) === undefined);
    })
    .map(({ id }) => id);
  expect(prove(policies, { kind: "neverApplies" })).toEqual({ policies: neverApplies });
  expect(prove(policies, { kind: "neverDecisive" })).toEqual({ policies: neverDecisive });
  expect(prove(policies, { kind: "redundant" })).toEqual({ redundant });
}

type Effect = "weaker" | "stronger" | "different";

const clauseImplies = (one: readonly string[], other: readonly string[]) =>
  one.every((control) => other.includes(control) || (impliesMfa(control) && other.includes("mfa")));
const demands = (outcome: OracleOutcome, clause: readonly string[]) =>
  outcome.result === "blocked" || outcome.clauses.some((each) => clauseImplies(each, clause));

/** What the change means for one sign-in. */
function effectOf(before: OracleOutcome, after: OracleOutcome): Effect | undefined {
  if (before.result === "blocked" && after.result === "blocked") return undefined;
  if (before.result === "blocked") return "weaker";
  if (after.result === "blocked") return "stronger";
  const missing = (here: OracleOutcome, there: OracleOutcome) =>
    here.clauses.some((clause) => !demands(there, clause)) ||
    here.session.some((name) => !there.session.includes(name));
  const [lost, gained] = [missing(before, after), missing(after, before)];
  if (lost && gained) return "different";
  return lost ? "weaker" : gained ? "stronger" : undefined;
}

/** A diff tells an effect exactly where brute force finds one, and each witness has the effect that is told. */
export function expectDiffAgrees(
  before: readonly OraclePolicy[],
  after: readonly OraclePolicy[],
  signIns: readonly OracleSignIn[],
): void {
  const effects = new Set<Effect>();
  for (const signIn of signIns) {
    const effect = effectOf(interpret(before, DIRECTORY, signIn), interpret(after, DIRECTORY, signIn));
    if (effect) effects.add(effect);
  }
  const proof = prove(after, { kind: "diff" }, before);
  const changes = "changes" in proof ? proof.changes : [];
  expect([...new Set(changes.map(({ effect }) => effect))].sort()).toEqual([...effects].sort());
  for (const { effect, witness, sentence } of changes) {
    const signIn = witness as unknown as OracleSignIn;
    const seen = effectOf(interpret(before, DIRECTORY, signIn), interpret(after, DIRECTORY, signIn));
    expect({ sentence, effect: seen }).toEqual({ sentence, effect });
  }
}

/** What-if gives the same answer as the oracle, in both layers. */
export function expectWhatIfAgrees(policies: readonly OraclePolicy[], signIn: OracleSignIn): void {
  const outcome = interpret(policies, DIRECTORY, signIn);
  const { value } = askWhatIf({ policies, directory: DIRECTORY, signIn: signIn as unknown as SignIn });
  const controls = value?.controls ?? [];
  const isSame =
    outcome.clauses.every((clause) => controls.some((each) => clauseImplies(each, clause))) &&
    controls.every((clause) => outcome.clauses.some((each) => [...each].sort().join() === [...clause].sort().join()));
  expect({
    result: value?.result,
    applied: value?.applied,
    reasons: value?.notApplied,
    practice: value?.practice.result,
    isSame,
    session: Object.keys(value?.session ?? {}),
  }).toEqual({
    result: outcome.result,
    applied: outcome.applied,
    reasons: outcome.reasons,
    practice: outcome.practice,
    isSame: true,
    session: [...new Set(outcome.session)],
  });
}
