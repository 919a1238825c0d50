/** Cases of an AccessTest: sign-ins with their outcome, and claims about all sign-ins, on all policies that the tenant has. */

import { namesFor, type SignIn, signInWords, type WhatIf, type WhatIfAnswerer, whatIfAnswerer } from "../../access/run";
import type { TenantAccess } from "../../compiler";
import { type Diagnostic, finding, hasErrors, type Parsed } from "../../diagnostics";
import type { Kind } from "../../documents";
import { testingInfo } from "../checks/checks";
import type { CaseOutcome, Difference, TestRunner } from "../test-case";
import { accessReferences } from "./access-references";
import { claimName, runClaim, titleOf } from "./case-claim";
import { caseSignIns } from "./case-sign-in";
import { type AccessTest, testedTenant } from "./tested-tenant";

export const accessRunner: TestRunner<"AccessTest"> = {
  isAbout: ({ body }, documents) =>
    documents.some(({ kind, key }) => ACCESS_KINDS.has(kind) || (kind === "Tenant" && key === body.tenant)),
  references: accessReferences,
  cases: (test, documents, context) => {
    const { tenant: subject, signIns = [] } = test.body;
    let known: Parsed<TenantAccess | undefined> | undefined;
    const answerers = new Map<boolean, Parsed<WhatIfAnswerer | undefined>>();
    // The tenant is compiled for the first case that runs, and its policies read once for all.
    const access = () => {
      known ??= testedTenant(test, documents, context);
      return known;
    };
    const withAccess = (run: (value: TenantAccess) => CaseOutcome) => (): CaseOutcome => {
      const { value, diagnostics } = access();
      return value ? run(value) : { differences: [], diagnostics };
    };
    const answererFor = (value: TenantAccess, isPromoted: boolean) => {
      const policies = isPromoted ? value.promoted : value.deployed;
      const made = answerers.get(isPromoted) ?? whatIfAnswerer({ policies, directory: value.directory });
      answerers.set(isPromoted, made);
      return made;
    };
    const claims = (["always", "never"] as const).flatMap((list) =>
      (test.body[list] ?? []).map((claim, index) => ({
        subject,
        name: claimName(claim, list),
        at: test.place.at(`/${list}/${index}`),
        run: withAccess((value) => runClaim({ test, list, index }, value)),
      })),
    );
    return [
      ...signIns.map(({ name, promoted = false }, index) => ({
        subject,
        name,
        at: test.place.at(`/signIns/${index}/name`),
        run: withAccess((value) => runSignIn({ test, index, access: value, answerer: answererFor(value, promoted) })),
      })),
      ...claims,
    ];
  },
};

/** What decides over sign-ins in every tenant that takes it. */
const ACCESS_KINDS: ReadonlySet<Kind> = new Set([
  "ConditionalAccessPolicy",
  "NamedLocation",
  "AuthenticationStrength",
  "Group",
]);

interface SignInCase {
  readonly test: AccessTest;
  readonly index: number;
  readonly access: TenantAccess;
  readonly answerer: Parsed<WhatIfAnswerer | undefined>;
}

function runSignIn({ test, index, access, answerer }: SignInCase): CaseOutcome {
  const each = test.body.signIns?.[index];
  const at = test.place.at(`/signIns/${index}`);
  const failed = (diagnostics: readonly Diagnostic[]): CaseOutcome => ({ differences: [], diagnostics });
  const placed = (diagnostics: readonly Diagnostic[]) =>
    failed(
      diagnostics
        .filter(({ severity }) => severity === "error")
        .map(({ pointer: _pointer, ...rest }) => ({ ...rest, at })),
    );
  if (!each || (each.expect === undefined && each.says === undefined))
    return failed([finding(testingInfo.badTest, { message: "the sign-in expects nothing", at })]);
  const { signIns, people, diagnostics } = caseSignIns(test, index, access);
  if (hasErrors(diagnostics)) return failed(diagnostics);
  if (!answerer.value) return placed(answerer.diagnostics);
  for (const signIn of signIns) {
    const answer = answerer.value(signIn);
    if (!answer.value) return placed(answer.diagnostics);
    const differences = [
      ...difference("in practice", each.expect, answer.value.practice, access),
      ...difference("what policies say", each.says, answer.value, access),
    ];
    if (differences.length > 0)
      return { differences, diagnostics: [], details: detailsOf(signIn, answer.value, { access, people }) };
  }
  return { differences: [], diagnostics: [] };
}

type Wanted = NonNullable<NonNullable<AccessTest["body"]["signIns"]>[number]["expect"]>;

function difference(
  of: string,
  wanted: Wanted | undefined,
  { result, controls }: Pick<WhatIf, "result" | "controls">,
  access: TenantAccess,
): readonly Difference[] {
  if (wanted === undefined) return [];
  const actual = result === "requires" ? { requires: controls } : result;
  if (typeof wanted === "string") return wanted === result ? [] : [{ of, expected: wanted, actual }];
  const isSame = result === "requires" && sameClauses(wanted.requires, controls, access);
  return isSame ? [] : [{ of, expected: wanted, actual }];
}

/** Neither the order of demands nor that of their alternatives matters. */
function sameClauses(
  wanted: readonly (readonly string[])[],
  actual: readonly (readonly string[])[],
  { ids }: TenantAccess,
): boolean {
  const withId = (control: string) => {
    const [kind = "", key = ""] = control.split(":");
    return kind === "authenticationStrength" ? `${kind}:${ids.get(key) ?? key}` : control;
  };
  const text = (clauses: readonly (readonly string[])[]) =>
    JSON.stringify(clauses.map((clause) => clause.map(withId).sort().join(" or ")).sort());
  return text(wanted) === text(actual);
}

interface Told {
  readonly access: TenantAccess;
  readonly people: Readonly<Record<string, string>>;
}

function detailsOf(signIn: SignIn, answer: WhatIf, { access, people }: Told): readonly string[] {
  const names = namesFor(access.directory, { ...access.names, ...people });
  const titles = answer.applied.map((id) => `\`${titleOf(id, access)}\``);
  return [
    `the sign-in: ${signInWords(signIn, names)}`,
    titles.length > 0 ? `policies that apply: ${titles.join(", ")}` : "no policy applies",
    ...answer.practice.because,
  ];
}
