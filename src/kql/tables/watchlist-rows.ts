/** Rows of a watchlist as `_GetWatchlist` gives them: the columns of the service, then the list's own. */

import { WATCHLIST_COLUMNS } from "../kusto/globals";
import { valueOfCell } from "../values/cell";
import type { Column } from "../values/type-name";
import type { Row, Rows } from "../values/value";

interface Watchlist {
  readonly columns: readonly Column[];
  /** The column that items are found by. */
  readonly searchKey: string | undefined;
}

export function watchlistRows(rows: Rows, { columns, searchKey }: Watchlist): Rows {
  const key = columns.findIndex(({ name }) => name === searchKey);
  return rows.map((row, index) => watchlistRow(row, columns, { key, index }));
}

function watchlistRow(row: Row, columns: readonly Column[], { key, index }: { key: number; index: number }): Row {
  const item = Object.fromEntries(columns.map(({ name }, slot) => [name, row[slot]]));
  const service: Readonly<Record<string, unknown>> = {
    _DTItemId: `00000000-0000-4000-8000-${String(index + 1).padStart(12, "0")}`,
    SearchKey: key < 0 ? "" : String(row[key] ?? ""),
    WatchlistItem: item,
  };
  const values = WATCHLIST_COLUMNS.map(({ name, type }) => valueOfCell(service[name], type) ?? null);
  const own = row.filter((_, slot) => WATCHLIST_COLUMNS.every(({ name }) => name !== columns[slot]?.name));
  return [...values, ...own];
}
