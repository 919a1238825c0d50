/** Watchlists of the tenant's documents, with what they are deployed with. */

import { parse } from "csv-parse/sync";
import { compileFor, type TenantDocument } from "../../compiler";
import type { BindRequest } from "../../kql/check";
import { type Rows, watchlistRows } from "../../kql/run";
import type { Tenant, WatchlistSeed } from "../../tenant";
import type { PlaybookFrame } from "./playbook-frame";

export function caseWatchlists(
  { documents, context }: PlaybookFrame,
  tenant: TenantDocument,
): readonly WatchlistSeed[] {
  return documents.flatMap((document): readonly WatchlistSeed[] => {
    if (document.kind !== "Watchlist") return [];
    const resources = compileFor(document, tenant, documents, context)?.value.resources ?? [];
    const rows = resources.flatMap(({ resource: { inputs } }): readonly Readonly<Record<string, string>>[] => {
      if (typeof inputs.rawContent === "string")
        return parse(inputs.rawContent, { columns: true }) as Record<string, string>[];
      return inputs.itemsKeyValue ? [inputs.itemsKeyValue as Readonly<Record<string, string>>] : [];
    });
    return [{ alias: document.body.alias, searchKey: document.body.searchKey, rows }];
  });
}

/** Rows as `_GetWatchlist` gives them, as the list is when it is asked. */
export function watchlistRowsOf(
  { workspace }: Tenant,
  { watchlists = [] }: Pick<BindRequest, "watchlists">,
): ReadonlyMap<string, Rows> {
  return new Map(
    watchlists.map(({ alias, columns }) => {
      const list = workspace.watchlists.get(alias.toLowerCase());
      const items = [...(list?.items.values() ?? [])];
      const rows = items.map(({ values }) => columns.map(({ name }) => String(values[name] ?? "")));
      return [alias.toLowerCase(), watchlistRows(rows, { columns, searchKey: list?.searchKey })] as const;
    }),
  );
}
