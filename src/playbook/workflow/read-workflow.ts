/** Reads a workflow definition into its typed form. What has a wrong shape is left out and reported by the checks of shape. */

import { actionDefinition } from "../actions/registry";
import { below, isJsonObject, type JsonObject, memberOf } from "./pointer";
import type { Action, ParameterDeclaration, RunAfter, Scope, Trigger, Workflow } from "./workflow";

export interface WorkflowSource {
  readonly definition: unknown;
  /** Values of the parameters as ARM takes them. */
  readonly parameters?: unknown;
}

/** Scopes deeper than this are not read: the service allows eight levels, so this is only a guard. */
const SCOPE_DEPTH_MAX = 64;

export function readWorkflow({ definition, parameters }: WorkflowSource): Workflow {
  const json = isJsonObject(definition) ? definition : {};
  const pointer = "/definition";
  const actions: Action[] = [];
  const top = readScope(
    memberOf(json, "actions"),
    { owner: undefined, name: "actions", pointer: below(pointer, "actions") },
    actions,
    1,
  );
  const byName = new Map<string, Action[]>();
  for (const action of actions) {
    const key = action.name.toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), action]);
  }
  return {
    definition: json,
    pointer,
    triggers: entriesOf(memberOf(json, "triggers")).map(([name, each]) =>
      readTrigger(name, each, below(pointer, "triggers", name)),
    ),
    top,
    actions,
    byName,
    parameters: entriesOf(memberOf(json, "parameters")).map(([name, each]) =>
      readParameter(name, each, below(pointer, "parameters", name)),
    ),
    values: isJsonObject(parameters) ? parameters : undefined,
  };
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

function readTrigger(name: string, value: unknown, pointer: string): Trigger {
  const json = isJsonObject(value) ? value : {};
  return { name, type: textMember(json, "type"), pointer, json };
}

function readParameter(name: string, value: unknown, pointer: string): ParameterDeclaration {
  const defaultValue = memberOf(value, "defaultValue");
  return { name, type: memberOf(value, "type"), hasDefault: defaultValue !== undefined, defaultValue, pointer };
}

type ScopeHead = Omit<Scope, "actions" | "byName">;

function readScope(value: unknown, head: ScopeHead, all: Action[], depth: number): Scope {
  const scope: Scope = { ...head, actions: [], byName: new Map() };
  if (depth > SCOPE_DEPTH_MAX) return scope;
  for (const [name, each] of entriesOf(value)) {
    const action = readAction(name, each, scope, all, depth);
    scope.actions.push(action);
    scope.byName.set(name.toLowerCase(), action);
  }
  for (const action of scope.actions) linkPredecessors(action);
  return scope;
}

/** What `runAfter` names and is not there is left to the checks. */
function linkPredecessors(action: Action): void {
  for (const { name } of action.runAfter) {
    const before = action.scope.byName.get(name.toLowerCase());
    if (!before || action.predecessors.includes(before)) continue;
    action.predecessors.push(before);
    before.successors.push(action);
  }
}

function readAction(name: string, value: unknown, scope: Scope, all: Action[], depth: number): Action {
  const json = isJsonObject(value) ? value : {};
  const pointer = below(scope.pointer, name);
  const type = textMember(json, "type");
  const scopes: Scope[] = [];
  const action: Action = {
    name,
    type,
    pointer,
    json,
    runAfter: readRunAfter(json, pointer),
    predecessors: [],
    successors: [],
    scope,
    scopes,
  };
  all.push(action);
  for (const path of actionDefinition(type)?.scopes ?? []) {
    for (const [head, actions] of scopesAt(path, json, action)) scopes.push(readScope(actions, head, all, depth + 1));
  }
  return action;
}

/** The scopes at a path: `actions`, `else/actions`, or `cases/*` for the actions of every case. */
function scopesAt(path: string, json: JsonObject, owner: Action): readonly (readonly [ScopeHead, unknown])[] {
  const [first = "", second] = path.split("/");
  if (second === undefined)
    return [[{ owner, name: first, pointer: below(owner.pointer, first) }, memberOf(json, first)]];
  if (second !== "*") {
    const actions = memberOf(memberOf(json, first), second);
    return [[{ owner, name: first, pointer: below(owner.pointer, first, second) }, actions]];
  }
  return entriesOf(memberOf(json, first)).map(([name, each]) => [
    { owner, name, pointer: below(owner.pointer, first, name, "actions") },
    memberOf(each, "actions"),
  ]);
}

function readRunAfter(json: JsonObject, pointer: string): readonly RunAfter[] {
  return entriesOf(memberOf(json, "runAfter")).map(([name, statuses]) => ({
    name,
    statuses: Array.isArray(statuses) ? statuses : [],
    pointer: below(pointer, "runAfter", name),
  }));
}

function textMember(json: JsonObject, name: string): string {
  const value = memberOf(json, name);
  return typeof value === "string" ? value : "";
}
