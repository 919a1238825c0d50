/** Select: makes a new array from the items of another. */

import { isArray, objectOf, typeName } from "../expressions/value";
import { bodyOutputs, succeeded } from "../run/outcome";
import type { ActionDefinition } from "./definition";
import { notAnArray } from "./query";

export const select: ActionDefinition = {
  type: "Select",
  summary: "makes a new array from the items of another",
  required: ["inputs/from", "inputs/select"],
  itemMembers: ["inputs/select"],
  run: ({ evaluated }) => {
    const from = evaluated("inputs/from");
    if (!isArray(from)) return notAnArray(typeName(from));
    return succeeded(objectOf([["from", from]]), bodyOutputs(from.map((item) => evaluated("inputs/select", item))));
  },
};
