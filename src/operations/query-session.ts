/** Queries on rows of files, with the functions, tables and watchlists of a project: one after another, as a person asks them. */

import { compileFor } from "../compiler";
import { type Diagnostic, hasErrors, placeOf, type SourceText } from "../diagnostics";
import { type BindRequest, bind, type Column, huntingTableHelp } from "../kql/check";
import { type Json, type Rows, watchlistRows } from "../kql/run";
import { besideOnDisk, readProject } from "../repository";
import { anyTenant, type PlacedTap, watchlistContent } from "../testing";
import { bindHere } from "./bind-here";
import { runBound } from "./query";
import { readLocations } from "./query-locations";
import { type Queried, queryOfFile, queryOfText } from "./query-source";
import { queryRows, readTables } from "./query-tables";

export interface QuerySessionRequest {
  readonly folder: string;
  /** Each `TABLE=FILE`. */
  readonly tables: readonly string[];
  /** A JSON file that says where addresses are. */
  readonly geo?: string | undefined;
  /** Members of the period that `series_decompose` finds by itself; 0 for none. */
  readonly seasonality?: number | undefined;
  /** What `now()` is, ISO 8601. */
  readonly now: string;
  readonly elapsedSeconds: () => number;
}

export interface QuerySession {
  /** What is wrong with the given rows. */
  readonly diagnostics: readonly Diagnostic[];
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  readonly askText: (source: SourceText) => QueryAnswer;
  /** A file of KQL, or a document: `rules/x.yaml`, `rules/x.yaml#key`. */
  readonly askFile: (name: string) => QueryAnswer;
}

export interface QueryAnswer {
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where the query did not run. */
  readonly result?: {
    readonly columns: readonly Column[];
    readonly rows: readonly (readonly Json[])[];
    readonly taps: readonly PlacedTap[];
  };
}

/** A table that nobody knows gets its columns from rows that are given. */
function withRowsHelp(each: Diagnostic): Diagnostic {
  if (!/any known table\b/.test(each.message) || each.help?.startsWith("did you mean")) return each;
  const name = each.at?.source.text.slice(each.at.start, each.at.end) ?? "";
  if (!/^\w+$/.test(name)) return each;
  return { ...each, help: huntingTableHelp(name) ?? `rows give it its columns: --table ${name}=events.csv` };
}

export function openQuerySession(request: QuerySessionRequest): QuerySession {
  const { folder, tables, geo, seasonality, now, elapsedSeconds } = request;
  const { documents } = readProject(folder);
  const files = readTables(folder, tables);
  const locations = geo === undefined ? undefined : readLocations(folder, geo);
  const context = { now, purpose: "check" as const, beside: besideOnDisk(folder), bound: bindHere(), elapsedSeconds };
  const ask = (query: Queried): QueryAnswer => {
    const tenant = anyTenant(query.place);
    const made = compileFor(query, tenant, documents, { ...context, bound: () => undefined });
    const compiled = made?.value.query;
    if (!made || !compiled || hasErrors(made.diagnostics)) return { diagnostics: made?.diagnostics ?? [] };
    const given = queryRows(compiled.request, files.tables, Date.parse(now));
    if (hasErrors(given.diagnostics)) return { diagnostics: given.diagnostics };
    const placed = (start: number, end: number) => compiled.query.placeOf(start, end).at;
    const ran = runBound(bind(given.request), {
      request: given.request,
      placed,
      world: {
        now,
        elapsedSeconds,
        tables: given.tables,
        ingested: given.ingested,
        watchlists: watchlistsOf(given.request),
        ...(locations?.value ? { geo: locations.value } : {}),
        ...(seasonality === undefined ? {} : { seasonality }),
        taps: true,
      },
    });
    if ("refused" in ran) return { diagnostics: ran.diagnostics.map(withRowsHelp) };
    const taps = ran.taps.map(({ step, at: [start, end], rowsIn, rowsOut }): PlacedTap => {
      const { path, start: from } = placeOf(placed(start, end));
      return { step, rowsIn, rowsOut, path, line: from.line, column: from.column };
    });
    return { diagnostics: ran.diagnostics, result: { columns: ran.columns, rows: ran.cells, taps } };
  };
  const watchlistsOf = (request: BindRequest): ReadonlyMap<string, Rows> => {
    const lists = documents.flatMap((each) => (each.kind === "Watchlist" ? [each] : []));
    const filled = (request.watchlists ?? []).flatMap(({ alias, columns }) => {
      const list = lists.find(({ body }) => body.alias.toLowerCase() === alias.toLowerCase());
      if (!list) return [];
      const cells = watchlistContent(list, { documents, context }, anyTenant(list.place));
      const rows = cells.map((row) => columns.map((_, slot) => row[slot] ?? ""));
      return [[alias.toLowerCase(), watchlistRows(rows, { columns, searchKey: list.body.searchKey })] as const];
    });
    return new Map(filled);
  };
  return {
    diagnostics: [...files.diagnostics, ...(locations?.diagnostics ?? [])],
    tables: files.tables.map(({ name, rows }) => ({ name, rows: rows.length })),
    askText: (source) => ask(queryOfText(source)),
    askFile: (name) => {
      const { value, diagnostics } = queryOfFile(folder, name);
      return value ? ask(value) : { diagnostics };
    },
  };
}
