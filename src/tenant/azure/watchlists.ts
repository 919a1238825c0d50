/** Watchlists and their items. */

import type { Json } from "../../plan";
import { ok } from "../api/reply";
import { isJsonObject, memberOf } from "../api/request";
import { sentinelResourceId, type Watchlist, type WatchlistItem, type Workspace } from "../workspace";
import { badRequest, notFound } from "./arm-error";
import { type AzureCall, type AzureRoute, page, SENTINEL_PATH } from "./azure-route";

const WATCHLIST = `${SENTINEL_PATH}/watchlists/{watchlist}`;
const ITEMS = `${WATCHLIST}/watchlistItems`;
const READ = "Microsoft.SecurityInsights/watchlists/read";

export const watchlistRoutes: readonly AzureRoute[] = [
  {
    method: "GET",
    path: WATCHLIST,
    source: page("securityinsights/watchlists/get"),
    operation: READ,
    answer: (call) => {
      const watchlist = watchlistOf(call);
      if (!watchlist) return notFound("The watchlist");
      const { alias, searchKey } = watchlist;
      return ok({
        id: sentinelResourceId(call.tenant.workspace, `Watchlists/${alias}`),
        name: alias,
        type: "Microsoft.SecurityInsights/Watchlists",
        properties: { watchlistAlias: alias, displayName: alias, itemsSearchKey: searchKey, isDeleted: false },
      });
    },
  },
  {
    method: "GET",
    path: ITEMS,
    source: page("securityinsights/watchlist-items/list"),
    operation: READ,
    answer: (call) => {
      const watchlist = watchlistOf(call);
      if (!watchlist) return notFound("The watchlist");
      return ok({
        value: [...watchlist.items.values()].map((each) => itemJson(call.tenant.workspace, watchlist, each)),
      });
    },
  },
  {
    method: "GET",
    path: `${ITEMS}/{item}`,
    source: page("securityinsights/watchlist-items/get"),
    operation: READ,
    answer: (call) => {
      const watchlist = watchlistOf(call);
      const item = watchlist?.items.get((call.parts.item ?? "").toLowerCase());
      return watchlist && item ? ok(itemJson(call.tenant.workspace, watchlist, item)) : notFound("The watchlist item");
    },
  },
  {
    method: "PUT",
    path: `${ITEMS}/{item}`,
    source: page("securityinsights/watchlist-items/create-or-update"),
    operation: "Microsoft.SecurityInsights/watchlists/write",
    answer: putItem,
  },
  {
    method: "DELETE",
    path: `${ITEMS}/{item}`,
    source: page("securityinsights/watchlist-items/delete"),
    operation: "Microsoft.SecurityInsights/watchlists/delete",
    answer: (call) => {
      const watchlist = watchlistOf(call);
      if (!watchlist) return notFound("The watchlist");
      // Deleting what is not there is answered without content, as the page documents.
      return watchlist.items.delete((call.parts.item ?? "").toLowerCase()) ? { statusCode: 200 } : { statusCode: 204 };
    },
  },
];

function watchlistOf({ tenant: { workspace }, parts }: AzureCall): Watchlist | undefined {
  return workspace.watchlists.get((parts.watchlist ?? "").toLowerCase());
}

function putItem(call: AzureCall) {
  const { tenant, request, parts } = call;
  const watchlist = watchlistOf(call);
  if (!watchlist) return notFound("The watchlist");
  const values = memberOf(memberOf(request.body, "properties"), "itemsKeyValue");
  if (!isJsonObject(values)) return badRequest("The request content was invalid: itemsKeyValue is required.");
  const id = parts.item ?? "";
  const before = watchlist.items.get(id.toLowerCase());
  const item = { id, values: { ...values }, created: before?.created ?? request.at, updated: request.at };
  watchlist.items.set(id.toLowerCase(), item);
  return { statusCode: before ? 200 : 201, body: itemJson(tenant.workspace, watchlist, item) };
}

function itemJson(workspace: Workspace, { alias }: Watchlist, { id, values, created, updated }: WatchlistItem): Json {
  return {
    id: sentinelResourceId(workspace, `Watchlists/${alias}/WatchlistItems/${id}`),
    name: id,
    type: "Microsoft.SecurityInsights/Watchlists/WatchlistItems",
    properties: {
      watchlistItemType: "watchlist-item",
      watchlistItemId: id,
      isDeleted: false,
      created,
      updated,
      itemsKeyValue: values,
    },
  };
}
