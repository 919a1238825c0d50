/** Documents and a tenant to a Plan. */

import { compareTexts, type Diagnostic, finding, hasErrors, type Parsed } from "../diagnostics";
import type { Document } from "../documents";
import { type Inactive, type Plan, type PlanDocument, type Resource, resourceChecks } from "../plan";
import { emptyPlan } from "./checks/empty-plan";
import { noWorkspace } from "./checks/no-workspace";
import type { Beside, Compiled, CompiledResource, Frame, Library } from "./frame";
import { compilerOf } from "./kinds/kinds";
import { ONBOARDING_NAME, onboarding } from "./kinds/onboarding";
import { effective, readOverrides, type Settings } from "./tenants/effective";
import { type ExceptionContext, exceptionFindings } from "./tenants/exceptions";
import { type ResolvedTenant, resolveTenant, type TenantDocument } from "./tenants/resolved-tenant";
import { isTaken, namingFindings } from "./tenants/taken";
import { workspaceFindings } from "./workspace-findings";

/** What of the world a compilation may know. */
export interface CompileContext extends ExceptionContext {
  readonly beside: Beside;
}

const NO_SETTINGS: Settings = new Map();
const NO_LIBRARY: Library = { functions: [], watchlists: [], always: [] };

/** Stands for the workspace where a document is checked by itself: no name of it reaches a Plan. */
const ANY_WORKSPACE = {
  subscriptionId: "00000000-0000-0000-0000-000000000000",
  resourceGroup: "rg",
  name: "workspace",
};

/** The Plan of one tenant; none where a document that it takes has an error. Findings are all that concern this tenant. */
export function compileTenant(
  tenant: TenantDocument,
  documents: readonly Document[],
  context: CompileContext,
): Parsed<Plan | undefined> {
  const tenants = documents.flatMap((each) => (each.kind === "Tenant" ? [each] : []));
  const resolved = resolveTenant(tenant, tenants);
  const taken = documents.filter((document) => isTaken(document, resolved.value));
  const overrides = readOverrides(resolved.value, documents);
  const frame = frameOf(resolved.value, taken, context.beside);
  const compiled = taken.flatMap((document) => compileDocument(document, frame, overrides.sound) ?? []);
  const values = compiled.map(({ value }) => value);
  const plan = planOf(resolved.value, values);
  const diagnostics: readonly Diagnostic[] = [
    ...resolved.diagnostics,
    ...overrides.diagnostics,
    ...namingFindings(resolved.value, documents),
    ...exceptionFindings(resolved.value, documents, context),
    ...compiled.flatMap((each) => each.diagnostics),
    ...workspaceFindings(resolved.value, values),
    ...frameFindings(resolved.value, plan, taken),
  ];
  return { value: hasErrors(diagnostics) ? undefined : plan, diagnostics };
}

/** What is wrong with a document by itself, in no tenant. */
export function checkDocument(document: Document, { beside }: CompileContext): readonly Diagnostic[] {
  const frame: Frame = {
    tenant: undefined,
    portal: "azure",
    stage: "enforce",
    workspace: ANY_WORKSPACE,
    tables: undefined,
    library: NO_LIBRARY,
    beside,
  };
  return compileDocument(document, frame, NO_SETTINGS)?.diagnostics ?? [];
}

function frameOf(tenant: ResolvedTenant, taken: readonly Document[], beside: Beside): Frame {
  const { portal, stage, workspace, tables } = tenant.body;
  return {
    tenant,
    portal: portal ?? "defender",
    stage: stage ?? "observe",
    workspace: workspace ?? ANY_WORKSPACE,
    tables: tables && new Set(tables),
    library: {
      functions: taken.flatMap((each) => (each.kind === "Function" ? [{ name: each.body.name, key: each.key }] : [])),
      watchlists: taken.flatMap((each) =>
        each.kind === "Watchlist" ? [{ alias: each.body.alias, key: each.key }] : [],
      ),
      always: workspace?.onboard ? [ONBOARDING_NAME] : [],
    },
    beside,
  };
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

function frameFindings(
  { key, body, at }: ResolvedTenant,
  plan: Plan,
  taken: readonly Document[],
): readonly Diagnostic[] {
  const needsWorkspace = taken.some(({ kind }) => compilerOf(kind)?.plane === "analytics");
  if (!body.workspace && needsWorkspace) {
    return [finding(noWorkspace, { message: `the tenant \`${key}\` names no workspace for its rules`, at: at("") })];
  }
  if (plan.resources.length > 0 || body.allowEmpty) return [];
  const help = "check `packs`, `planes` and `content`, or say `allowEmpty: true`";
  return [finding(emptyPlan, { message: `the tenant \`${key}\` gets no resource`, help, at: at("") })];
}

function planOf(tenant: ResolvedTenant, compiled: readonly Compiled[]): Plan {
  const { tenantId = "", workspace, deploy, allowEmpty } = tenant.body;
  const active = compiled.filter(({ inactive }) => inactive === undefined);
  const byKey = (left: PlanDocument | Inactive, right: PlanDocument | Inactive) => compareTexts(left.key, right.key);
  const byName = (left: Resource, right: Resource) => compareTexts(left.name, right.name);
  const resources = compiled.flatMap((each) => each.resources.map(({ resource }) => resource));
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
    resources: [
      ...(workspace?.onboard && resources.length > 0 ? [onboarding(tenant, workspace)] : []),
      ...resources,
    ].sort(byName),
    inactive: compiled.flatMap(({ inactive }) => inactive ?? []).sort(byKey),
    manual: [],
  };
}
