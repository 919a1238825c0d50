/** Ends the watch over an account. */

import { Type } from "typebox";
import { call, inOrder } from "./parts/actions";
import { outcome } from "./parts/outcome";
import { itemUri } from "./parts/watchlist-item";
import type { AccountStep } from "./step";

export const stopMonitoring: AccountStep = {
  kind: "account",
  name: "stop-monitoring",
  summary: "Takes an account from the watchlist onto which monitor-further put it on the same incident.",
  does: () => "take the account from the watchlist",
  repeat: "An item that is gone stays gone.",
  source: "https://learn.microsoft.com/rest/api/securityinsights/watchlist-items/delete, read 2026-11-23",
  settings: Type.Object({
    watchlist: Type.String({ description: "Key of the Watchlist document.", minLength: 1 }),
  }),
  references: { watchlist: "Watchlist" },
  isDestructive: false,
  memory: "undo",
  act: ({ watchlist }, { workspace }) =>
    inOrder({
      Unwatch: call({ method: "DELETE", uri: itemUri(workspace, String(watchlist)) }),
      Outcome: outcome({ outcome: "'done'", detail: "'taken from the watchlist'" }),
    }),
};
