/** A world for a single expression, given as plain JSON. */

import { type Static, Type } from "typebox";
import { type ActionView, type ExpressionContext, newMeter } from "./context";
import { cultureOf, DEFAULT_CULTURE } from "./culture/cultures";
import { parseTime } from "./culture/date-parse";
import { seededRandom } from "./random";
import { fromJson, isArray, isObject, objectOf, propertyOf, type Value, type ValueObject } from "./value";

const anything = Type.Unknown();
const byName = Type.Record(Type.String(), anything);
const orNull = <Shape extends Parameters<typeof Type.Union>[0][number]>(shape: Shape) =>
  Type.Optional(Type.Union([shape, Type.Null()]));

/** What an expression may ask for; anything else that it asks for is an error, as in the service. */
export const givenContextShape = Type.Object({
  parameters: orNull(byName),
  variables: orNull(byName),
  actions: orNull(Type.Record(Type.String(), Type.Object({ outputs: Type.Optional(anything) }))),
  trigger: orNull(byName),
  items: orNull(byName),
  item: Type.Optional(anything),
  iterationIndexes: orNull(byName),
  workflow: orNull(byName),
  now: orNull(Type.String()),
});

export type GivenContext = Static<typeof givenContextShape>;

/** Throws an ExpressionFailure where `now` is no time. */
export function givenContext(given: GivenContext, defaultNow: string): ExpressionContext {
  const now = given.now ?? defaultNow;
  const parts = objectOf(Object.entries(given).map(([key, value]) => [key, fromJson(value)]));
  const part = (name: string): ValueObject => {
    const value = parts.get(name);
    return isObject(value) ? value : objectOf([]);
  };
  const named = (name: string) => {
    const values = part(name);
    return (key: string): Value | undefined => propertyOf(values, key);
  };
  const actions = named("actions");
  const iterationIndex = named("iterationIndexes");
  return {
    now: parseTime(now, cultureOf(DEFAULT_CULTURE)),
    random: seededRandom(now),
    parameter: named("parameters"),
    variable: named("variables"),
    action: (name) => actionView(actions(name)),
    results: () => undefined,
    items: named("items"),
    iterationIndex: (loop) => {
      const index = iterationIndex(loop);
      return typeof index === "bigint" ? index : undefined;
    },
    item: () => parts.get("item"),
    currentAction: () => undefined,
    trigger: () => present(parts.get("trigger")),
    workflow: () => present(parts.get("workflow")),
    callbackUrl: () => undefined,
    meter: newMeter(),
  };
}

function present(value: Value | undefined): Value | undefined {
  return value === null ? undefined : value;
}

/** The view of one action's record. */
export function actionView(record: Value | undefined): ActionView | undefined {
  if (!isObject(record)) return undefined;
  const outputs = propertyOf(record, "outputs") ?? null;
  return { record: () => record, outputs, body: bodyOfOutputs(outputs) };
}

/** `body` of the outputs; of an action in a loop, an array over its repetitions. */
export function bodyOfOutputs(outputs: Value): Value {
  if (isArray(outputs)) return outputs.map(bodyOfOutputs);
  return isObject(outputs) ? (propertyOf(outputs, "body") ?? null) : null;
}
