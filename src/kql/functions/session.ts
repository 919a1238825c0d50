/** `row_window_session`: rows near each other in time belong to one session. */

import type { Value } from "../values/value";
import { type KqlFunction, kqlFunction, page } from "./definition";

const TIMES = "range t from datetime(2026-01-01 00:00) to datetime(2026-01-01 00:04) step 1m";

/** When the session of a row began. A new one begins at a time too far from its start or from the time before, and on demand. */
const rowWindowSession = kqlFunction({
  name: "row_window_session",
  is: "window",
  source: page("row-window-session-function"),
  params: [
    { name: "time", type: "datetime" },
    { name: "from first", type: "timespan" },
    { name: "between neighbours", type: "timespan" },
    { name: "restart", type: "bool", optional: true },
  ],
  returns: "datetime",
  nulls: "sees nulls",
  examples: [
    [`toscalar(${TIMES} | extend s = row_window_session(t, 1h, 5m) | summarize max(s))`, "datetime(2026-01-01 00:00)"],
    [`toscalar(${TIMES} | extend s = row_window_session(t, 2m, 5m) | summarize max(s))`, "datetime(2026-01-01 00:04)"],
    [`toscalar(${TIMES} | extend s = row_window_session(t, 1h, 1m) | summarize dcount(s))`, "5"],
  ],
  compile: ([time, fromFirst, betweenNeighbours, restart], site) => {
    const [startKey, lastKey] = [{}, {}];
    return (row, run) => {
      const { carried } = run.window;
      const [now, whole, gap] = [time, fromFirst, betweenNeighbours].map((arg): Value => (arg ? arg(row, run) : null));
      const [start, last] = [carried.get(startKey) ?? null, carried.get(lastKey) ?? null];
      if (typeof whole !== "bigint" || typeof gap !== "bigint") {
        return site.refuse("unsupported", "`row_window_session` with a null distance is not evaluated");
      }
      const isNew =
        typeof now !== "bigint" ||
        typeof start !== "bigint" ||
        typeof last !== "bigint" ||
        now >= start + whole ||
        now >= last + gap ||
        restart?.(row, run) === true;
      const session = isNew ? now : start;
      carried.set(startKey, session ?? null).set(lastKey, now ?? null);
      return session ?? null;
    };
  },
});

export const sessionFunctions: readonly KqlFunction[] = [rowWindowSession];
