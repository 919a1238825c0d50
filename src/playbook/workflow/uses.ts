/** The expressions of a workflow: where each stands and what it calls. */

import { parsedTemplate } from "../expressions/evaluate";
import type { CallExpression, Expression, ParsedTemplate } from "../expressions/syntax";
import { expressionsOf } from "../expressions/template";
import { below, isJsonObject, type JsonObject } from "./pointer";
import type { Action, Trigger, Workflow } from "./workflow";

/** One text of a definition that holds an expression, or looks as if it did. */
export interface TemplateUse {
  readonly owner: Owner;
  readonly text: string;
  readonly pointer: string;
  /** Path below the owner, such as `inputs/body/message`. */
  readonly path: string;
  readonly parsed: ParsedTemplate;
}

export type Owner =
  | { readonly kind: "action"; readonly action: Action }
  | { readonly kind: "trigger"; readonly trigger: Trigger }
  | { readonly kind: "outputs" };

/** One call of a function in it. */
export interface CallUse {
  readonly use: TemplateUse;
  readonly call: CallExpression;
}

/** Members that the service does not evaluate. */
const LITERAL_MEMBERS = new Set(["type", "kind", "runafter", "description", "metadata", "splitonconfiguration"]);

const uses = new WeakMap<Workflow, readonly TemplateUse[]>();

/** All texts with expressions in triggers, actions and outputs, in the order of the definition. */
export function templateUses(workflow: Workflow): readonly TemplateUse[] {
  const known = uses.get(workflow);
  if (known) return known;
  const found: TemplateUse[] = [];
  for (const trigger of workflow.triggers) {
    collect({ kind: "trigger", trigger }, trigger.json, trigger.pointer, new Set(), found);
  }
  for (const action of workflow.actions) {
    const containers = new Set(
      action.scopes.map((scope) => scope.pointer.slice(action.pointer.length + 1).split("/")[0] ?? ""),
    );
    collect({ kind: "action", action }, action.json, action.pointer, containers, found);
  }
  const outputs = workflow.definition.outputs;
  if (isJsonObject(outputs))
    collect({ kind: "outputs" }, outputs, below(workflow.pointer, "outputs"), new Set(), found);
  uses.set(workflow, found);
  return found;
}

/** The calls in all texts. */
export function callUses(workflow: Workflow): readonly CallUse[] {
  return templateUses(workflow).flatMap((use) => callsIn(expressionsOf(use.parsed)).map((call) => ({ use, call })));
}

/** Calls of one owner's texts. */
export function callsOf(workflow: Workflow, action: Action): readonly CallUse[] {
  return callUses(workflow).filter(({ use }) => use.owner.kind === "action" && use.owner.action === action);
}

/** The first argument where it is a plain text, as the name of an action, loop, variable or parameter mostly is. */
export function literalArgument({ arguments: [first] }: CallExpression): string | undefined {
  return first?.kind === "literal" && typeof first.value === "string" ? first.value : undefined;
}

/** All calls within some expressions, in no order that means anything: findings are sorted. */
export function callsIn(expressions: readonly Expression[]): readonly CallExpression[] {
  const calls: CallExpression[] = [];
  const pending = [...expressions];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.kind !== "call") continue;
    calls.push(next);
    pending.push(...next.arguments, ...next.accesses.map(({ key }) => key));
  }
  return calls;
}

function collect(
  owner: Owner,
  json: JsonObject,
  pointer: string,
  without: ReadonlySet<string>,
  found: TemplateUse[],
): void {
  const walk = (value: unknown, path: readonly string[], depth: number): void => {
    if (typeof value === "string") addUse(owner, value, pointer, path, found);
    else if (depth > DEPTH_MAX) return;
    else if (typeof value === "object" && value !== null) {
      for (const [key, each] of Object.entries(value)) {
        if (!Array.isArray(value)) addUse(owner, key, pointer, [...path, key], found);
        walk(each, [...path, key], depth + 1);
      }
    }
  };
  for (const [member, value] of Object.entries(json)) {
    if (!LITERAL_MEMBERS.has(member.toLowerCase()) && !without.has(member)) walk(value, [member], 1);
  }
}

/** Values deeper than this are not searched; the check of shape reports them. */
const DEPTH_MAX = 250;

function addUse(owner: Owner, text: string, pointer: string, path: readonly string[], found: TemplateUse[]): void {
  if (!text.includes("@")) return;
  found.push({ owner, text, pointer: below(pointer, ...path), path: path.join("/"), parsed: parsedTemplate(text) });
}
