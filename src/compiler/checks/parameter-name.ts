/** A parameter whose name is no KQL identifier. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const parameterName: CheckInfo = {
  code: "PKT5003",
  severity: "error",
  title: "a parameter that KQL can't name",
  why: "Each parameter becomes a `let` before the query: its name has to be an identifier, and none of the words of the language.",
  source: "https://learn.microsoft.com/kusto/query/schema-entities/entity-names, read 2026-11-23",
  avoid: rule({ parameters: "parameters: { failed-sign-ins: { type: int, default: 10, description: failures } }" }),
  prefer: rule({ parameters: "parameters: { failedSignIns: { type: int, default: 10, description: failures } }" }),
  nearMiss: rule({ parameters: "parameters: { where_: { type: int, default: 10, description: failures } }" }),
};
