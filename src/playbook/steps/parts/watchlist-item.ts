/** Where the item of an account in a watchlist stands. */

/** Version of the API. Source: https://learn.microsoft.com/rest/api/securityinsights/watchlist-items, read 2026-11-23. */
const API_VERSION = "2024-09-01";

/** An item's id is a GUID: the account's object id, so that each account is on a list once. */
export function itemUri(workspace: string, alias: string): string {
  const list = `https://management.azure.com${workspace}/providers/Microsoft.SecurityInsights/watchlists/${alias}`;
  return `${list}/watchlistItems/@{body('User')?['id']}?api-version=${API_VERSION}`;
}
