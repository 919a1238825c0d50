/** A claim of a test as a question to the prover, and what came of it. */

import {
  askProof,
  namesFor,
  type Proof,
  type Question,
  type SignIn,
  signInWords,
  type Verdict,
} from "../../access/run";
import { scopeWords, type TenantAccess } from "../../compiler";
import { type Diagnostic, finding } from "../../diagnostics";
import { testingInfo } from "../checks/checks";
import type { CaseOutcome, Difference } from "../test-case";
import { claimSubjects } from "./claim-subjects";
import type { AccessTest } from "./tested-tenant";

type Claim = NonNullable<AccessTest["body"]["always"]>[number];

/** Claims about subjects, and claims that list policies. */
const ABOUT_SUBJECTS = ["neverBlocked", "mfaAlways", "noMfaPath", "legacyAlwaysBlocked", "permanentlyBlocked"] as const;
const ABOUT_POLICIES = ["redundant", "neverDecisive", "neverApplies"] as const;

export interface ClaimPlace {
  readonly test: AccessTest;
  readonly list: "always" | "never";
  readonly index: number;
}

/** What the case is called: "neverBlocked: break-glass". */
export function claimName(claim: Claim, list: ClaimPlace["list"]): string {
  const { of, ...rest } = claim;
  const parts = Object.entries(rest).map(([kind, value]) => `${kind}: ${told(value)}`);
  const name = [...parts, ...(of === undefined ? [] : [`of ${told(of)}`])].join(", ");
  return list === "never" ? `never ${name}` : name;
}

function told(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(", ");
  if (value === null || typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([key, each]) => `${key} ${String(each)}`)
    .join(" ");
}

/** The claim over the policies at the stage of the test, then over them once promoted. */
export function runClaim(place: ClaimPlace, access: TenantAccess): CaseOutcome {
  const claim = place.test.body[place.list]?.[place.index] ?? {};
  const read = questionOf(claim, place, access);
  if ("problem" in read) return { differences: [], diagnostics: [read.problem] };
  for (const [when, policies] of [
    ["as deployed", access.deployed],
    ["once promoted", access.promoted],
  ] as const) {
    const { value, diagnostics } = askProof({
      policies,
      directory: access.directory,
      question: read.question,
      names: access.names,
    });
    const at = place.test.place.at(`/${place.list}/${place.index}`);
    if (!value) {
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      return { differences: [], diagnostics: errors.map(({ pointer: _pointer, ...each }) => ({ ...each, at })) };
    }
    const judged = judge(value, { wanted: read.wanted, isNever: place.list === "never", when });
    if (judged) return { ...judged, diagnostics: [], details: detailsOf(value, access) };
  }
  return { differences: [], diagnostics: [] };
}

interface Asked {
  readonly question: Question;
  /** Of claims that list policies: the keys expected. */
  readonly wanted?: readonly string[];
}

function questionOf(
  claim: Claim,
  { test, list, index }: ClaimPlace,
  access: TenantAccess,
): Asked | { readonly problem: Diagnostic } {
  const at = test.place.at(`/${list}/${index}`);
  const refuse = (message: string) => ({ problem: finding(testingInfo.badTest, { message, at }) });
  const kinds = [...ABOUT_SUBJECTS, ...ABOUT_POLICIES, "everySignInHas" as const].filter(
    (kind) => claim[kind] !== undefined,
  );
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1)
    return refuse("a claim is exactly one, such as `neverBlocked: break-glass`");
  if (claim.of !== undefined && kind !== "everySignInHas") return refuse("`of` belongs to `everySignInHas`");
  if (kind === "redundant" || kind === "neverDecisive" || kind === "neverApplies")
    return { question: { kind }, wanted: claim[kind] ?? [] };
  const isSession = kind === "everySignInHas";
  const subjects = claimSubjects((isSession ? claim.of : claim[kind]) ?? "all users", access);
  if (typeof subjects === "object" && "message" in subjects) {
    const { message, help } = subjects;
    const place = test.place.at(`/${list}/${index}/${isSession ? "of" : kind}`);
    return { problem: finding(testingInfo.badTest, { message, at: place, ...(help ? { help } : {}) }) };
  }
  return { question: { kind, subjects, ...(isSession ? { sessionControl: claim.everySignInHas ?? "" } : {}) } };
}

interface Expected {
  readonly wanted: readonly string[] | undefined;
  readonly isNever: boolean;
  readonly when: string;
}

/** Undefined where it is as expected. */
function judge(
  proof: Proof,
  { wanted, isNever, when }: Expected,
): { readonly differences: readonly Difference[] } | undefined {
  if ("holds" in proof) {
    if (proof.holds !== isNever) return undefined;
    const words = (holds: boolean) => (holds ? "holds" : "does not hold");
    return { differences: [{ of: `claim ${when}`, expected: words(!isNever), actual: words(proof.holds) }] };
  }
  const found = "redundant" in proof ? proof.redundant : "policies" in proof ? (proof.policies ?? []) : [];
  const isSame = JSON.stringify([...found].sort()) === JSON.stringify([...(wanted ?? [])].sort());
  return isSame !== isNever
    ? undefined
    : { differences: [{ of: `policies ${when}`, expected: wanted, actual: found }] };
}

function detailsOf(proof: Proof, access: TenantAccess): readonly string[] {
  const { witness, policies = [] } = proof as Verdict;
  const names = namesFor(access.directory, access.names);
  const titles = policies.map((id) => `\`${titleOf(id, access)}\``);
  return [
    ...(witness ? [`for example: ${signInWords(witness as unknown as SignIn, names)}`] : []),
    ...(witness ? [`sign-in: ${JSON.stringify(witness)}`] : []),
    ...(titles.length > 0 ? [`because of ${titles.join(", ")}`] : []),
    `over ${scopeWords(access)}`,
  ];
}

export function titleOf(id: string, { deployed }: TenantAccess): string {
  const title = deployed.find((policy) => policy.id === id)?.displayName;
  return typeof title === "string" ? title : id;
}
