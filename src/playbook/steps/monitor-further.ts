/** Keeps an account under watch. */

import { Type } from "typebox";
import { call, inOrder } from "./parts/actions";
import { outcome } from "./parts/outcome";
import { itemUri } from "./parts/watchlist-item";
import type { AccountStep } from "./step";

/** Days for which an account is watched where a document does not say. */
const DAYS_DEFAULT = 30;

export const monitorFurther: AccountStep = {
  kind: "account",
  name: "monitor-further",
  summary:
    "Puts the account on a watchlist that rules and hunts read, with a day on which the watch ends. The columns are UserId, UserPrincipalName, Until and Incident.",
  does: ({ days = DAYS_DEFAULT }) => `watch the account for ${days} days`,
  repeat: "The item has a fixed id: a second run moves the end.",
  source: "https://learn.microsoft.com/rest/api/securityinsights/watchlist-items/create-or-update, read 2026-11-23",
  settings: Type.Object({
    watchlist: Type.String({ description: "Key of the Watchlist document.", minLength: 1 }),
    days: Type.Optional(Type.Integer({ description: "Days of watch (default 30).", minimum: 1, maximum: 365 })),
  }),
  references: { watchlist: "Watchlist" },
  isDestructive: false,
  undo: "stop-monitoring",
  act: ({ watchlist, days = DAYS_DEFAULT }, { workspace }) =>
    inOrder({
      Watch: call({
        method: "PUT",
        uri: itemUri(workspace, String(watchlist)),
        body: {
          properties: {
            itemsKeyValue: {
              UserId: "@{body('User')?['id']}",
              UserPrincipalName: "@{body('User')?['userPrincipalName']}",
              Until: `@{formatDateTime(addDays(utcNow(), ${days}), 'yyyy-MM-dd')}`,
              Incident: "@{triggerBody()?['incident']}",
            },
          },
        },
      }),
      Outcome: outcome({ outcome: "'done'", detail: `'on the watchlist for ${days} days'` }),
    }),
};
