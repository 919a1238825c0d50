/** What happens to one sign-in in a tenant, as deployed or once promoted. */

import { namesFor, type SignIn, SignInShape, signInWords, type WhatIf, whatIfAnswerer } from "../access/run";
import type { TenantAccess } from "../compiler";
import { type Diagnostic, finding, hasErrors } from "../diagnostics";
import { shapeErrors } from "../documents";
import { type AskedSignIn, askedSignIns } from "../testing";
import { badSignIn } from "./checks/bad-sign-in";
import { type AccessRequest, readAccess } from "./tenant-access";

export interface TenantWhatIfRequest extends AccessRequest {
  /** Every policy of ours that its document does not switch off counts as enabled. */
  readonly isPromoted: boolean;
  /** In the words of an AccessTest, or in the interface's own shape as JSON. */
  readonly signIn: AskedSignIn | { readonly json: string };
}

export interface TenantWhatIf {
  readonly signIn: SignIn;
  /** The sign-in in words. */
  readonly words: string;
  readonly answer: WhatIf;
}

export interface TenantWhatIfs {
  /** One, or one for each application of a group of applications. */
  readonly answers: readonly TenantWhatIf[];
  /** Names of policies by id. */
  readonly titles: Readonly<Record<string, string>>;
  /** What is wrong with the sign-in has a pointer: `/signIn/...` into its JSON, others into what was asked in words. */
  readonly diagnostics: readonly Diagnostic[];
}

export function tenantWhatIf(request: TenantWhatIfRequest): TenantWhatIfs {
  const { access, diagnostics } = readAccess(request);
  const nothing = (found: readonly Diagnostic[]): TenantWhatIfs => ({ answers: [], titles: {}, diagnostics: found });
  if (!access) return nothing(diagnostics);
  const asked =
    "json" in request.signIn ? givenSignIn(request.signIn.json) : askedSignIns(request.signIn, access, badSignIn);
  if (hasErrors(asked.diagnostics)) return nothing(asked.diagnostics);
  const policies = request.isPromoted ? access.promoted : access.deployed;
  const answerer = whatIfAnswerer({ policies, directory: access.directory });
  if (!answerer.value) return nothing(withoutPointers(answerer.diagnostics));
  const names = namesFor(access.directory, { ...access.names, ...asked.people });
  const answers: TenantWhatIf[] = [];
  const found: Diagnostic[] = [];
  for (const signIn of asked.signIns) {
    const { value, diagnostics: told } = answerer.value(signIn);
    found.push(...told);
    if (value) answers.push({ signIn, words: signInWords(signIn, names), answer: value });
  }
  return { answers, titles: titlesOf(access), diagnostics: once(found) };
}

function givenSignIn(json: string) {
  const refuse = (message: string, pointer?: string) => {
    const told = finding(badSignIn, { message, ...(pointer ? { pointer: `/signIn${pointer}` } : {}) });
    return { signIns: [], people: {}, diagnostics: [told] };
  };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return refuse("the sign-in is not JSON");
  }
  const [wrong] = shapeErrors(SignInShape, value, { foreignKeys: "refuse" });
  if (wrong) return refuse(`the sign-in is none: ${wrong.message}`, wrong.pointer);
  return { signIns: [value as SignIn], people: {}, diagnostics: [] };
}

/** Pointers lead into a request that nobody wrote. */
function withoutPointers(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map(({ pointer: _pointer, ...rest }) => rest);
}

/** What is wrong with a sign-in is wrong for each application that is meant. */
function once(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((each) => [JSON.stringify(each), each])).values()];
}

export function titlesOf({ deployed }: TenantAccess): Readonly<Record<string, string>> {
  return Object.fromEntries(
    deployed.map(({ id, displayName }) => [String(id), typeof displayName === "string" ? displayName : String(id)]),
  );
}
