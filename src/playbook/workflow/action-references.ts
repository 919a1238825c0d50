/** Where expressions name actions, loops and scopes. */

import { hasEnded, isInside } from "./order";
import { type CallUse, callUses, literalArgument } from "./uses";
import { type Action, actionNamed, ancestorsOf, isType, type Workflow } from "./workflow";

/** The functions that read an action by its name. */
const READING_FUNCTIONS = new Set([
  "actionbody",
  "actionoutputs",
  "actions",
  "body",
  "outputs",
  "result",
  "formdatavalue",
  "formdatamultivalues",
  "multipartbody",
]);

export interface ActionReference extends CallUse {
  readonly name: string;
  /** Undefined when there is no action of that name. */
  readonly target: Action | undefined;
}

const references = new WeakMap<Workflow, readonly ActionReference[]>();

/** All places where an expression reads an action, by a name that is a plain text. */
export function actionReferences(workflow: Workflow): readonly ActionReference[] {
  const known = references.get(workflow);
  if (known) return known;
  const found = callUses(workflow).flatMap((each): readonly ActionReference[] => {
    if (!READING_FUNCTIONS.has(each.call.name.toLowerCase())) return [];
    const name = literalArgument(each.call);
    return name === undefined ? [] : [{ ...each, name, target: actionNamed(workflow, name) }];
  });
  references.set(workflow, found);
  return found;
}

/** Members that are evaluated after the actions inside, or the action itself, have run. */
const LATE_MEMBERS = /^(trackedProperties|inputs\/unsubscribe)(\/|$)/i;

/** Has `target` ended for sure when the text is evaluated? The outputs of the workflow are evaluated last. */
export function isBefore({ use }: ActionReference, target: Action): boolean {
  const { owner, path } = use;
  if (owner.kind === "outputs") return true;
  if (owner.kind === "trigger") return false;
  const { action } = owner;
  if (LATE_MEMBERS.test(path) && (target === action || isInside(target, action))) return true;
  if (isType(action, "Until") && /^(expression|limit)(\/|$)/i.test(path) && isInside(target, action)) return true;
  return hasEnded(target, action);
}

/** The containers around a text. An Until's condition is evaluated inside of it. */
export function containersAround({ use: { owner, path } }: CallUse): readonly Action[] {
  if (owner.kind !== "action") return [];
  const around = ancestorsOf(owner.action);
  const isInner = isType(owner.action, "Until") && /^(expression|limit)(\/|$)/i.test(path);
  return isInner ? [owner.action, ...around] : around;
}

export function isLoop(action: Action): boolean {
  return isType(action, "Foreach");
}
