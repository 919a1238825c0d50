/** Rows of watchlists in a case: as it gives them, else as the tenant's documents fill them. */

import { parse } from "csv-parse/sync";
import { compileFor, type TenantDocument } from "../../compiler";
import { type Diagnostic, didYouMean } from "../../diagnostics";
import { type DocumentOf, pointerStep } from "../../documents";
import type { BindRequest } from "../../kql/check";
import { type Rows, watchlistRows } from "../../kql/run";
import { badTest, type CaseFrame } from "./case-frame";

export interface CaseWatchlists {
  /** By alias in lower case. */
  readonly rows: ReadonlyMap<string, Rows>;
  readonly diagnostics: readonly Diagnostic[];
}

export function caseWatchlists(frame: CaseFrame, request: BindRequest, tenant: TenantDocument): CaseWatchlists {
  const lists = frame.documents.flatMap((each) => (each.kind === "Watchlist" ? [each] : []));
  const given = Object.entries(frame.body.watchlists ?? {});
  const diagnostics: Diagnostic[] = [];
  for (const [alias] of given) {
    if (lists.some((list) => isCalled(list, alias))) continue;
    const help = didYouMean(
      alias,
      lists.map(({ body }) => body.alias),
    );
    const at = frame.at(`/watchlists${pointerStep(alias)}`, "key");
    diagnostics.push(badTest(`no watchlist has the alias \`${alias}\``, at, help));
  }
  const rows = new Map<string, Rows>();
  for (const { alias, columns } of request.watchlists ?? []) {
    const list = lists.find((each) => isCalled(each, alias));
    if (!list) continue;
    const [name, own] = given.find(([each]) => isCalled(list, each)) ?? [];
    const cells = own ?? watchlistContent(list, frame, tenant);
    for (const [index, row] of cells.entries()) {
      if (row.length <= columns.length || name === undefined) continue;
      const at = frame.at(`/watchlists${pointerStep(name)}/${index}`);
      diagnostics.push(badTest(`the row has ${row.length} cells for ${columns.length} columns`, at));
    }
    const filled = cells.map((row) => columns.map((_, slot) => row[slot] ?? ""));
    rows.set(alias.toLowerCase(), watchlistRows(filled, { columns, searchKey: list.body.searchKey }));
  }
  return { rows, diagnostics };
}

function isCalled({ body }: DocumentOf<"Watchlist">, alias: string): boolean {
  return body.alias.toLowerCase() === alias.toLowerCase();
}

/** What is deployed: an item for each row, or the text of the first content. */
export function watchlistContent(
  list: DocumentOf<"Watchlist">,
  { documents, context }: Pick<CaseFrame, "documents" | "context">,
  tenant: TenantDocument,
): readonly (readonly string[])[] {
  const resources = compileFor(list, tenant, documents, context)?.value.resources ?? [];
  return resources.flatMap(({ resource: { inputs } }): readonly (readonly string[])[] => {
    if (typeof inputs.rawContent === "string") return (parse(inputs.rawContent) as string[][]).slice(1);
    return inputs.itemsKeyValue ? [Object.values(inputs.itemsKeyValue as Readonly<Record<string, string>>)] : [];
  });
}
