/** A workflow definition, read: triggers, actions in their scopes, and where each stands. */

import type { JsonObject } from "./pointer";

export interface Workflow {
  readonly definition: JsonObject;
  /** Where the definition stands in what was given. */
  readonly pointer: string;
  readonly triggers: readonly Trigger[];
  /** The actions of the top level. */
  readonly top: Scope;
  /** All actions, each after its container. */
  readonly actions: readonly Action[];
  /** Actions by lower-case name; more than one where a name is used twice. */
  readonly byName: ReadonlyMap<string, readonly Action[]>;
  readonly parameters: readonly ParameterDeclaration[];
  /** Values as ARM takes them: `{ name: { value } }`; undefined when none were given. */
  readonly values: JsonObject | undefined;
}

export interface Trigger {
  readonly name: string;
  readonly type: string;
  readonly pointer: string;
  readonly json: JsonObject;
}

export interface Action {
  readonly name: string;
  readonly type: string;
  readonly pointer: string;
  readonly json: JsonObject;
  readonly runAfter: readonly RunAfter[];
  /** Actions beside it that it waits for directly, and those that wait for it. */
  readonly predecessors: Action[];
  readonly successors: Action[];
  readonly scope: Scope;
  /** The scopes inside: of an If its two branches, of a Switch its cases and the default. */
  readonly scopes: readonly Scope[];
}

/** Actions that stand beside each other. */
export interface Scope {
  /** Undefined at the top level. */
  readonly owner: Action | undefined;
  /** Of a Switch, the name of the case; `default`, `else` or `actions` elsewhere. */
  readonly name: string;
  readonly pointer: string;
  readonly actions: Action[];
  /** By lower-case name. */
  readonly byName: Map<string, Action>;
}

export interface RunAfter {
  readonly name: string;
  readonly statuses: readonly unknown[];
  readonly pointer: string;
}

export interface ParameterDeclaration {
  readonly name: string;
  readonly type: unknown;
  readonly hasDefault: boolean;
  readonly defaultValue: unknown;
  readonly pointer: string;
}

/** The containers around an action, the nearest first. */
export function ancestorsOf(action: Action): readonly Action[] {
  const ancestors: Action[] = [];
  for (let owner = action.scope.owner; owner; owner = owner.scope.owner) ancestors.push(owner);
  return ancestors;
}

/** Types compare without regard to case. */
export function isType(of: { readonly type: string }, type: string): boolean {
  return of.type.toLowerCase() === type.toLowerCase();
}

/** An action by name; of two with the same name the first. */
export function actionNamed(workflow: Workflow, name: string): Action | undefined {
  return workflow.byName.get(name.toLowerCase())?.[0];
}

/** An action beside others, by name. */
export function siblingNamed(scope: Scope, name: string): Action | undefined {
  return scope.byName.get(name.toLowerCase());
}
