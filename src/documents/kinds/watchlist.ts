/** A watchlist: a small table that queries read by its alias. */

import type { Static } from "typebox";
import { list, map, oneOf, optional, text, texts } from "../shape/words";
import { documentShape, type KindDefinition } from "./kind";
import { ownFolder, type Scaffold } from "./scaffold";

const description = "A watchlist: a small table that queries read with _GetWatchlist.";

const rows = list(texts("One row: a value for each column."), "Rows, each a list with a value for every column.");
const file = text("A CSV file beside this one, its first line naming the columns.", { minLength: 1 });

const shape = documentShape(
  "Watchlist",
  {
    alias: text("What _GetWatchlist calls it: 3 to 64 letters, digits, hyphens and underscores.", {
      format: "watchlistAlias",
    }),
    name: optional(text("Title in the portal (default: the alias).", { minLength: 1 })),
    description: optional(text("What it holds.")),
    searchKey: text("The column that queries join on.", { minLength: 1 }),
    columns: optional(texts("Names of the columns; all hold text. With a file, its first line names them.")),
    rows: optional(rows),
    file: optional(file),
    managed: optional(
      oneOf(
        ["rows", "seed"],
        "rows (default): picket keeps every row, at most 500; seed: picket gives the first content, then it is the tenant's own.",
      ),
    ),
  },
  description,
);

export type WatchlistBody = Static<typeof shape>;

const scaffold: Scaffold = {
  path: ownFolder("watchlist.yaml"),
  text: ({ key, alias }) => `key: ${key}
kind: Watchlist
alias: ${alias}
description: What it holds, and who keeps it.
searchKey: Address
columns: [Address, Note]
rows:
  - [192.0.2.1, an example]
`,
};

export const watchlist = {
  kind: "Watchlist",
  description,
  shape,
  identity: "key",
  foreignKeys: "refuse",
  overrides: map({ rows: optional(rows), file: optional(file) }, "Rows of a watchlist for one tenant."),
  scaffold,
} as const satisfies KindDefinition;
