/** The query of a case: the subject compiled as the tenant of the case would get it. */

import { type CompileContext, type Compiled, compileFor, type TenantDocument } from "../../compiler";
import { type Diagnostic, didYouMean, finding } from "../../diagnostics";
import type { Document, DocumentOf } from "../../documents";
import { type BindRequest, standardTableNames } from "../../kql/check";
import { testingInfo } from "../checks/checks";

export type DetectionTest = DocumentOf<"DetectionTest">;
export type DetectionCase = DetectionTest["body"]["cases"][number];

export interface CaseQuery {
  /** Undefined for a call of a function. */
  readonly compiled: Compiled | undefined;
  readonly request: BindRequest;
}

export type CaseFailure = { readonly failure: readonly Diagnostic[] };

interface Subject {
  readonly test: DetectionTest;
  readonly index: number;
  readonly documents: readonly Document[];
  readonly context: CompileContext;
}

export function caseQuery({ test, index, documents, context }: Subject): CaseQuery | CaseFailure {
  const { body, place } = test;
  const key = body.rule ?? body.hunt;
  const fail = (message: string, pointer: string, help?: string): CaseFailure => ({
    failure: [finding(testingInfo.badTest, { message, at: place.at(pointer), ...(help ? { help } : {}) })],
  });
  const call = /^\s*(\w+)/.exec(body.function ?? "")?.[1];
  const wanted = documents.filter(({ kind }) =>
    body.rule !== undefined
      ? kind === "Scheduled" || kind === "NRT"
      : kind === (body.hunt !== undefined ? "HuntingQuery" : "Function"),
  );
  const subject = wanted.find((each) => (each.kind === "Function" ? each.body.name === call : each.key === key));
  if (!subject) {
    const names = wanted.map((each) => (each.kind === "Function" ? each.body.name : each.key));
    const pointer = body.rule !== undefined ? "/rule" : body.hunt !== undefined ? "/hunt" : "/function";
    return fail(`nothing to test has the name \`${key ?? call ?? ""}\``, pointer, didYouMean(key ?? call ?? "", names));
  }
  const settings = body.cases[index]?.with ?? {};
  const tenant = tenantOf(test, index, { documents, key: subject.key });
  if (!tenant) return fail(`no tenant has the key \`${settings.tenant ?? ""}\``, `/cases/${index}/with/tenant`);
  const made = compileFor(subject, tenant, documents, { ...context, bound: () => undefined });
  const errors = made?.diagnostics.filter(({ severity }) => severity === "error") ?? [];
  if (!made?.value.query || errors.length > 0) return { failure: errors };
  if (subject.kind !== "Function") return { compiled: made.value, request: made.value.query.request };
  const { request } = made.value.query;
  const own = {
    name: subject.body.name,
    body: subject.body.query,
    ...(subject.body.signature === undefined ? {} : { parameters: subject.body.signature }),
  };
  return {
    compiled: undefined,
    request: { ...request, text: body.function ?? "", functions: [...(request.functions ?? []), own] },
  };
}

interface Setting {
  readonly documents: readonly Document[];
  readonly key: string;
}

/** Stands for any tenant: rules are compiled for it as they are written. */
const ANY_TENANT = {
  tenantId: "00000000-0000-0000-0000-000000000000",
  workspace: { subscriptionId: "00000000-0000-0000-0000-000000000000", resourceGroup: "rg", name: "workspace" },
} as const;

/** The tenant that the case names, or any; at the stage of the case, with its parameters and without the tables it takes away. */
function tenantOf(test: DetectionTest, index: number, { documents, key }: Setting): TenantDocument | undefined {
  const { with: settings = {}, absent } = test.body.cases[index] ?? {};
  const named = documents.find((each) => each.kind === "Tenant" && each.key === settings.tenant);
  if (settings.tenant !== undefined && named?.kind !== "Tenant") return undefined;
  const base: TenantDocument =
    named?.kind === "Tenant" ? named : { kind: "Tenant", key: "any", body: ANY_TENANT, place: test.place };
  const overrides = { ...(base.body.overrides ?? {}) };
  const { stage: _stage, ...own } = (overrides[key] ?? {}) as Readonly<Record<string, unknown>>;
  const parameters = { ...((own.parameters ?? {}) as object), ...(settings.parameters ?? {}) };
  overrides[key] = Object.keys(parameters).length > 0 ? { ...own, parameters } : own;
  const isPlain = Object.keys(overrides[key] as object).length === 0;
  if (isPlain) delete overrides[key];
  const declared = documents.flatMap((each) => (each.kind === "Table" ? [each.body.name] : []));
  const all = [...standardTableNames(), ...declared];
  const tables = absent ? { tables: all.filter((name) => !absent.includes(name)) } : {};
  return { ...base, body: { ...base.body, stage: settings.stage ?? "enforce", overrides, ...tables } };
}
