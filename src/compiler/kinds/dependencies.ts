/** What a query needs to be there before it: functions that it calls, watchlists that it reads, Sentinel itself. */

import { compareTexts } from "../../diagnostics";
import type { Frame } from "../frame";
import { namesIn } from "../parameters/names-in-query";

/** Logical names of the resources; `self` is left out. The service refuses a rule whose query names what is not there. */
export function dependencies(query: string, { library }: Frame, self?: string): readonly string[] {
  const names = namesIn(query);
  const functions = library.functions.filter(({ name }) => names.has(name)).map(({ key }) => key);
  const watchlists = library.watchlists.filter(({ alias }) => readsWatchlist(query, alias)).map(({ key }) => key);
  return [...new Set([...functions, ...watchlists, ...library.always])]
    .filter((key) => key !== self)
    .sort(compareTexts);
}

function readsWatchlist(query: string, alias: string): boolean {
  return new RegExp(`_GetWatchlist\\s*\\(\\s*@?["']${alias}["']`, "i").test(query);
}
