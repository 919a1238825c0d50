/** Why a query is not run, or ends without a result. */

import type { CheckInfo } from "../../diagnostics";

const notEvaluated: CheckInfo = {
  code: "PKT2901",
  severity: "error",
  title: "a feature that is not evaluated",
  why: "The query is right, but picket can't run it faithfully, so it is not run at all: a guess would make a test worthless. docs/kql.md lists what runs.",
  source: "picket",
  avoid: "print a = 1 | evaluate python(typeof(*), 'result = df')",
  prefer: "print a = 1",
};

const refusedByEngine: CheckInfo = {
  code: "PKT2902",
  severity: "error",
  title: "a query that the service refuses, though its parser does not",
  why: "Microsoft's parser accepts this, but the engine answers with an error when the query runs.",
  source: "engine, recorded results read 2026-11-23",
  avoid: "datatable(x:long)[1, 2] | extend n = row_number()",
  prefer: "datatable(x:long)[1, 2] | serialize n = row_number()",
};

const limit: CheckInfo = {
  code: "PKT2903",
  severity: "error",
  title: "a query that runs away",
  why: "Rows, memory, time and nesting have limits, so that a runaway query ends and the process goes on.",
  source: "picket",
  avoid: "",
  prefer: "print 1",
};

const notRead: CheckInfo = {
  code: "PKT2904",
  severity: "error",
  title: "a query on which the parser fails",
  why: "Microsoft's parser ends with an internal error on a few odd texts; there is nothing to check then.",
  source: "kusto language service 12.4.1",
  avoid: "",
  prefer: "print 1",
};

const failed: CheckInfo = {
  code: "PKT2905",
  severity: "error",
  title: "an error while the query runs",
  why: "The service would end the query with an error on these rows.",
  source: "engine, recorded results read 2026-11-23",
  avoid: "",
  prefer: "print 1",
};

export const evaluationChecks = { notEvaluated, refusedByEngine, limit, notRead, failed } as const;
