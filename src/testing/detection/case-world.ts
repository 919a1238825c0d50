/** The world of a case: rows of tables and watchlists as a run of the subject can see them. */

import type { CompileContext } from "../../compiler";
import { type Diagnostic, didYouMean, finding } from "../../diagnostics";
import { type BindRequest, standardTable, standardTableNames, WATCHLIST_COLUMNS } from "../../kql/check";
import { type Row, type Rows, valueOfCell } from "../../kql/run";
import { isVisible, type Window } from "../../sentinel";
import { testingInfo } from "../checks/checks";
import type { DetectionCase, DetectionTest } from "./case-query";
import { type GivenRow, readEvents } from "./event-files";
import { type TypedEvent, typedEvents } from "./typed-events";

export interface CaseWorld {
  readonly tables: ReadonlyMap<string, Rows>;
  readonly watchlists: ReadonlyMap<string, Rows>;
  /** When each row was ingested, in ticks. */
  readonly ingested: ReadonlyMap<Row, bigint>;
  readonly external: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

interface CaseParts {
  readonly test: DetectionTest;
  readonly index: number;
  readonly request: BindRequest;
  readonly beside: CompileContext["beside"];
  /** Undefined for hunts and functions: they see every row. */
  readonly window: Window | undefined;
}

export function caseWorld(parts: CaseParts): CaseWorld {
  const { test, index, request, beside } = parts;
  const each: Partial<DetectionCase> = test.body.cases[index] ?? {};
  const diagnostics: Diagnostic[] = [];
  const tables = new Map<string, Rows>();
  const ingested = new Map<Row, bigint>();
  for (const name of Object.keys(each.given ?? {})) {
    const read = tableRows(name, parts);
    tables.set(
      name,
      read.events.map(({ row }) => row),
    );
    for (const event of read.events) ingested.set(event.row, ticksOf(event.ingested));
    diagnostics.push(...read.diagnostics);
  }
  const external = new Map<string, string>();
  for (const [address, file] of Object.entries(each.external ?? {})) {
    const text = beside(test.place.path, file);
    if (text === undefined) diagnostics.push(noFile(test, `/cases/${index}/external`, file));
    else external.set(address, text);
  }
  const lists = Object.entries(each.watchlists ?? {}).map(
    ([alias, rows]) => [alias.toLowerCase(), watchlistRows(alias, rows, request)] as const,
  );
  return { tables, watchlists: new Map(lists), ingested, external, diagnostics };
}

/** Milliseconds since 1970 as ticks of 100 ns since the year 1. */
function ticksOf(milliseconds: number): bigint {
  return (BigInt(Math.round(milliseconds)) + UNIX_EPOCH_MILLISECONDS) * 10_000n;
}

const UNIX_EPOCH_MILLISECONDS = 62_135_596_800_000n;

function noFile({ place }: DetectionTest, pointer: string, file: string): Diagnostic {
  const message = `the file \`${file}\` does not exist beside the test`;
  return finding(testingInfo.badTest, { message, at: place.at(pointer) });
}

function tableRows(
  name: string,
  { test, index, request, beside, window }: CaseParts,
): { readonly events: readonly TypedEvent[]; readonly diagnostics: readonly Diagnostic[] } {
  const pointer = `/cases/${index}/given/${name}`;
  const shape = request.tables?.find((each) => each.name === name) ?? standardTable(name);
  if (!shape) {
    const help = didYouMean(name, standardTableNames());
    const message = `no table has the name \`${name}\``;
    const at = test.place.at(pointer, "key");
    return { events: [], diagnostics: [finding(testingInfo.badTest, { message, at, ...(help ? { help } : {}) })] };
  }
  const given = test.body.cases[index]?.given?.[name] ?? [];
  const read = "file" in given ? fileRows(String(given.file)) : { value: inlineRows(given), diagnostics: [] };
  const now = Date.parse(test.body.now);
  const typed = typedEvents(read.value, { name, columns: shape.columns, now });
  const visible = typed.value.filter((event) => !window || isVisible(event, window));
  return { events: visible, diagnostics: [...read.diagnostics, ...typed.diagnostics] };

  function fileRows(file: string) {
    const text = beside(test.place.path, file);
    const path = `${test.place.path.replace(/[^/]*$/, "")}${file}`;
    return text === undefined ? { value: [], diagnostics: [noFile(test, pointer, file)] } : readEvents(path, text);
  }

  function inlineRows(rows: readonly Readonly<Record<string, unknown>>[]): readonly GivenRow[] {
    return rows.map((cells, row) => ({ cells, at: (column) => test.place.at(`${pointer}/${row}/${column}`) }));
  }
}

/** Columns of the service come first, then the list's own; all of them hold text. */
function watchlistRows(alias: string, rows: readonly (readonly string[])[], request: BindRequest): Rows {
  const shape = request.watchlists?.find((each) => each.alias.toLowerCase() === alias.toLowerCase());
  const own = shape?.columns ?? [];
  return rows.map((row) => {
    const item = Object.fromEntries(own.map(({ name }, slot) => [name, row[slot] ?? ""]));
    const service: Readonly<Record<string, unknown>> = { SearchKey: row[0] ?? "", WatchlistItem: item };
    const head = WATCHLIST_COLUMNS.map(({ name, type }) => valueOfCell(service[name], type) ?? null);
    return [...head, ...own.map((_, slot) => row[slot] ?? "")];
  });
}
