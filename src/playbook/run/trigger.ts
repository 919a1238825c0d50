/** The trigger that starts a run. */

import { invalid, unsupported } from "../expressions/failure";
import { fromJson, isArray, isObject, objectOf, propertyOf, type Value } from "../expressions/value";
import { memberOf } from "../workflow/pointer";
import type { Action, Trigger, Workflow } from "../workflow/workflow";
import { isMet } from "./condition";
import { newFrame, type Run } from "./frame";

/** The record of the trigger, as `trigger()` gives it. */
export function givenTrigger(
  workflow: Workflow,
  given: { readonly name?: string | undefined; readonly outputs?: unknown },
  now: string,
): Value {
  const trigger = triggerNamed(workflow, given.name);
  const outputs = fromJson(given.outputs);
  return objectOf([
    ["name", trigger?.name ?? "manual"],
    ["inputs", null],
    ["outputs", trigger ? splitOutputs(trigger, outputs) : outputs],
    ["startTime", now],
    ["endTime", now],
    ["scheduledTime", now],
    ["status", "Succeeded"],
    ["code", "OK"],
  ]);
}

/** Ends the run before its first action where a condition of the trigger is not met. */
export function triggerStop(run: Run, name: string | undefined): void {
  const trigger = triggerNamed(run.workflow, name);
  const conditions = memberOf(trigger?.json, "conditions");
  if (!trigger || !Array.isArray(conditions)) return;
  const { context } = newFrame(run, asAction(trigger, run.workflow), run.root);
  for (const condition of conditions) {
    if (isMet(fromJson(memberOf(condition, "expression")), context())) continue;
    invalid(`a condition of the trigger \`${trigger.name}\` is not met, so no run starts`);
  }
}

function triggerNamed({ triggers }: Workflow, name: string | undefined): Trigger | undefined {
  if (name === undefined) return triggers[0];
  const wanted = name.toLowerCase();
  return (
    triggers.find((each) => each.name.toLowerCase() === wanted) ?? invalid(`the workflow has no trigger \`${name}\``)
  );
}

/** Conditions see what actions see. */
function asAction({ name, type, pointer, json }: Trigger, { top }: Workflow): Action {
  return { name, type, pointer, json, runAfter: [], predecessors: [], successors: [], scope: top, scopes: [] };
}

/** With `splitOn` every item starts a run of its own; a single item is that run. */
function splitOutputs({ name, json }: Trigger, outputs: Value): Value {
  const splitOn = memberOf(json, "splitOn");
  if (typeof splitOn !== "string" || !isObject(outputs)) return outputs;
  const path = /^@triggerBody\(\)(?:\??(?:\.([\w$]+)|\['([^']+)'\]))?$/.exec(splitOn);
  if (!path) return unsupported(`the \`splitOn\` of the trigger \`${name}\` is not run: \`${splitOn}\``);
  const key = path[1] ?? path[2];
  const body = propertyOf(outputs, "body") ?? null;
  const items = key === undefined ? body : isObject(body) ? (propertyOf(body, key) ?? null) : null;
  if (!isArray(items)) return outputs;
  const [item, ...others] = items;
  if (item === undefined || others.length > 0)
    return unsupported(
      `the trigger \`${name}\` splits its output into ${items.length} runs; one run is given one item`,
    );
  return objectOf([...outputs, ["body", item]]);
}
