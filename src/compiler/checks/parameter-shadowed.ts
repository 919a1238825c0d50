/** A parameter whose name means something else where the query uses it. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

const parameter = (name: string) =>
  `parameters: { ${name}: { type: string, default: "50126", description: a result code } }`;

export const parameterShadowed: CheckInfo = {
  code: "PKT5403",
  severity: "error",
  title: "a parameter that a use in the query does not mean",
  why: "A parameter becomes a `let` before the query. Where a column has the same name the query reads the column, and the parameter tunes nothing.",
  source: "picket; kusto language service 12.4.1",
  avoid: rule({ query: "query: SigninLogs | where ResultType == ResultType", parameters: parameter("ResultType") }),
  prefer: rule({ query: "query: SigninLogs | where ResultType == wanted", parameters: parameter("wanted") }),
  nearMiss: rule({
    query: "query: SigninLogs | where ResultType == wanted | extend Result = wanted",
    parameters: parameter("wanted"),
  }),
};
