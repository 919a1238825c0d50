/** The world of a case: rows of tables as a run of the subject can see them, and files by their address. */

import { type Diagnostic, didYouMean, type Parsed } from "../../diagnostics";
import { pointerStep } from "../../documents";
import { type BindRequest, standardTableNames } from "../../kql/check";
import { type IpLocations, isLocated, type Row, type Rows } from "../../kql/run";
import { isVisible, type Window } from "../../sentinel";
import { badTest, type CaseFrame } from "./case-frame";
import { givenRows, noFile } from "./given-rows";
import { typedTable } from "./given-table";
import { ticksOf } from "./typed-events";

export interface CaseWorld {
  /** With the columns that given rows have in tables to which resources add their own. */
  readonly request: BindRequest;
  readonly tables: ReadonlyMap<string, Rows>;
  /** When each row was ingested, in ticks. */
  readonly ingested: ReadonlyMap<Row, bigint>;
  readonly external: ReadonlyMap<string, string>;
  readonly geo: IpLocations | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Hunts and functions have no window: they see every row. */
export function caseWorld(frame: CaseFrame, asked: BindRequest, window: Window | undefined): CaseWorld {
  const diagnostics: Diagnostic[] = [];
  const tables = new Map<string, Rows>();
  const ingested = new Map<Row, bigint>();
  let request = asked;
  for (const [name, given] of Object.entries(frame.body.given ?? {})) {
    const read = givenRows(frame, given, `/given${pointerStep(name)}`);
    const typed = typedTable(request, { name, rows: read.value, now: frame.now });
    diagnostics.push(...read.diagnostics, ...(typed ? typed.diagnostics : [unknownTable(frame, name)]));
    if (!typed) continue;
    request = typed.request;
    const seen = typed.events.filter((event) => !window || isVisible(event, window));
    tables.set(
      name,
      seen.map(({ row }) => row),
    );
    for (const event of seen) ingested.set(event.row, ticksOf(event.ingested));
  }
  const external = externalFiles(frame);
  return {
    request,
    tables,
    ingested,
    external: external.value,
    geo: frame.body.geo,
    diagnostics: [...diagnostics, ...external.diagnostics, ...wrongPlaces(frame)],
  };
}

/** The request has the tables of documents that the query can reach. */
function unknownTable({ at, documents }: CaseFrame, name: string): Diagnostic {
  const declared = documents.flatMap((each) => (each.kind === "Table" ? [each.body.name] : []));
  const message = declared.includes(name) ? notRead(name) : `no table has the name \`${name}\``;
  const help = didYouMean(name, [...standardTableNames(), ...declared.filter((each) => each !== name)]);
  return badTest(message, at(`/given${pointerStep(name)}`, "key"), help);
}

function notRead(name: string): string {
  return `the subject does not read the table \`${name}\``;
}

/** Rows that nothing reads prove nothing. */
export function unreadTables({ at, body }: CaseFrame, read: readonly string[]): readonly Diagnostic[] {
  const unread = Object.keys(body.given ?? {}).filter((name) => !read.includes(name));
  return unread.map((name) => badTest(notRead(name), at(`/given${pointerStep(name)}`, "key")));
}

function wrongPlaces({ at, body }: CaseFrame): readonly Diagnostic[] {
  const wrong = Object.keys(body.geo ?? {}).filter((name) => !isLocated(name));
  return wrong.map((name) => badTest(`\`${name}\` is no address or network`, at(`/geo${pointerStep(name)}`, "key")));
}

function externalFiles(frame: CaseFrame): Parsed<ReadonlyMap<string, string>> {
  const diagnostics: Diagnostic[] = [];
  const value = new Map<string, string>();
  for (const [address, file] of Object.entries(frame.body.external ?? {})) {
    const text = frame.context.beside(frame.test.place.path, file);
    if (text === undefined) diagnostics.push(noFile(frame, `/external${pointerStep(address)}`, file));
    else value.set(address, text);
  }
  return { value, diagnostics };
}
