/** The content of a watchlist. */

import type { CheckInfo } from "../../diagnostics";

export const watchlistContent: CheckInfo = {
  code: "PKT5301",
  severity: "error",
  title: "a watchlist whose rows and columns do not fit",
  why: "A value in the wrong column would be found under a name that is not its own, or not at all.",
  source: "picket",
  avoid: `kind: Watchlist\nkey: egress\nalias: Egress\nsearchKey: Address\ncolumns: [Address, Owner]\nrows: [[192.0.2.0/24]]\n`,
  prefer: `kind: Watchlist\nkey: egress\nalias: Egress\nsearchKey: Address\ncolumns: [Address, Owner]\nrows: [[192.0.2.0/24, HQ]]\n`,
  nearMiss: `kind: Watchlist\nkey: egress\nalias: Egress\nsearchKey: Address\ncolumns: [Address, Owner]\nrows: []\n`,
};
