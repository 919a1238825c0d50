/** The query of a case: its subject compiled as the tenant of the case gets it. */

import { type CompiledFor, compileFor, type TenantDocument } from "../../compiler";
import { type Diagnostic, finding, hasErrors, type Parsed, type Span } from "../../diagnostics";
import type { BindRequest } from "../../kql/check";
import type { DetectionRule } from "../../sentinel";
import { testingInfo } from "../checks/checks";
import { badTest, type CaseFrame } from "./case-frame";
import type { Subject } from "./case-subject";
import { deployedRule } from "./deployed-rule";

export interface CaseQuery {
  readonly request: BindRequest;
  /** Undefined for hunts and functions. */
  readonly rule: DetectionRule | undefined;
  /** Where a stretch of the query was written. */
  readonly placed: (start: number, end: number) => Span;
}

export function caseQuery(frame: CaseFrame, subject: Subject, tenant: TenantDocument): Parsed<CaseQuery | undefined> {
  const refused = (diagnostics: readonly Diagnostic[]) => ({ value: undefined, diagnostics });
  const { body, at, context } = frame;
  if (subject.kind === "function" && body.with?.parameters)
    return refused([badTest("a function takes arguments, not parameters", at("/with/parameters", "key"))]);
  const made = compileFor(subject.document, tenant, frame.documents, context);
  if (!made || hasErrors(made.diagnostics)) return refused(made?.diagnostics.filter(isError) ?? []);
  const { query } = made.value;
  if (!query) return refused([badTest("the subject has no query", at("/name"))]);
  if (subject.kind === "function") return { value: calledFunction(frame, subject, query.request), diagnostics: [] };
  const idle = idleBecause(made);
  if (idle !== undefined)
    return refused([
      finding(testingInfo.notDeployed, { message: `the ${subject.kind} does not run here: ${idle}`, at: at("/name") }),
    ]);
  return {
    value: {
      request: query.request,
      rule: subject.kind === "rule" ? deployedRule(made.value) : undefined,
      placed: (start, end) => query.query.placeOf(start, end).at,
    },
    diagnostics: [],
  };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

function calledFunction(
  { test }: CaseFrame,
  { document, call }: Extract<Subject, { readonly kind: "function" }>,
  request: BindRequest,
): CaseQuery {
  const { name, query, signature } = document.body;
  const own = { name, body: query, ...(signature === undefined ? {} : { parameters: signature }) };
  return {
    request: { ...request, text: call, functions: [...(request.functions ?? []), own] },
    rule: undefined,
    placed: () => test.place.at("/function"),
  };
}

/** Why the tenant's workspace would never run the rule. */
function idleBecause({ value, inactive }: CompiledFor): string | undefined {
  if (inactive) return inactive.because;
  return deployedRule(value)?.enabled === false ? "it is not enabled" : undefined;
}
