/** HttpWebhook: subscribes at an address and waits for the call back. */

import { awaited } from "./api-connection-webhook";
import type { ActionDefinition } from "./definition";
import { httpCall } from "./http";

export const httpWebhook: ActionDefinition = {
  type: "HttpWebhook",
  summary: "subscribes at an address and waits for the call back",
  required: ["inputs/subscribe/method", "inputs/subscribe/uri"],
  run: (frame) => {
    const subscribe = frame.evaluated("inputs/subscribe");
    return awaited(frame, subscribe, { ...httpCall(subscribe), kind: "webhook" });
  },
};
