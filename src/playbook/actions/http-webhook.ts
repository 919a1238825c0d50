/** HttpWebhook: subscribes at an address and waits for the call back. */

import { isObject, propertyOf } from "../expressions/value";
import { awaited } from "./api-connection-webhook";
import type { ActionDefinition } from "./definition";
import { httpCall } from "./http";

export const httpWebhook: ActionDefinition = {
  type: "HttpWebhook",
  summary: "subscribes at an address and waits for the call back",
  required: ["inputs/subscribe/method", "inputs/subscribe/uri"],
  run: (frame) => {
    const inputs = frame.evaluated("inputs/subscribe");
    const subscribe = isObject(inputs) && propertyOf(inputs, "uri") !== undefined ? inputs : null;
    return awaited(frame, inputs, { ...httpCall(subscribe), kind: "webhook" });
  },
};
