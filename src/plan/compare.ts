/** What a new Plan changes against an old state, by meaning: not by the order of keys or the spelling of a number. */

import { compareTexts } from "../diagnostics";
import { canonicalJson } from "./canonical-json";
import type { Json, Plan } from "./plan";
import { replacingInputs } from "./replacing-inputs";

/** What was there before: a Plan, or a stack's state, in one form. */
export interface OldState {
  readonly resources: readonly OldResource[];
}

export interface OldResource {
  readonly name: string;
  readonly type: string;
  readonly inputs: Readonly<Record<string, Json>>;
  /** The id in Azure, where the state knows it. */
  readonly id?: string;
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
  /** What a person calls it: the display name where there is one. */
  readonly title: string;
  readonly properties: readonly PropertyChange[];
  /** Why it is replaced, or what its end means. */
  readonly because?: string;
}

/** Changes from most to least destructive, then by name. What stays as it is is not among them. */
export function compare(old: OldState, plan: Plan): readonly Change[] {
  const before = new Map(old.resources.map((resource) => [resource.name, resource]));
  const now = new Set(plan.resources.map(({ name }) => name));
  const ids = new Map(old.resources.flatMap(({ name, id }) => (id === undefined ? [] : [[name, id] as const])));
  const kept = plan.resources.flatMap((resource): readonly Change[] => {
    const { name, type, options } = resource;
    const inputs = resolved(resource.inputs, ids) as Readonly<Record<string, Json>>;
    const previous = before.get(name);
    const title = titleOf(name, inputs);
    if (!previous)
      return [{ change: options.import === undefined ? "added" : "adopted", name, type, title, properties: [] }];
    const properties = propertyChanges(previous.inputs, inputs);
    if (previous.type !== type) {
      return [
        {
          change: "replaced",
          name,
          type,
          title,
          properties,
          because: `it becomes another kind of resource${tombstone(previous, inputs)}`,
        },
      ];
    }
    if (properties.length === 0) return [];
    const replacing = properties.filter(({ path }) =>
      replacingInputs(resource).some((key) => path === key || path.startsWith(`${key}.`)),
    );
    if (replacing.length === 0) return [{ change: "changed", name, type, title, properties }];
    const because = `${replacing.map(({ path }) => path).join(", ")} can't be changed in place${tombstone(previous, inputs)}`;
    return [{ change: "replaced", name, type, title, properties, because }];
  });
  const gone = old.resources.flatMap(({ name, type, inputs }): readonly Change[] =>
    now.has(name)
      ? []
      : [{ change: "deleted", name, type, title: titleOf(name, inputs), properties: [], ...endOf(plan, name) }],
  );
  const order: readonly ChangeKind[] = ["replaced", "deleted", "changed", "adopted", "added"];
  return [...kept, ...gone].sort(
    (left, right) => order.indexOf(left.change) - order.indexOf(right.change) || compareTexts(left.name, right.name),
  );
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

function titleOf(name: string, inputs: Readonly<Record<string, Json>>): string {
  const properties = inputs.properties as { readonly displayName?: Json } | undefined;
  const title = inputs.displayName ?? properties?.displayName ?? inputs.watchlistAlias;
  return typeof title === "string" ? title : name;
}

/** An output of a resource whose id the state knows is that id. */
function resolved(value: Json, ids: ReadonlyMap<string, string>): Json {
  if (Array.isArray(value)) return value.map((each) => resolved(each, ids));
  if (value === null || typeof value !== "object") return value;
  const output = (value as Readonly<Record<string, Json>>)["picket:output"] as
    | { readonly name: string; readonly path: string }
    | undefined;
  const id = output && ids.get(output.name);
  if (id !== undefined && output?.path === "id") return id;
  // Entra's objects have a path for an id; the object id is its last step.
  if (id !== undefined && output?.path === "objectId") return id.split("/").at(-1) ?? id;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolved(each, ids)]));
}

function propertyChanges(before: Json | undefined, after: Json | undefined, path = ""): readonly PropertyChange[] {
  if (isMap(before) && isMap(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compareTexts);
    return keys.flatMap((key) => propertyChanges(before[key], after[key], path === "" ? key : `${path}.${key}`));
  }
  return canonicalJson(before ?? null) === canonicalJson(after ?? null) ? [] : [{ path, before, after }];
}

function isMap(value: Json | undefined): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
