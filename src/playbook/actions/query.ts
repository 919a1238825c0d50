/** Query: keeps the items of an array that meet a condition. */

import { isArray, objectOf, typeName } from "../expressions/value";
import { isMet } from "../run/condition";
import { bodyOutputs, failed, succeeded } from "../run/outcome";
import type { ActionDefinition } from "./definition";

export const query: ActionDefinition = {
  type: "Query",
  summary: "keeps the items of an array that meet a condition",
  required: ["inputs/from", "inputs/where"],
  itemMembers: ["inputs/where"],
  run: ({ evaluated, member, context }) => {
    const from = evaluated("inputs/from");
    const inputs = objectOf([["from", from]]);
    if (!isArray(from)) return notAnArray(typeName(from));
    const where = member("inputs/where");
    return succeeded(inputs, bodyOutputs(from.filter((item) => isMet(where, context(item)))));
  },
};

/** The service's answer to an input of another type. */
export function notAnArray(type: string) {
  return failed("BadRequest", `\`from\` must be an array, got a value of type ${type}`);
}
