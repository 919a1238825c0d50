/** A constraint that does not fit its parameter. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const parameterConstraint: CheckInfo = {
  code: "PKT5005",
  severity: "error",
  title: "a constraint that can't be applied",
  why: "A range on text or a broken pattern would never refuse anything.",
  source: "picket",
  avoid: rule({ parameters: "parameters: { name: { type: string, default: a, pattern: '(', description: name } }" }),
  prefer: rule({
    parameters: "parameters: { name: { type: string, default: a, pattern: '[a-z]+', description: name } }",
  }),
  nearMiss: rule({
    query: "query: SigninLogs | where UserPrincipalName startswith name",
    parameters: "parameters: { name: { type: string, default: (a), pattern: '[(].*', description: name } }",
  }),
};
