/** Documents and a tenant to a Plan. */

import { compareTexts, type Diagnostic, finding, hasErrors, type Parsed } from "../diagnostics";
import type { Document, DocumentOf, Kind } from "../documents";
import { type Inactive, type ManualStep, type Plan, type PlanDocument, type Resource, resourceChecks } from "../plan";
import { accessFindings } from "./access/access-findings";
import { accessNames } from "./access/names";
import { type TenantAccess, tenantAccess } from "./access/tenant-access";
import { adoptionFindings, partFindings, withAdoption } from "./adoption";
import { emptyPlan } from "./checks/empty-plan";
import { noWorkspace } from "./checks/no-workspace";
import type { Beside, Compiled, CompiledResource, Effective, Frame, Library } from "./frame";
import { inactiveBecause } from "./kinds/activity";
import { adoptedName, lastPart } from "./kinds/adopted-name";
import { compilerOf } from "./kinds/kinds";
import { ONBOARDING_NAME, onboarding } from "./kinds/onboarding";
import { playbookStarter } from "./kinds/playbook-starter";
import { watchlistContent } from "./kinds/watchlist-content";
import { peersOf } from "./peers";
import type { PlaybookPlace } from "./playbooks/resource-ids";
import type { Bound } from "./queries/compiled-query";
import { NO_SHAPES, shapesOf } from "./queries/shapes";
import { wire } from "./queries/wire";
import { ruleId } from "./rule-id";
import { effective, readOverrides, type Settings } from "./tenants/effective";
import { type ExceptionContext, exceptionFindings } from "./tenants/exceptions";
import { type ResolvedTenant, resolveTenant, type TenantDocument } from "./tenants/resolved-tenant";
import { isTaken, namingFindings } from "./tenants/taken";
import { workspaceFindings } from "./workspace-findings";

/** What of the world a compilation may know. */
export interface CompileContext extends ExceptionContext {
  readonly beside: Beside;
  /** What queries bind to; absent, or where it answers undefined: nothing that needs the binder is checked. */
  readonly bound?: Bound;
}

const NO_SETTINGS: Settings = new Map();
/** Without a binder nothing that needs the result of a query is checked. */
const NOT_BOUND: Bound = () => undefined;
const NO_LIBRARY: Library = { functions: [], watchlists: [], rules: [], always: [] };

/** Stands for the workspace where a document is checked by itself: no name of it reaches a Plan. */
const ANY_WORKSPACE = {
  subscriptionId: "00000000-0000-0000-0000-000000000000",
  resourceGroup: "rg",
  name: "workspace",
};

const ANY_PLAYBOOKS: PlaybookPlace = {
  subscriptionId: ANY_WORKSPACE.subscriptionId,
  resourceGroup: "rg-playbooks",
  location: "westeurope",
  adopted: new Map(),
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
  const frame = tenantFrame({ tenant: resolved.value, taken, documents, sound: overrides.sound }, context);
  const bound = context.bound ?? NOT_BOUND;
  const compiled = compileTogether(taken, documents, { frame, sound: overrides.sound, bound });
  const values = compiled.map(({ value }) => value);
  const plan = planOf(resolved.value, frame, values);
  const access = accessOf(compiled, frame);
  const found: readonly Diagnostic[] = [
    ...resolved.diagnostics,
    ...overrides.diagnostics,
    ...namingFindings(resolved.value, documents),
    ...exceptionFindings(resolved.value, documents, context),
    ...compiled.flatMap((each) => each.diagnostics),
    ...workspaceFindings(
      resolved.value,
      values.map((each) => each.compiled),
    ),
    ...access.diagnostics,
    ...(access.value ? accessFindings(access.value, accessPlace(resolved.value, taken)) : []),
    ...plan.resources.flatMap((resource) => adoptionFindings(resource, frame)),
  ];
  const isSound = !hasErrors(found);
  const diagnostics = [
    ...found,
    ...(isSound ? partFindings(resolved.value, plan) : []),
    ...frameFindings(resolved.value, plan, { taken, isSound }),
  ];
  return { value: hasErrors(diagnostics) ? undefined : plan, diagnostics };
}

/** No value where a policy, location or strength is not sound by itself, or the tenant has none of ours. */
function accessOf(compiled: readonly Parsed<WithInactive>[], frame: Frame): Parsed<TenantAccess | undefined> {
  const own = compiled.filter(({ value }) => compilerOf(value.compiled.entry.kind as Kind)?.plane === "access");
  const isSound = own.every(({ diagnostics }) => !hasErrors(diagnostics));
  if (own.length === 0 || !isSound) return { value: undefined, diagnostics: [] };
  return tenantAccess(
    own.map(({ value }) => value.compiled),
    frame,
  );
}

function accessPlace(tenant: ResolvedTenant, taken: readonly Document[]) {
  const places = new Map(taken.map(({ key, place }) => [key, place] as const));
  const policyAt = (key: string, pointer: string) => places.get(key)?.at(pointer) ?? tenant.at("");
  return { tenant, policyAt };
}

/** All that decides over access in a tenant: our policies, the baseline, what is known of the directory. */
export function accessInTenant(
  tenant: TenantDocument,
  documents: readonly Document[],
  context: CompileContext,
): Parsed<TenantAccess | undefined> {
  const tenants = documents.flatMap((each) => (each.kind === "Tenant" ? [each] : []));
  const resolved = resolveTenant(tenant, tenants);
  const taken = documents.filter((document) => isTaken(document, resolved.value));
  const { sound } = readOverrides(resolved.value, documents);
  const frame = tenantFrame({ tenant: resolved.value, taken, documents, sound }, context);
  const own = taken.filter(({ kind }) => compilerOf(kind)?.plane === "access");
  const compiled = own.flatMap((document) => compileDocument(document, frame, sound, NOT_BOUND) ?? []);
  const diagnostics = compiled.flatMap((each) => each.diagnostics);
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const access = tenantAccess(
    compiled.map(({ value }) => value.compiled),
    frame,
  );
  return { value: access.value, diagnostics: [...diagnostics, ...access.diagnostics] };
}

/** What is wrong with documents by themselves, in no tenant. `about`: those that are looked at, among all that they may name. */
export function checkAlone(
  documents: readonly Document[],
  { beside, bound, now }: CompileContext,
  about: readonly Document[] = documents,
): readonly Diagnostic[] {
  const bare: Frame = {
    tenant: undefined,
    portal: "azure",
    stage: "enforce",
    workspace: ANY_WORKSPACE,
    playbooks: ANY_PLAYBOOKS,
    tables: undefined,
    library: {
      ...NO_LIBRARY,
      watchlists: watchlistsOf(documents),
      rules: rulesOf(documents, undefined),
    },
    access: accessNames(documents, {
      tenant: undefined,
      owned: new Set(documents.map(({ key }) => key)),
      sound: NO_SETTINGS,
    }),
    today: dayOf(now),
    shapes: NO_SHAPES,
    beside,
  };
  const frame = withShapes(bare, documents, NO_SETTINGS);
  const context = { frame, sound: NO_SETTINGS, bound: bound ?? NOT_BOUND };
  const isNamed = about.some(({ kind }) => kind === "AutomationRule");
  const wanted = new Set(about);
  const taken = documents.filter((each) => wanted.has(each) || (isNamed && NAMED_KINDS.has(each.kind)));
  return compileTogether(taken, documents, context).flatMap(({ diagnostics }) => diagnostics);
}

interface Together {
  readonly frame: Frame;
  readonly sound: Settings;
  readonly bound: Bound;
}

/** Automation rules last, because they have to know of the others. */
function compileTogether(
  taken: readonly Document[],
  documents: readonly Document[],
  { frame, sound, bound }: Together,
): readonly Parsed<WithInactive>[] {
  const compile = (document: Document, inFrame: Frame) => compileDocument(document, inFrame, sound, bound) ?? [];
  const others = taken.filter(({ kind }) => kind !== "AutomationRule").flatMap((document) => compile(document, frame));
  const known = others.map(({ value: { compiled, inactive } }) => {
    return [compiled.entry.key, { compiled, because: inactive?.because }] as const;
  });
  const peers = peersOf(documents, new Map(known), frame.tenant);
  const rules = taken.filter(({ kind }) => kind === "AutomationRule");
  return [...others, ...rules.flatMap((document) => compile(document, { ...frame, peers }))];
}

/** Kinds that automation rules name. */
const NAMED_KINDS: ReadonlySet<Document["kind"]> = new Set(["Scheduled", "NRT", "Playbook"]);

/** One document as this tenant would get it, whatever planes and packs it takes; undefined for a kind that becomes nothing. */
export function compileFor(
  document: Document,
  tenant: TenantDocument,
  documents: readonly Document[],
  context: CompileContext,
): CompiledFor | undefined {
  return compileEachFor([document], tenant, documents, context)[0];
}

/** The same of several documents of one kind, in their order: what they name is compiled once. */
export function compileEachFor(
  asked: readonly Document[],
  tenant: TenantDocument,
  documents: readonly Document[],
  context: CompileContext,
): readonly CompiledFor[] {
  const tenants = documents.flatMap((each) => (each.kind === "Tenant" ? [each] : []));
  const resolved = resolveTenant(tenant, tenants);
  const overrides = readOverrides(resolved.value, documents);
  const taken = documents.filter(({ kind }) => compilerOf(kind)?.plane === "analytics");
  const frame = tenantFrame({ tenant: resolved.value, taken, documents, sound: overrides.sound }, context);
  // An automation rule names rules and playbooks, and is what they let it be.
  const isNamed = asked.some(({ kind }) => kind === "AutomationRule");
  const named = isNamed ? documents.filter(({ kind }) => NAMED_KINDS.has(kind)) : [];
  const together = { frame, sound: overrides.sound, bound: context.bound ?? NOT_BOUND };
  const compiled = compileTogether([...named, ...asked], documents, together).slice(named.length);
  return compiled.map(({ value, diagnostics }) => ({
    value: value.compiled,
    diagnostics,
    ...(value.inactive ? { inactive: value.inactive } : {}),
  }));
}

export interface CompiledFor extends Parsed<Compiled> {
  /** Why the tenant does not get it, if so. */
  readonly inactive?: Inactive;
}

interface Taken {
  readonly tenant: ResolvedTenant;
  readonly taken: readonly Document[];
  readonly documents: readonly Document[];
  readonly sound: Settings;
}

function tenantFrame({ tenant, taken, documents, sound }: Taken, { beside, now }: CompileContext): Frame {
  const { portal, stage, workspace, playbooks, tables } = tenant.body;
  const frame: Frame = {
    tenant,
    portal: portal ?? "defender",
    stage: stage ?? "observe",
    workspace: workspace ?? ANY_WORKSPACE,
    playbooks:
      playbooks && workspace
        ? { subscriptionId: workspace.subscriptionId, ...playbooks, adopted: adoptedNames(tenant) }
        : ANY_PLAYBOOKS,
    tables: tables && new Set(tables),
    library: {
      functions: taken.flatMap((each) => (each.kind === "Function" ? [{ name: each.body.name, key: each.key }] : [])),
      watchlists: watchlistsOf(taken),
      rules: rulesOf(documents, tenant),
      always: workspace?.onboard ? [ONBOARDING_NAME] : [],
    },
    access: accessNames(documents, { tenant, owned: new Set(taken.map(({ key }) => key)), sound }),
    today: dayOf(now),
    shapes: NO_SHAPES,
    beside,
  };
  return withShapes(frame, [...documents.filter(({ kind }) => kind === "Table"), ...taken], sound);
}

function adoptedNames({ body }: ResolvedTenant): PlaybookPlace["adopted"] {
  return new Map(Object.entries(body.adopt ?? {}).map(([name, id]) => [name, lastPart(id)]));
}

/** The day of an ISO 8601 time. */
function dayOf(now: string): string {
  return now.slice(0, "yyyy-mm-dd".length);
}

function watchlistsOf(documents: readonly Document[]): Library["watchlists"] {
  return documents.flatMap((each) => (each.kind === "Watchlist" ? [{ alias: each.body.alias, key: each.key }] : []));
}

function rulesOf(documents: readonly Document[], tenant: ResolvedTenant | undefined): Library["rules"] {
  return documents.flatMap(({ kind, key, body }) =>
    kind === "Scheduled" || kind === "NRT" ? [{ key, id: adoptedName({ tenant }, key) ?? ruleId(body) }] : [],
  );
}

function withShapes(frame: Frame, documents: readonly Document[], sound: Settings): Frame {
  const columnsOf = (watchlist: DocumentOf<"Watchlist">) =>
    watchlistContent(effective(watchlist, frame, sound) as Effective<"Watchlist">, frame).value?.columns;
  return { ...frame, shapes: shapesOf(documents, frame.tables, columnsOf) };
}

interface WithInactive {
  readonly compiled: Compiled;
  readonly inactive?: Inactive;
}

function compileDocument(
  document: Document,
  frame: Frame,
  sound: Settings,
  bound: Bound,
): Parsed<WithInactive> | undefined {
  const compiler = compilerOf(document.kind);
  if (!compiler) return undefined;
  const { compiled, diagnostics } = compiler.compile(effective(document, frame, sound), frame);
  const found = [...compiler.check(document), ...diagnostics, ...(compiled.query ? wire(compiled.query, bound) : [])];
  const inactive = inactiveBecause(compiled, frame, bound);
  if (inactive) return { value: { compiled: { ...compiled, resources: [] }, inactive }, diagnostics: found };
  return { value: { compiled }, diagnostics: [...found, ...compiled.resources.flatMap(resourceFindings)] };
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
  { taken, isSound }: { readonly taken: readonly Document[]; readonly isSound: boolean },
): readonly Diagnostic[] {
  const needsWorkspace = taken.some(({ kind }) => compilerOf(kind)?.plane !== "access");
  if (!body.workspace && needsWorkspace) {
    return [finding(noWorkspace, { message: `the tenant \`${key}\` names no workspace for its rules`, at: at("") })];
  }
  // Where something is wrong, that is why nothing is left.
  if (plan.resources.length > 0 || body.allowEmpty || !isSound) return [];
  const help = "check `packs`, `planes` and `content`, or say `allowEmpty: true`";
  return [finding(emptyPlan, { message: `the tenant \`${key}\` gets no resource`, help, at: at("") })];
}

function planOf(tenant: ResolvedTenant, frame: Frame, compiled: readonly WithInactive[]): Plan {
  const { tenantId = "", workspace, deploy, allowEmpty } = tenant.body;
  const active = compiled.filter(({ inactive }) => inactive === undefined);
  const byKey = (left: PlanDocument | Inactive, right: PlanDocument | Inactive) => compareTexts(left.key, right.key);
  const byDocument = (left: ManualStep, right: ManualStep) =>
    compareTexts(left.document, right.document) || compareTexts(left.title, right.title);
  const byName = (left: Resource, right: Resource) => compareTexts(left.name, right.name);
  const resources = compiled.flatMap((each) => each.compiled.resources.map(({ resource }) => resource));
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
    documents: active.map(({ compiled: { entry } }) => entry).sort(byKey),
    resources: [
      ...(active.some(({ compiled: { playbook } }) => playbook && playbook.trigger !== "other")
        ? [playbookStarter(tenant, frame)]
        : []),
      ...(workspace?.onboard && resources.length > 0 ? [onboarding(tenant, workspace)] : []),
      ...resources,
    ]
      .map((resource) => withAdoption(resource, frame))
      .sort(byName),
    inactive: compiled.flatMap(({ inactive }) => inactive ?? []).sort(byKey),
    manual: active.flatMap((each) => each.compiled.manual ?? []).sort(byDocument),
  };
}
