/** Documents and a tenant to a Plan. */

import { type Diagnostic, finding, hasErrors, type Parsed } from "../diagnostics";
import type { Document, Kind } from "../documents";
import { type Inactive, type Plan, resourceChecks } from "../plan";
import { accessFindings } from "./access/access-findings";
import { type TenantAccess, tenantAccess } from "./access/tenant-access";
import { adoptionFindings, partFindings } from "./adoption";
import { emptyPlan } from "./checks/empty-plan";
import { noWorkspace } from "./checks/no-workspace";
import type { Beside, Compiled, CompiledResource, Frame } from "./frame";
import { inactiveBecause } from "./kinds/activity";
import { compilerOf } from "./kinds/kinds";
import { peersOf } from "./peers";
import { planOf, type WithInactive } from "./plan-of";
import type { Bound } from "./queries/compiled-query";
import { wire } from "./queries/wire";
import { frameAlone, NO_SETTINGS, tenantFrame } from "./tenant-frame";
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

/** Without a binder nothing that needs the result of a query is checked. */
const NOT_BOUND: Bound = () => undefined;

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
  const frame = frameAlone(documents, { beside, now });
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
