/** Why a query is not run, or ends without a result. */

import type { CheckInfo } from "../../diagnostics";

const notEvaluated: CheckInfo = {
  code: "PKT2901",
  severity: "error",
  title: "a feature that is not evaluated",
  why: "The query is right, but picket can't run it faithfully, so it is not run at all: a guess would make a test worthless. docs/kql.md lists what runs.",
  source: "picket",
  avoid: "SigninLogs | evaluate python(typeof(*), 'result = df')",
  prefer: "SigninLogs | summarize Count = count() by UserPrincipalName",
  nearMiss: "print Signin = dynamic({'City': 'Oslo'}) | evaluate bag_unpack(Signin) : (City: string)",
};

const refusedByEngine: CheckInfo = {
  code: "PKT2902",
  severity: "error",
  title: "a query that the service refuses, though its parser does not",
  why: "Microsoft's parser accepts this, but the engine answers with an error when the query runs.",
  source: "engine, recorded results read 2026-11-23",
  avoid: "SigninLogs | where TimeGenerated > datetime(2026-02-29)",
  prefer: "SigninLogs | where TimeGenerated > datetime(2026-02-28)",
  nearMiss: "SigninLogs | where TimeGenerated > datetime(2028-02-29)",
};

const limit: CheckInfo = {
  code: "PKT2903",
  severity: "error",
  title: "a query that runs away",
  why: "Rows, memory, time and nesting have limits, so that a runaway query ends and the process goes on.",
  source: "picket",
  avoid: "range Number from 1 to 10000000000 step 1",
  prefer: "range Number from 1 to 100 step 1",
  nearMiss: "range Minute from ago(14d) to now() step 1m | summarize Minutes = count()",
};

const notRead: CheckInfo = {
  code: "PKT2904",
  severity: "error",
  title: "a query on which the parser fails",
  why: "Microsoft's parser ends with an internal error on a few odd texts; there is nothing to check then.",
  source: "kusto language service 12.4.1",
  avoid: "SigninLogs | graph-match (user)-[signin]>(address) where user.x == 1 project signin",
  prefer:
    "SigninLogs | make-graph UserId --> IPAddress with_node_id=Id | graph-match (user)-[signin]->(address) project user.Id",
  nearMiss:
    "SigninLogs | make-graph UserId --> IPAddress with_node_id=Id | graph-match (user)-[signin]-(address) project user.Id",
};

const failed: CheckInfo = {
  code: "PKT2905",
  severity: "error",
  title: "an error while the query runs",
  why: "The service would end the query with an error on these rows.",
  source: "engine, recorded results read 2026-11-23",
  avoid: "range Day from 1 to 3 step 1 | extend Checked = assert(Day < 3, 'at most two days')",
  prefer: "range Day from 1 to 3 step 1 | where Day < 3",
  nearMiss: "print When = todatetime('never'), Ratio = 1 / 0",
};

export const evaluationChecks = { notEvaluated, refusedByEngine, limit, notRead, failed } as const;
