/** Documents and a tenant to a Plan. */

import { compareTexts, type Diagnostic, finding, hasErrors, type Parsed } from "../diagnostics";
import type { Document, DocumentOf } from "../documents";
import { type Inactive, type Plan, type PlanDocument, type Resource, resourceChecks } from "../plan";
import { emptyPlan } from "./checks/empty-plan";
import { noWorkspace } from "./checks/no-workspace";
import type { Compiled, CompiledResource, Frame } from "./frame";
import { compilerOf } from "./kinds/kinds";
import { effective, readOverrides } from "./tenants/effective";
import { type ResolvedTenant, resolveTenant, type TenantDocument } from "./tenants/resolved-tenant";

const PLANES = ["analytics", "access", "response"] as const;
type Settings = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

const NO_SETTINGS: Settings = new Map();

/** Stands for the workspace where a document is checked by itself: no name of it reaches a Plan. */
const ANY_WORKSPACE = {
  subscriptionId: "00000000-0000-0000-0000-000000000000",
  resourceGroup: "rg",
  name: "workspace",
};

/** The Plan of one tenant; none where a document that it takes has an error. Findings are all that concern this tenant. */
export function compileTenant(tenant: TenantDocument, documents: readonly Document[]): Parsed<Plan | undefined> {
  const tenants = documents.filter((each): each is DocumentOf<"Tenant"> => each.kind === "Tenant");
  const resolved = resolveTenant(tenant, tenants);
  const { body, at } = resolved.value;
  const diagnostics: Diagnostic[] = [...resolved.diagnostics];
  const taken = documents.filter((document) => isTaken(document, resolved.value));
  const overrides = readOverrides(resolved.value, documents);
  diagnostics.push(...overrides.diagnostics);
  if (!body.workspace && taken.some(({ kind }) => compilerOf(kind)?.plane === "analytics")) {
    diagnostics.push(
      finding(noWorkspace, { message: `the tenant \`${tenant.key}\` names no workspace for its rules`, at: at("") }),
    );
  }
  const frame: Frame = {
    tenant: resolved.value,
    portal: body.portal ?? "defender",
    stage: body.stage ?? "observe",
    workspace: body.workspace ?? ANY_WORKSPACE,
    tables: body.tables && new Set(body.tables),
  };
  const compiled = taken.flatMap((document) => {
    const done = compileDocument(document, frame, overrides.sound);
    diagnostics.push(...(done?.diagnostics ?? []));
    return done ? [done.value] : [];
  });
  const plan = planOf(resolved.value, compiled);
  if (plan.resources.length === 0 && !body.allowEmpty) {
    const help = "check `packs`, `planes` and `content`, or say `allowEmpty: true`";
    diagnostics.push(
      finding(emptyPlan, { message: `the tenant \`${tenant.key}\` gets no resource`, help, at: at("") }),
    );
  }
  return { value: hasErrors(diagnostics) ? undefined : plan, diagnostics };
}

/** What is wrong with a document by itself, in no tenant. */
export function checkDocument(document: Document): readonly Diagnostic[] {
  const frame: Frame = {
    tenant: undefined,
    portal: "azure",
    stage: "enforce",
    workspace: ANY_WORKSPACE,
    tables: undefined,
  };
  return compileDocument(document, frame, NO_SETTINGS)?.diagnostics ?? [];
}

function isTaken(document: Document, { body }: ResolvedTenant): boolean {
  const compiler = compilerOf(document.kind);
  if (!compiler || !(body.planes ?? PLANES).includes(compiler.plane)) return false;
  return body.packs === undefined || body.packs.includes(document.body.pack ?? "core");
}

function compileDocument(document: Document, frame: Frame, sound: Settings): Parsed<Compiled> | undefined {
  const compiler = compilerOf(document.kind);
  if (!compiler) return undefined;
  const { compiled, diagnostics } = compiler.compile(effective(document, frame, sound), frame);
  const found = [...compiler.check(document), ...diagnostics, ...compiled.resources.flatMap(resourceFindings)];
  return { value: compiled, diagnostics: found };
}

/** Runs the checks on a compiled resource and leads their paths back to the text. */
function resourceFindings({ resource, at }: CompiledResource): readonly Diagnostic[] {
  return resourceChecks.flatMap((check) =>
    [...check.run(resource)].map(({ path, ...rest }) => finding(check, { ...rest, at: at(path) })),
  );
}

function planOf(tenant: ResolvedTenant, compiled: readonly Compiled[]): Plan {
  const { tenantId = "", workspace, deploy, allowEmpty } = tenant.body;
  const active = compiled.filter(({ inactive }) => inactive === undefined);
  const byKey = (left: PlanDocument | Inactive, right: PlanDocument | Inactive) => compareTexts(left.key, right.key);
  const byName = (left: Resource, right: Resource) => compareTexts(left.name, right.name);
  return {
    version: 1,
    tenant: tenant.key,
    target: {
      tenantId,
      ...(workspace
        ? {
            workspace: {
              subscriptionId: workspace.subscriptionId,
              resourceGroup: workspace.resourceGroup,
              name: workspace.name,
            },
          }
        : {}),
      deploy: deploy ?? true,
      allowEmpty: allowEmpty ?? false,
    },
    documents: active.map(({ entry }) => entry).sort(byKey),
    resources: compiled.flatMap(({ resources }) => resources.map(({ resource }) => resource)).sort(byName),
    inactive: compiled.flatMap(({ inactive }) => inactive ?? []).sort(byKey),
    manual: [],
  };
}
