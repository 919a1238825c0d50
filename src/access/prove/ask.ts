/** A claim as it is made from outside: policies, a directory and a question as JSON. */

import { type Diagnostic, didYouMeanValue, finding, hasErrors, type Parsed, unreachable } from "../../diagnostics";
import { requestChecks } from "../checks/request";
import { type Change, changesBetween } from "../compare/changes";
import { type KnownNames, namesFor } from "../compare/names";
import { not } from "../model/formula";
import { compilePolicies, type PolicySet } from "../model/policy-set";
import { readWorld, type World } from "../model/world";
import { SESSION_CONTROLS } from "../session/session-controls";
import type { Directory } from "../shapes/directory";
import { QUESTION_KINDS, type Question, type QuestionKind } from "../shapes/question";
import { type BreakGlass, breakGlassOf } from "./break-glass";
import {
  type ClaimSubject,
  everySignInHas,
  legacyAlwaysBlocked,
  mfaAlways,
  neverBlocked,
  noMfaPath,
  permanentlyBlocked,
  type Verdict,
} from "./claims";
import { demandsOf, formulasOf } from "./demands";
import { proverFor } from "./prover";
import { neverApplyingPolicies, neverDecisivePolicies, redundantPolicies } from "./spare-policies";
import { type Subjects, subjectFindings, subjectsOf } from "./subjects";
import { TooLarge, tooLarge } from "./too-large";

export interface ProofQuestion {
  readonly policies: readonly unknown[];
  readonly directory: Directory;
  readonly question: Question;
  /** The old state of a diff. */
  readonly before?: readonly unknown[];
  /** Absent: the same directory. */
  readonly directoryBefore?: Directory;
  /** What things are called in the sentences of a diff. */
  readonly names?: KnownNames;
}

export type Proof =
  | Verdict
  | { readonly redundant: readonly string[] }
  | { readonly policies: readonly string[] }
  | { readonly changes: readonly Change[] };

interface Asked {
  readonly kind: QuestionKind;
  readonly question: Question;
  readonly set: PolicySet;
  readonly world: World;
  readonly subjects: Subjects;
  readonly glass: BreakGlass;
}

/** No value where a part of the question can't be read or decided. */
export function askProof(asked: ProofQuestion): Parsed<Proof | undefined> {
  const world = readWorld(asked.directory);
  const set = compilePolicies(asked.policies, world.value);
  const kind = QUESTION_KINDS.find((name) => name === asked.question.kind);
  const glass = breakGlassOf(set.value.policies, world.value);
  const subjects = subjectsOf(asked.question, glass, world.value);
  const diagnostics: Diagnostic[] = [...world.diagnostics, ...set.diagnostics, ...questionFindings(asked.question)];
  if (hasErrors(diagnostics) || !kind) return { value: undefined, diagnostics };
  const ready = {
    kind,
    question: asked.question,
    set: set.value,
    world: world.value,
    glass,
    subjects,
  };
  try {
    const answer = kind === "diff" ? diff(ready, asked) : { value: proofOf(ready), diagnostics: [] };
    return { value: answer.value, diagnostics: [...diagnostics, ...answer.diagnostics, ...assumption(ready)] };
  } catch (error) {
    if (error instanceof TooLarge) return { value: undefined, diagnostics: [...diagnostics, tooLarge] };
    throw error;
  }
}

/** What is wrong with a question, whatever it is asked of. `kinds`: those that can be asked here. */
export function questionFindings(
  question: Question,
  kinds: readonly QuestionKind[] = QUESTION_KINDS,
): readonly Diagnostic[] {
  return [...kindFindings(question.kind, kinds), ...subjectFindings(question), ...sessionControlFindings(question)];
}

function kindFindings(kind: string, kinds: readonly QuestionKind[]): readonly Diagnostic[] {
  if (kinds.some((name) => name === kind)) return [];
  const help = didYouMeanValue(kind, kinds) ?? `one of ${kinds.join(", ")}`;
  const message = `unknown question \`${kind}\``;
  return [finding(requestChecks.question, { message, pointer: "/question/kind", help })];
}

function sessionControlFindings({ kind, sessionControl }: Question): readonly Diagnostic[] {
  if (kind !== "everySignInHas" || SESSION_CONTROLS.some((name) => name === sessionControl)) return [];
  const help = didYouMeanValue(sessionControl ?? "", SESSION_CONTROLS) ?? `one of ${SESSION_CONTROLS.join(", ")}`;
  const message = sessionControl
    ? `unknown session control \`${sessionControl}\``
    : "`everySignInHas` names a `sessionControl`";
  return [finding(requestChecks.question, { message, pointer: "/question/sessionControl", help })];
}

function proofOf({ kind, question, set, world, subjects, glass }: Asked): Proof {
  const demands = demandsOf(set.policies, world);
  const formulas = [...formulasOf(demands), subjects.formula];
  const prover = proverFor({ world, formulas, users: subjects.users, preferred: not(glass.isIt) });
  const about: ClaimSubject = { prover, demands, subjects: subjects.formula };
  switch (kind) {
    case "neverBlocked":
      return neverBlocked(about);
    case "mfaAlways":
      return mfaAlways(about);
    case "noMfaPath":
      return noMfaPath(about);
    case "legacyAlwaysBlocked":
      return legacyAlwaysBlocked(about);
    case "everySignInHas":
      return everySignInHas(about, question.sessionControl ?? "");
    case "permanentlyBlocked":
      return permanentlyBlocked(about);
    case "redundant":
      return { redundant: redundantPolicies(prover, demands, world) };
    case "neverDecisive":
      return { policies: neverDecisivePolicies(prover, demands) };
    case "neverApplies":
      return { policies: neverApplyingPolicies(prover, demands) };
    case "diff":
      return { changes: [] };
    default:
      return unreachable(kind);
  }
}

function diff(
  { set, world }: Asked,
  { before = [], directoryBefore, directory, names }: ProofQuestion,
): Parsed<Proof | undefined> {
  const old = directoryBefore ?? (directory as { directoryBefore?: Directory }).directoryBefore;
  const worldBefore = old ? readWorld(old) : { value: world, diagnostics: [] };
  const setBefore = compilePolicies(before, worldBefore.value, "/before");
  const diagnostics = [...worldBefore.diagnostics, ...setBefore.diagnostics];
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const found = changesBetween({
    before: { set: setBefore.value, world: worldBefore.value },
    after: { set, world },
    names: namesFor(directory, names),
  });
  const more = found.isComplete ? [] : [moreChanges(found.changes.length)];
  return { value: { changes: found.changes }, diagnostics: [...diagnostics, ...more] };
}

function moreChanges(count: number): Diagnostic {
  const message = `more than ${count} kinds of sign-ins change; the first ${count} are given`;
  return finding({ ...requestChecks.limit, severity: "warning" }, { message });
}

/** Names the accounts that were taken as the emergency ones where the directory names none. */
function assumption({ subjects, glass }: Asked): readonly Diagnostic[] {
  if (!subjects.usesAssumption || glass.assumed === undefined) return [];
  const message = `taken as the emergency access accounts, because every policy excludes them: ${glass.assumed}`;
  const help = "list their members in `directory.groups`, or name the accounts in `directory.breakGlass`";
  return [finding(requestChecks.notDocumented, { message, help })];
}
