/** The tenant of an AccessTest, as if it and every override were at the stage of the test. */

import { accessInTenant, type CompileContext, type TenantAccess, type TenantDocument } from "../../compiler";
import { type Diagnostic, finding, hasErrors, type Parsed } from "../../diagnostics";
import type { Document, DocumentOf } from "../../documents";
import { testingInfo } from "../checks/checks";
import { namedDocument, TENANTS } from "../named-document";

export type AccessTest = DocumentOf<"AccessTest">;

/** No value where the tenant is not there, or its policies are not sound. */
export function testedTenant(
  { body, place }: AccessTest,
  documents: readonly Document[],
  context: CompileContext,
): Parsed<TenantAccess | undefined> {
  const named = namedDocument(body.tenant, TENANTS, documents);
  const refuse = (message: string, help?: string): Parsed<undefined> => {
    const at = place.at("/tenant");
    return {
      value: undefined,
      diagnostics: [finding(testingInfo.badTest, { message, at, ...(help ? { help } : {}) })],
    };
  };
  if ("message" in named) return refuse(named.message, named.help);
  const access = accessInTenant(atStage(named, body.stage ?? "enforce", documents), documents, context);
  const errors: readonly Diagnostic[] = access.diagnostics.filter(({ severity }) => severity === "error");
  if (!access.value || hasErrors(errors)) return { value: undefined, diagnostics: errors };
  if (access.value.deployed.length > 0) return { value: access.value, diagnostics: [] };
  return refuse(`the tenant \`${body.tenant}\` has no policies: neither ours nor in a baseline`);
}

type Stage = NonNullable<TenantDocument["body"]["stage"]>;

function atStage(tenant: TenantDocument, stage: Stage, documents: readonly Document[]): TenantDocument {
  const policies = documents.filter(({ kind }) => kind === "ConditionalAccessPolicy");
  const own = tenant.body.overrides ?? {};
  const overrides = policies.map(({ key }) => [key, { ...(own[key] as object | undefined), stage }] as const);
  return { ...tenant, body: { ...tenant.body, stage, overrides: { ...own, ...Object.fromEntries(overrides) } } };
}
