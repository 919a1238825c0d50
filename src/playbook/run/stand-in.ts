/** The result of an action that is not run here, given by the world. */

import { unsupported } from "../expressions/failure";
import { toJson } from "../expressions/value";
import { answerOutputs, timedOut } from "./call";
import { calledAs, type Frame, timestamp } from "./frame";
import { failed, type Outcome, succeeded } from "./outcome";
import { iterationOf } from "./record";
import { ask, type Routine } from "./routine";

/** Asks the world once. It is no call that goes out, so it is not recorded as one. */
export function* standIn(frame: Frame): Routine<Outcome> {
  const { run, action, instance, evaluated } = frame;
  const inputs = evaluated("inputs");
  const answer = yield* ask({
    kind: "other",
    action: action.name,
    type: action.type,
    iteration: iterationOf(instance),
    method: "",
    body: toJson(inputs),
    attempt: 1,
    isPoll: false,
    at: timestamp(run),
    ...calledAs(run),
  });
  if (answer.kind === "unknown")
    return unsupported(`actions of type \`${action.type}\` are not run; an answer can stand in`);
  if (answer.kind === "none") return timedOut(inputs);
  const outputs = answerOutputs(answer);
  if (answer.statusCode < 400) return succeeded(inputs, outputs);
  return failed("BadRequest", `the action was answered with ${answer.statusCode}`, { inputs, outputs });
}
