/** Response: answers the request that started the run. */

import { isObject, objectOf, propertyOf, type Value } from "../expressions/value";
import { textOf } from "../expressions/value-text";
import { failed, succeeded } from "../run/outcome";
import type { ActionDefinition } from "./definition";

export const response: ActionDefinition = {
  type: "Response",
  summary: "answers the request that started the run",
  required: ["inputs/statusCode"],
  run: ({ run, evaluated }) => {
    const inputs = evaluated("inputs");
    const part = (name: string): Value => (isObject(inputs) ? (propertyOf(inputs, name) ?? null) : null);
    const statusCode = Number(textOf(part("statusCode")));
    if (!Number.isInteger(statusCode) || statusCode < 100 || statusCode > 599) {
      return failed("InvalidResponse", `\`${textOf(part("statusCode"))}\` is not a status code`, { inputs });
    }
    if (run.response) return failed("ActionResponseTimedOut", "the request is answered already", { inputs });
    run.response = { statusCode, headers: part("headers"), body: part("body") };
    return succeeded(
      inputs,
      objectOf([
        ["statusCode", BigInt(statusCode)],
        ["headers", part("headers")],
        ["body", part("body")],
      ]),
    );
  },
};
