/** DuckDB's side: the same rows through its appender, and the same query in its language. */

import type { Row, Rows } from "../../src/kql/run";

/** What is used of `@duckdb/node-api`, which the project itself does not depend on. */
interface DuckDb {
  readonly DuckDBInstance: {
    readonly create: (path: string) => Promise<{ readonly connect: () => Promise<Connection> }>;
  };
  readonly DuckDBTimestampValue: new (micros: bigint) => unknown;
}

interface Connection {
  readonly run: (sql: string) => Promise<unknown>;
  readonly runAndReadAll: (sql: string) => Promise<{ readonly getRows: () => readonly (readonly unknown[])[] }>;
  readonly createAppender: (table: string) => Promise<Appender>;
}

interface Appender {
  readonly appendTimestamp: (value: unknown) => void;
  readonly appendVarchar: (value: string) => void;
  readonly appendBigInt: (value: bigint) => void;
  readonly endRow: () => void;
  readonly closeSync: () => void;
}

export interface DuckDbSide {
  readonly load: (rows: Rows) => Promise<void>;
  readonly query: () => Promise<readonly (readonly unknown[])[]>;
}

const UNIX_EPOCH_TICKS = 621_355_968_000_000_000n;
const TICKS_PER_MICRO = 10n;

const TABLE =
  "create or replace table Events(TimeGenerated timestamp, Account varchar, Address varchar, ResultType varchar, App varchar, Agent varchar, Session bigint, Bytes bigint)";

/** With DuckDB's own settings: as many threads as there are cores. */
export async function duckDbSide(sql: string): Promise<DuckDbSide> {
  const { DuckDBInstance, DuckDBTimestampValue } = require("@duckdb/node-api") as DuckDb;
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const timestamp = (ticks: unknown) =>
    new DuckDBTimestampValue(((ticks as bigint) - UNIX_EPOCH_TICKS) / TICKS_PER_MICRO);
  return {
    load: async (rows) => {
      await connection.run(TABLE);
      const appender = await connection.createAppender("Events");
      for (const row of rows) append(appender, row, timestamp);
      appender.closeSync();
    },
    query: async () => (await connection.runAndReadAll(sql)).getRows(),
  };
}

function append(appender: Appender, [time, ...rest]: Row, timestamp: (ticks: unknown) => unknown): void {
  appender.appendTimestamp(timestamp(time));
  for (const value of rest) {
    if (typeof value === "string") appender.appendVarchar(value);
    else appender.appendBigInt(BigInt(value as number));
  }
  appender.endRow();
}

/** Ticks of a timestamp in a result. */
export function ticksOf(timestamp: unknown): bigint {
  return (timestamp as { readonly micros: bigint }).micros * TICKS_PER_MICRO + UNIX_EPOCH_TICKS;
}
