/** What is known of an action that has run, and where expressions find it. */

import type { ActionView } from "../expressions/context";
import { bodyOfOutputs } from "../expressions/given-context";
import { seededRandom } from "../expressions/random";
import { objectOf, type Value } from "../expressions/value";
import { type Action, ancestorsOf, isType } from "../workflow/workflow";
import type { Outcome, Status } from "./outcome";

export interface ActionRecord extends Outcome {
  readonly action: Action;
  readonly startTime: string;
  readonly endTime: string;
}

/** The records of one pass: of the run, or of one item of a Foreach. */
export interface Instance {
  readonly parent: Instance | undefined;
  /** The Foreach that this is a pass of; undefined for the run. */
  readonly loop: Action | undefined;
  readonly item: Value;
  readonly index: number;
  readonly records: Map<Action, ActionRecord>;
  /** Actions that have started and not ended. */
  readonly underWay: Set<Action>;
  /** Rounds of the Until loops under way. */
  readonly rounds: Map<Action, number>;
}

export function newInstance(parts: Omit<Instance, "records" | "rounds" | "underWay">): Instance {
  return { ...parts, records: new Map(), underWay: new Set(), rounds: new Map() };
}

/** Instances from the innermost out. */
export function* chainOf(instance: Instance): Generator<Instance> {
  for (let each: Instance | undefined = instance; each; each = each.parent) yield each;
}

/** Indexes of the loops, the outermost first. */
export function iterationOf(instance: Instance): readonly number[] {
  return [...chainOf(instance)]
    .filter(({ loop }) => loop !== undefined)
    .map(({ index }) => index)
    .reverse();
}

/** The Foreach loops around an action, the outermost first. */
export function loopsAround(action: Action): readonly Action[] {
  return ancestorsOf(action)
    .filter((ancestor) => isType(ancestor, "Foreach"))
    .reverse();
}

/** An action as expressions of `from` see it; undefined where it has not run. */
export function viewFrom(from: Instance, target: Action): ActionView | undefined {
  const around = loopsAround(target);
  for (const instance of chainOf(from)) {
    if (instance.loop !== undefined && !around.includes(instance.loop)) continue;
    const inner = around.slice(instance.loop === undefined ? 0 : around.indexOf(instance.loop) + 1);
    const [loop] = inner;
    if (loop === undefined) return recordView(instance.records.get(target));
    return repetitionView(instance.records.get(loop), target, inner.length);
  }
  return undefined;
}

function recordView(record: ActionRecord | undefined): ActionView | undefined {
  if (!record) return undefined;
  const outputs = record.outputs ?? null;
  return { record: () => recordValue(record), outputs, body: bodyOfOutputs(outputs) };
}

/** From outside its loop an action is seen as an array over the items. Deeper loops are refused by the service, so they are not seen. */
function repetitionView(loop: ActionRecord | undefined, target: Action, levels: number): ActionView | undefined {
  if (!loop || levels > 1) return undefined;
  const records = (loop.iterations ?? []).flatMap(({ records: each }) => each.get(target) ?? []);
  const outputs = records.map((each) => each.outputs ?? null);
  return { record: () => records.map(recordValue), outputs, body: outputs.map(bodyOfOutputs) };
}

/** The record as `actions()` gives it. */
export function recordValue(record: ActionRecord): Value {
  const { action, inputs, outputs, status, code, error, startTime, endTime } = record;
  const trackingId = trackingIdOf(record);
  return objectOf([
    ["name", action.name],
    ...(inputs === undefined ? [] : [["inputs", inputs] as const]),
    ...(outputs === undefined ? [] : [["outputs", outputs] as const]),
    ["startTime", startTime],
    ["endTime", endTime],
    ["trackingId", trackingId],
    ["clientTrackingId", trackingId],
    ["code", code ?? codeOf(status)],
    ["status", status],
    ...(error === undefined
      ? []
      : [
          [
            "error",
            objectOf([
              ["code", error.code],
              ["message", error.message],
            ]),
          ] as const,
        ]),
  ]);
}

/** Made only where an expression reads it; the same for the same pass of the same action. */
function trackingIdOf({ action, startTime }: ActionRecord): string {
  const random = seededRandom(`${action.pointer} ${startTime}`);
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function codeOf(status: Status): string {
  return status === "Succeeded" ? "OK" : status === "Skipped" ? "ActionSkipped" : "ActionFailed";
}
