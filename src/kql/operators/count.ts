/** `count`: one row with the number of rows. */

import { page } from "../functions/definition";
import type { Count } from "../ir/step";
import { boundColumns } from "../kusto/node";
import { type OperatorDefinition, stepDefinition } from "./definition";

export const count: OperatorDefinition = {
  name: "count",
  syntax: ["CountOperator"],
  source: page("count-operator"),
  order: "loses",
  lower: (node) => ({
    columns: [{ name: boundColumns(node)?.[0]?.name ?? "Count", type: "long" }],
    step: { kind: "count" },
  }),
  examples: [{ query: "range x from 1 to 5 step 1 | count", rows: [[5]] }],
};

export const countStep = stepDefinition<Count>({
  kind: "count",
  fold: () => () => {
    let count = 0;
    return {
      add: (rows) => {
        count += rows.length;
      },
      finish: () => [[count]],
    };
  },
});
