/** Operators that change no row: `as` gives the rows a name, `render` is for a chart, `consume` reads. */

import { page } from "../functions/definition";
import { childOf, simpleName } from "../kusto/node";
import { withName } from "../lower/scope";
import { shared } from "../lower/share";
import type { OperatorDefinition } from "./definition";

export const as: OperatorDefinition = {
  name: "as",
  syntax: ["AsOperator"],
  source: page("as-operator"),
  order: "keeps",
  lower: (node, scope, input) => {
    const instead = shared(input, scope);
    const name = simpleName(childOf(node, "Name"));
    return {
      columns: scope.columns,
      instead,
      names: withName(scope.names, name, { kind: "tabular", tabular: instead }),
    };
  },
  examples: [{ query: "range x from 1 to 2 step 1 | as T | where x == toscalar(T | count)", rows: [[2]] }],
};

export const render: OperatorDefinition = {
  name: "render",
  syntax: ["RenderOperator"],
  source: page("render-operator"),
  order: "keeps",
  lower: (_node, scope) => ({ columns: scope.columns }),
  examples: [{ query: "print a = 1 | render table", rows: [[1]] }],
};
