/** Operators that change no row themselves: `as` gives the rows a name, `render` is for a chart, `invoke` hands them to a function. */

import { page } from "../functions/definition";
import { childOf, simpleName } from "../kusto/node";
import { callWithBody, lowerCalledTabular } from "../lower/called-function";
import { report, withName } from "../lower/scope";
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

export const invoke: OperatorDefinition = {
  name: "invoke",
  syntax: ["InvokeOperator"],
  source: page("invoke-operator"),
  order: "keeps",
  lower: (node, scope, input) => {
    const call = childOf(node, "Function");
    const called = callWithBody(call);
    if (!called) {
      report(scope, node, "unsupported", "`invoke` of a function without a body in KQL is not evaluated");
      return undefined;
    }
    const instead = lowerCalledTabular(call, called, { ...scope, columns: [] }, shared(input, scope));
    return { columns: instead.columns, instead };
  },
  examples: [
    {
      query: "let f = (T:(x:long), n:long) { T | where x > n }; range x from 1 to 3 step 1 | invoke f(2)",
      rows: [[3]],
    },
  ],
};
