/** What a new Plan changes against an old state, by meaning: not by the order of keys or the spelling of a number. */

import { compareTexts } from "../diagnostics";
import { canonicalJson } from "./canonical-json";
import { madeAnewWith, withKnownOutputs } from "./known-outputs";
import { leafOf } from "./leaf";
import type { Json, Plan, Resource } from "./plan";
import { isReplacing, replacingInputs } from "./replacing-inputs";
import { resourceWord } from "./resource-word";

/** What was there before: a Plan, or a stack's state, in one form. */
export interface OldState {
  readonly resources: readonly OldResource[];
}

export interface OldResource {
  readonly name: string;
  readonly type: string;
  readonly inputs: Readonly<Record<string, Json>>;
  /** The id in Azure, and what the service answered, where the state knows them. */
  readonly id?: string;
  readonly outputs?: Readonly<Record<string, Json>>;
}

export interface PropertyChange {
  /** Dotted path into the inputs. */
  readonly path: string;
  /** Undefined: it was not there. */
  readonly before: Json | undefined;
  /** Undefined: it is gone. */
  readonly after: Json | undefined;
}

export type ChangeKind = "replaced" | "deleted" | "changed" | "adopted" | "added";

export interface Change {
  readonly change: ChangeKind;
  readonly name: string;
  readonly type: string;
  /** What a person calls its type. */
  readonly kind: string;
  /** What a person calls it: the display name where there is one. */
  readonly title: string;
  readonly properties: readonly PropertyChange[];
  /** Why it is replaced, or what its end means. */
  readonly because?: string;
}

/** Changes from most to least destructive, then by name. What stays as it is is not among them.
 *
 *  What only a deployment can tell, an answer of the directory or a secret, is no change where the old state holds a plain value for it. */
export function compare(old: OldState, plan: Plan): readonly Change[] {
  const before = new Map(old.resources.map((resource) => [resource.name, resource]));
  const now = new Set(plan.resources.map(({ name }) => name));
  const kept = withThoseMadeAnew(
    plan,
    before,
    plan.resources.flatMap((resource) => changeOf(resource, before) ?? []),
  );
  const gone = old.resources.flatMap(({ name, type, inputs }): readonly Change[] =>
    now.has(name)
      ? []
      : [{ change: "deleted", ...subjectOf({ name, type, inputs }), properties: [], ...endOf(plan, name) }],
  );
  const order: readonly ChangeKind[] = ["replaced", "deleted", "changed", "adopted", "added"];
  return [...kept, ...gone].sort(
    (left, right) => order.indexOf(left.change) - order.indexOf(right.change) || compareTexts(left.name, right.name),
  );
}

function changeOf(resource: Resource, before: ReadonlyMap<string, OldResource>): Change | undefined {
  const { name, type, options } = resource;
  const inputs = withKnownOutputs(resource.inputs, before) as Readonly<Record<string, Json>>;
  const previous = before.get(name);
  const subject = subjectOf({ name, type, inputs });
  if (!previous) {
    return { change: options.import === undefined ? "added" : "adopted", ...subject, properties: [] };
  }
  const properties = propertyChanges(previous.inputs, inputs);
  const replaced = (reason: string): Change => {
    const because = `${reason}${options.import === undefined ? "" : ADOPTED}`;
    return { change: "replaced", ...subject, properties, because };
  };
  if (previous.type !== type) return replaced(`it becomes another kind of resource${tombstone(previous, inputs)}`);
  if (properties.length === 0) return undefined;
  const replacing = properties.filter(({ path }) => isReplacing(path, resource));
  if (replacing.length === 0) return { change: "changed", ...subject, properties };
  return replaced(
    `${replacing.map(({ path }) => path).join(", ")} can't be changed in place${tombstone(previous, inputs)}`,
  );
}

/** Source: pkg/resource/deploy/step_generator.go 3.259.0 of https://github.com/pulumi/pulumi, read 2026-11-26. */
const ADOPTED = "; Pulumi refuses that while the tenant adopts it: take its line out of `adopt` first";

/** Adds those that are replaced because what they belong to is, and those that only refer to what is replaced: they follow to its new id. */
function withThoseMadeAnew(
  plan: Plan,
  before: ReadonlyMap<string, OldResource>,
  changes: readonly Change[],
): readonly Change[] {
  const byName = new Map(changes.map((change) => [change.name, change]));
  const replaced = new Set(changes.flatMap(({ change, name }) => (change === "replaced" ? [name] : [])));
  const further = plan.resources.flatMap((resource): readonly Change[] => {
    const { name } = resource;
    const owner = madeAnewWith(resource, replacingInputs(resource), replaced);
    if (owner === undefined || replaced.has(name) || !before.has(name)) return [];
    const properties = byName.get(name)?.properties ?? [];
    const because = `\`${owner}\`, to which it belongs, is replaced`;
    return [{ change: "replaced", ...subjectOf(resource), properties, because }];
  });
  const anew = new Set(further.map(({ name }) => name));
  const rest = [...changes.filter(({ name }) => !anew.has(name)), ...further];
  const told = new Set(rest.map(({ name }) => name));
  const following = plan.resources.flatMap((resource): readonly Change[] => {
    const { name, inputs } = resource;
    const properties = told.has(name) || !before.has(name) ? [] : referencesTo(replaced, before, inputs);
    return properties.length === 0 ? [] : [{ change: "changed", ...subjectOf(resource), properties }];
  });
  return [...rest, ...following];
}

/** Inputs that hold the id of something that is replaced. */
function referencesTo(
  replaced: ReadonlySet<string>,
  before: ReadonlyMap<string, OldResource>,
  inputs: Resource["inputs"],
): readonly PropertyChange[] {
  const staying = new Map([...before].filter(([name]) => !replaced.has(name)));
  return propertyChanges(withKnownOutputs(inputs, before), withKnownOutputs(inputs, staying));
}

/** Why a resource goes: its document is gone, or inactive in this tenant. */
function endOf(plan: Plan, name: string): { readonly because?: string } {
  const inactive = plan.inactive.find(({ key }) => name === key || name.startsWith(`${key}--`));
  return inactive ? { because: `inactive: ${inactive.because}` } : {};
}

/**
 * The service keeps the id of a deleted rule for about a day and refuses a new rule under it.
 * Source: https://github.com/SecM8/ContentOps, docs/operations, read 2026-11-23.
 */
function tombstone({ inputs }: OldResource, after: Readonly<Record<string, Json>>): string {
  const id = inputs.ruleId ?? inputs.resourceName;
  if (id === undefined || id !== (after.ruleId ?? after.resourceName)) return "";
  return "; the id of a deleted rule stays taken for about a day: give the document a `generation`";
}

function subjectOf({ name, type, inputs }: OldResource): Pick<Change, "name" | "type" | "kind" | "title"> {
  const properties = inputs.properties as { readonly displayName?: Json } | undefined;
  const title = inputs.displayName ?? properties?.displayName ?? inputs.watchlistAlias;
  return { name, type, kind: resourceWord({ type, inputs }), title: typeof title === "string" ? title : name };
}

function propertyChanges(before: Json | undefined, after: Json | undefined, path = ""): readonly PropertyChange[] {
  if (isMap(before) && isMap(after) && leafOf(after) === undefined) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compareTexts);
    return keys.flatMap((key) => propertyChanges(before[key], after[key], path === "" ? key : `${path}.${key}`));
  }
  if (isOnlyKnownThere(before, after)) return [];
  if (isList(before) && isList(after) && before.length === after.length) {
    const isSame = after.every((each, index) => propertyChanges(before[index], each).length === 0);
    if (isSame) return [];
  }
  return canonicalJson(before ?? null) === canonicalJson(after ?? null) ? [] : [{ path, before, after }];
}

/** A state holds what was answered, an old Plan the question itself. */
function isOnlyKnownThere(before: Json | undefined, after: Json | undefined): boolean {
  const leaf = leafOf(after);
  return before !== undefined && leaf !== undefined && !("picket:output" in leaf) && leafOf(before) === undefined;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isMap(value: Json | undefined): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
