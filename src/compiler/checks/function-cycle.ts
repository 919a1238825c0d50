/** Functions of the workspace that call each other in a circle. */

import type { CheckInfo } from "../../diagnostics";

const inner = "kind: Function\nkey: inner\nname: Inner\n";
const outer = "kind: Function\nkey: outer\nname: Outer\nquery: Inner() | take 5\n";

export const functionCycle: CheckInfo = {
  code: "PKT5404",
  severity: "error",
  title: "a function that calls itself",
  why: "KQL has no recursion: a function whose body leads back to itself, alone or through others, can't be bound, and neither can any query that calls it.",
  source: "https://learn.microsoft.com/kusto/query/functions/user-defined-functions, read 2026-11-25",
  avoid: `${inner}query: Outer() | take 1\n---\n${outer}`,
  prefer: `${inner}query: SigninLogs | project UserId\n---\n${outer}`,
  nearMiss: `${inner}query: SigninLogs | project Outer = UserId\n---\n${outer}`,
};
