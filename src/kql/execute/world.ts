/** What a query may read while it runs: rows by table and watchlist, files by address. */

import type { Dynamic, Row, Rows } from "../values/value";

export interface World {
  /** Rows in the order of the columns that the query was bound with; a table that is not here is empty. */
  readonly tables: ReadonlyMap<string, Rows>;
  readonly watchlists: ReadonlyMap<string, Rows>;
  /** When a row of a table was ingested, in ticks; rows that are not here have no known time. */
  readonly ingested: ReadonlyMap<Row, bigint>;
  /** Texts that `externaldata` reads, by address. */
  readonly external: ReadonlyMap<string, string>;
  /** Members of the period that `series_decompose` and its kin find by themselves, 0 for none; absent where nobody says. */
  readonly seasonality?: number;
  /** Where an address is; absent where nobody says so of any. */
  readonly locationOf?: (address: string) => Dynamic | undefined;
}
