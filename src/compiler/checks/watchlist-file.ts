/** The file of a watchlist. */

import type { CheckInfo } from "../../diagnostics";

export const watchlistFile: CheckInfo = {
  code: "PKT5302",
  severity: "error",
  title: "a watchlist file that can't be used",
  why: "The rows come from the file; without it the list would be empty and every rule on it silent.",
  source: "picket",
  avoid: `kind: Watchlist\nkey: egress\nalias: Egress\nsearchKey: Address\nfile: missing.csv\n`,
  prefer: `kind: Watchlist\nkey: egress\nalias: Egress\nsearchKey: Address\ncolumns: [Address]\nrows: [[192.0.2.0/24]]\n`,
  nearMiss: "kind: Watchlist\nkey: egress\nalias: Egress\nsearchKey: Address\nfile: egress.csv\n",
};
