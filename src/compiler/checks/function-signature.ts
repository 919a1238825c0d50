/** The signature of a function. */

import type { CheckInfo } from "../../diagnostics";

export const functionSignature: CheckInfo = {
  code: "PKT5304",
  severity: "error",
  title: "a signature that is none",
  why: "The service stores the parameters as text and finds the mistake only when a query calls the function.",
  source: "https://learn.microsoft.com/kusto/query/schema-entities/stored-functions, read 2026-11-24",
  avoid: `kind: Function\nkey: bad-sources\nname: BadSources\nsignature: "(lookback = 1d)"\nquery: SigninLogs\n`,
  prefer: `kind: Function\nkey: bad-sources\nname: BadSources\nsignature: "(lookback: timespan = 1d)"\nquery: SigninLogs | where TimeGenerated > ago(lookback)\n`,
  nearMiss: `kind: Function\nkey: bad-sources\nname: BadSources\nsignature: "(T: (UserId: string), lookback: timespan = 1d)"\nquery: T | where lookback > 1h\n`,
};
