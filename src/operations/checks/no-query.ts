/** A query that can't be asked. */

import type { CheckInfo } from "../../diagnostics";

export const noQuery: CheckInfo = {
  code: "PKT9050",
  severity: "error",
  title: "a query that can't be asked",
  why: "A query comes from a file, a document or the command line, and its rows from files: what is named has to be there and to be one.",
  source: "picket",
  avoid: "picket query rules/missing.yaml --table SigninLogs\n",
  prefer: "picket query rules/new-user.yaml --table SigninLogs=events.ndjson\n",
  nearMiss: "picket query rules/hunts.yaml#late --table SigninLogs=events.ndjson\n",
};
