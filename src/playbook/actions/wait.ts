/** Wait: lets time pass, for a while or until a time. */

import { cultureOf, DEFAULT_CULTURE } from "../expressions/culture/cultures";
import { parseTime } from "../expressions/culture/date-parse";
import { unixMilliseconds } from "../expressions/time/time";
import { isObject, propertyOf, type Value } from "../expressions/value";
import { textOf } from "../expressions/value-text";
import { failed, succeeded } from "../run/outcome";
import { sleep } from "../run/routine";
import type { ActionDefinition } from "./definition";

const UNIT_SECONDS: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_592_000,
};

export const wait: ActionDefinition = {
  type: "Wait",
  summary: "lets time pass",
  required: ["inputs"],
  run: function* ({ run, evaluated }) {
    const inputs = evaluated("inputs");
    const milliseconds = waitMilliseconds(inputs, run.clock.now);
    if (milliseconds === undefined)
      return failed("BadRequest", "the delay names neither an interval nor a time", { inputs });
    yield* sleep(milliseconds);
    return succeeded(inputs);
  },
};

function waitMilliseconds(inputs: Value, now: number): number | undefined {
  const part = (value: Value, name: string): Value => (isObject(value) ? (propertyOf(value, name) ?? null) : null);
  const interval = part(inputs, "interval");
  const unit = UNIT_SECONDS[textOf(part(interval, "unit")).toLowerCase()];
  const count = Number(textOf(part(interval, "count")));
  if (unit !== undefined && Number.isFinite(count)) return count * unit * 1000;
  const timestamp = part(part(inputs, "until"), "timestamp");
  if (typeof timestamp !== "string") return undefined;
  return Math.max(0, unixMilliseconds(parseTime(timestamp, cultureOf(DEFAULT_CULTURE)).ticks) - now);
}
