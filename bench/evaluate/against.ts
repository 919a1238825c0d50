/** One query over the same rows by picket and by DuckDB; what comes out must be the same. */

import type { Rows } from "../../src/kql/run";
import { duckDbSide, ticksOf } from "./duckdb";
import { collectGarbage, EVENT_COLUMNS, generatedEvents, milliseconds, preparedQuery } from "./events";

/** The fastest of several rounds, in milliseconds. */
export interface Against {
  readonly picket: number;
  readonly load: number;
  readonly query: number;
}

export const KQL = `Events
| where ResultType != "0" and Agent has "mozilla" and Bytes > 1000
| extend Domain = tolower(tostring(split(Account, "@")[1])), Hour = bin(TimeGenerated, 1h)
| project Domain, Hour, Bytes
| summarize Count = count(), Bytes = sum(Bytes) by Domain, Hour`;

const SQL = `select lower(split_part(Account, '@', 2)) as Domain, time_bucket(interval 1 hour, TimeGenerated) as Hour,
  count(*) as Count, cast(sum(Bytes) as bigint) as Bytes
from Events
where ResultType <> '0' and regexp_matches(Agent, '\\bmozilla\\b', 'i') and Bytes > 1000
group by all`;

/** Rows that one round of a side goes over, at least: few, so that some round of a small table is not interrupted. */
const ROWS_PER_ROUND = 10_000;
/** Rows that all rounds go over, at least: the code is compiled by then. */
const ROWS_IN_ALL = 2_000_000;
const ROUNDS_MIN = 7;

export async function measureAgainst(count: number): Promise<Against> {
  const events = generatedEvents(count);
  const run = preparedQuery(KQL, { Events: EVENT_COLUMNS });
  const tables = new Map([["Events", events]]);
  const duckDb = await duckDbSide(SQL);
  await duckDb.load(events);
  expectSame(run(tables), await duckDb.query());
  const repetitions = Math.ceil(ROWS_PER_ROUND / count);
  let [picket, load, query] = [Infinity, Infinity, Infinity];
  const rounds = Math.max(ROUNDS_MIN, ROWS_IN_ALL / (repetitions * count));
  for (let round = 0; round < rounds; round++) {
    if (repetitions === 1) collectGarbage();
    picket = Math.min(picket, milliseconds(() => repeat(repetitions, () => run(tables))) / repetitions);
    const start = performance.now();
    await duckDb.load(events);
    load = Math.min(load, performance.now() - start);
    const asked = performance.now();
    await duckDb.query();
    query = Math.min(query, performance.now() - asked);
  }
  return { picket, load, query };
}

function repeat(times: number, work: () => unknown): void {
  for (let time = 0; time < times; time++) work();
}

function expectSame(ours: Rows, theirs: readonly (readonly unknown[])[]): void {
  const left = ours.map((row) => row.join("\t"));
  const right = theirs.map(([domain, hour, ...rest]) => [domain, ticksOf(hour), ...rest].join("\t"));
  const isSame = left.length === right.length && left.sort().join("\n") === right.sort().join("\n");
  if (!isSame || left.length === 0) throw new Error("picket and DuckDB give different rows");
}
