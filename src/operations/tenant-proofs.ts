/** Claims about all sign-ins in a tenant, as deployed and once promoted. */

import {
  askProof,
  namesFor,
  QUESTION_KINDS,
  type Question,
  questionFindings,
  type SignIn,
  signInWords,
  type Verdict,
} from "../access/run";
import { scopeWords, type TenantAccess } from "../compiler";
import { type Diagnostic, finding, sortDiagnostics } from "../diagnostics";
import { claimSubjects } from "../testing";
import { badQuestion } from "./checks/bad-question";
import { type AccessRequest, readAccess } from "./tenant-access";
import { titlesOf } from "./tenant-what-if";

export interface TenantProofRequest extends AccessRequest {
  /** None: those that every tenant is asked. */
  readonly questions: readonly Question[];
}

export interface TenantProof {
  readonly question: Question;
  readonly when: "as deployed" | "once promoted";
  /** Undefined for questions that list policies. */
  readonly holds?: boolean;
  /** Policies that are to blame, or that are listed, by their id. */
  readonly policies: readonly string[];
  readonly witness?: SignIn;
  /** The witness in words. */
  readonly example?: string;
  readonly mayRequire?: readonly (readonly string[])[];
}

export interface TenantProofs {
  readonly proofs: readonly TenantProof[];
  /** Over which policies they hold. */
  readonly scope: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What every tenant is asked where nothing in particular is. */
const STANDING: readonly Question[] = [
  { kind: "neverBlocked", subjects: "break-glass" },
  { kind: "legacyAlwaysBlocked", subjects: "all users but break-glass" },
  { kind: "noMfaPath", subjects: "all users but break-glass" },
  { kind: "permanentlyBlocked", subjects: "all users but break-glass" },
  { kind: "redundant" },
  { kind: "neverDecisive" },
  { kind: "neverApplies" },
];

/** What is wrong with a question has a pointer into it. */
export function tenantProofs({ questions, ...request }: TenantProofRequest): TenantProofs {
  const nothing = (found: readonly Diagnostic[]) => ({ proofs: [], scope: "", titles: {}, diagnostics: found });
  // Before the project is read: a wrong question is wrong whatever else is.
  const wrong = questions.flatMap((each) => questionFindings(each, KINDS));
  if (wrong.length > 0) return nothing(wrong);
  const { access, diagnostics } = readAccess(request);
  if (!access) return nothing(diagnostics);
  const unknown = questions.flatMap((each) => unknownSubjects(each, access));
  if (unknown.length > 0) return nothing(unknown);
  const found: Diagnostic[] = [];
  const asked = questions.length > 0 ? questions : STANDING;
  const proofs = asked.flatMap((question) =>
    (["as deployed", "once promoted"] as const).flatMap((when) => {
      const answer = proofOf(question, access, when);
      found.push(...answer.diagnostics);
      return answer.proof ?? [];
    }),
  );
  return { proofs, scope: scopeWords(access), titles: titlesOf(access), diagnostics: sortDiagnostics(found) };
}

/** A difference is asked for with `plan --against`. */
const KINDS = QUESTION_KINDS.filter((kind) => kind !== "diff");

function unknownSubjects({ subjects }: Question, access: TenantAccess): readonly Diagnostic[] {
  const read = claimSubjects(subjects ?? "all users", access);
  if (typeof read !== "object" || !("message" in read)) return [];
  const { message, help } = read;
  return [finding(badQuestion, { message, pointer: "/question/subjects", ...(help ? { help } : {}) })];
}

function withIds(question: Question, access: TenantAccess): Question {
  const subjects = claimSubjects(question.subjects ?? "all users", access);
  return typeof subjects === "object" && "message" in subjects ? question : { ...question, subjects };
}

function proofOf(question: Question, access: TenantAccess, when: TenantProof["when"]) {
  const policies = when === "as deployed" ? access.deployed : access.promoted;
  const asked = withIds(question, access);
  const { value, diagnostics } = askProof({ policies, directory: access.directory, question: asked });
  const told = diagnostics.map(({ pointer: _pointer, ...rest }) => rest);
  if (!value) return { diagnostics: told };
  if (!("holds" in value)) {
    const listed = "redundant" in value ? value.redundant : "policies" in value ? (value.policies ?? []) : [];
    return { proof: { question, when, policies: listed } satisfies TenantProof, diagnostics: told };
  }
  return { proof: verdictOf(value, { question, when, access }), diagnostics: told };
}

interface Asked {
  readonly question: Question;
  readonly when: TenantProof["when"];
  readonly access: TenantAccess;
}

function verdictOf(verdict: Verdict, { question, when, access }: Asked): TenantProof {
  const { holds, policies = [], mayRequire } = verdict;
  const witness = verdict.witness as unknown as SignIn | undefined;
  const example = witness && signInWords(witness, namesFor(access.directory, access.names));
  return {
    question,
    when,
    holds,
    policies,
    ...(witness ? { witness } : {}),
    ...(example ? { example } : {}),
    ...(mayRequire ? { mayRequire } : {}),
  };
}
