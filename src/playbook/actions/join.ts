/** Join: joins the items of an array with a text between them. */

import { isArray, objectOf, typeName } from "../expressions/value";
import { textOf } from "../expressions/value-text";
import { bodyOutputs, succeeded } from "../run/outcome";
import type { ActionDefinition } from "./definition";
import { notAnArray } from "./query";

export const join: ActionDefinition = {
  type: "Join",
  summary: "joins the items of an array with a text between them",
  required: ["inputs/from", "inputs/joinWith"],
  run: ({ evaluated }) => {
    const from = evaluated("inputs/from");
    if (!isArray(from)) return notAnArray(typeName(from));
    const joinWith = textOf(evaluated("inputs/joinWith"));
    const inputs = objectOf([
      ["from", from],
      ["joinWith", joinWith],
    ]);
    return succeeded(inputs, bodyOutputs(from.map(textOf).join(joinWith)));
  },
};
