/** `query`: binds a KQL query and runs it on given rows. */

import Type, { type Static } from "typebox";
import { type Diagnostic, hasErrors, placeOf, type SourceText, type Span, sourceText, span } from "../diagnostics";
import { ipLocations, pointerStep } from "../documents";
import {
  type BindAnswer,
  type BindRequest,
  bind,
  type Column,
  checkedQuery,
  type Finding,
  type QueryShapes,
  typeNamed,
} from "../kql/check";
import {
  boundOnRows,
  cellsOfRows,
  type Ended,
  isLocated,
  type Json,
  type Limits,
  type Rows,
  type RunWorld,
  rowsOfCells,
  runProgram,
  type Tap,
  watchlistRows,
} from "../kql/run";
import { type OperationAnswer, type OperationWorld, operation, type Refusal } from "./operation";

const column = Type.Object({ name: Type.String(), type: Type.String() });
const rows = Type.Array(Type.Array(Type.Unknown()));

const request = Type.Object({
  query: Type.String(),
  now: Type.Optional(Type.String()),
  tables: Type.Optional(
    Type.Record(Type.String(), Type.Object({ columns: Type.Array(column), rows: Type.Optional(rows) })),
  ),
  functions: Type.Optional(
    Type.Array(Type.Object({ name: Type.String(), parameters: Type.Optional(Type.String()), body: Type.String() })),
  ),
  watchlists: Type.Optional(
    Type.Record(
      Type.String(),
      Type.Object({
        searchKey: Type.Optional(Type.String()),
        columns: Type.Array(Type.Unknown()),
        rows: Type.Optional(rows),
      }),
    ),
  ),
  geo: Type.Optional(ipLocations),
  seasonality: Type.Optional(
    Type.Integer({
      minimum: 0,
      description: "Members of the period that series_decompose finds by itself; 0 for none.",
    }),
  ),
  check: Type.Optional(Type.Boolean()),
  taps: Type.Optional(Type.Boolean()),
  limits: Type.Optional(
    Type.Object({
      rows: Type.Optional(Type.Number()),
      megabytes: Type.Optional(Type.Number()),
      seconds: Type.Optional(Type.Number()),
    }),
  ),
});

type QueryRequest = Static<typeof request>;

export const query = operation({
  name: "query",
  summary: "Binds a KQL query and runs it on the given rows.",
  request,
  run: answer,
});

function answer(asked: QueryRequest, world: OperationWorld): OperationAnswer {
  const source = sourceText("query", asked.query);
  const given = givenWorld(asked);
  if ("problem" in given) return { refused: "invalid", diagnostics: [given.problem] };
  const bindRequest = { text: asked.query, ...given.shapes };
  const bound = bind(bindRequest);
  if (asked.check) {
    const { columns, diagnostics } = checkedQuery(source, bound);
    return { result: { columns, diagnostics: [] }, diagnostics };
  }
  const ran = runBound(bound, {
    request: bindRequest,
    placed: (start, end) => span(source, start, end),
    world: {
      now: asked.now ?? world.now,
      elapsedSeconds: world.elapsedSeconds,
      tables: given.tables,
      watchlists: given.watchlists,
      ...(asked.geo ? { geo: asked.geo } : {}),
      ...(asked.seasonality === undefined ? {} : { seasonality: asked.seasonality }),
      taps: asked.taps ?? false,
      ...(asked.limits ? { limits: asked.limits as Partial<Limits> } : {}),
    },
  });
  if ("refused" in ran) return ran;
  const taps = asked.taps ? { taps: ran.taps.map((tap) => tapResult(tap, source)) } : {};
  return { result: { columns: ran.columns, rows: ran.cells, ...taps }, diagnostics: ran.diagnostics };
}

export interface BoundRun {
  /** What was bound. */
  readonly request: BindRequest;
  /** Where a stretch of the text was written. */
  readonly placed: (start: number, end: number) => Span;
  readonly world: RunWorld;
}

type BoundRan =
  | {
      readonly columns: readonly Column[];
      readonly cells: readonly (readonly Json[])[];
      readonly taps: readonly Tap[];
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly refused: Refusal; readonly diagnostics: readonly Diagnostic[] };

/** Runs what a query binds to: the one way, whoever asks. */
export function runBound(first: BindAnswer, bound: BoundRun): BoundRan {
  const { request, placed, world } = bound;
  const { answer = first, ended: opening } = boundOnRows(first, { request, world, bound: bind });
  const here = ({ start, end, ...rest }: Finding): Diagnostic => ({ ...rest, at: placed(start, end) });
  const diagnostics = answer.findings.map(here);
  if (hasErrors(diagnostics)) return { refused: "invalid", diagnostics };
  if (!answer.program) return { refused: "unsupported", diagnostics: [...answer.refusals.map(here), ...diagnostics] };
  const ran = opening ?? runProgram(answer.program, world, sourceText("query", request.text));
  if (ran.kind === "ended") return ended(ran, bound, diagnostics);
  return { columns: ran.columns, cells: cellsOfRows(ran.rows, ran.columns), taps: ran.taps, diagnostics };
}

function ended(ran: Ended, { placed }: BoundRun, diagnostics: readonly Diagnostic[]): BoundRan {
  const { at, ...rest } = ran.diagnostic;
  const ending = at ? { ...rest, at: placed(at.start, at.end) } : ran.diagnostic;
  return { refused: ran.refusal, diagnostics: [ending, ...diagnostics] };
}

function tapResult({ step, at, rowsIn, rowsOut, sample, columns }: Tap, source: SourceText): object {
  const { line, column } = placeOf(span(source, at[0], at[1])).start;
  return { step, line, column, rowsIn, rowsOut, sample: cellsOfRows(sample, columns) };
}

interface Given {
  readonly shapes: QueryShapes;
  readonly tables: ReadonlyMap<string, Rows>;
  readonly watchlists: ReadonlyMap<string, Rows>;
}

type Problem = { readonly problem: Diagnostic };

function givenWorld(asked: QueryRequest): Given | Problem {
  const tables = givenTables(asked);
  if ("problem" in tables) return tables;
  const nowhere = Object.keys(asked.geo ?? {}).find((name) => !isLocated(name));
  if (nowhere !== undefined) return problem(`\`${nowhere}\` is no address or network`, `/geo${pointerStep(nowhere)}`);
  const watchlists = givenWatchlists(asked);
  if ("problem" in watchlists) return watchlists;
  const functions = (asked.functions ?? []).map(({ name, parameters, body }) => ({
    name,
    body,
    ...(parameters === undefined ? {} : { parameters }),
  }));
  return {
    shapes: { tables: tables.shapes, watchlists: watchlists.shapes, functions },
    tables: tables.rows,
    watchlists: watchlists.rows,
  };
}

interface Named<Shape> {
  readonly shapes: readonly Shape[];
  readonly rows: ReadonlyMap<string, Rows>;
}

function givenTables(asked: QueryRequest): Named<{ name: string; columns: readonly Column[] }> | Problem {
  const shapes: { name: string; columns: readonly Column[] }[] = [];
  const rows = new Map<string, Rows>();
  for (const [name, table] of Object.entries(asked.tables ?? {})) {
    const columns: Column[] = [];
    for (const [index, given] of table.columns.entries()) {
      const type = typeNamed(given.type);
      if (!type) return problem(`\`${given.type}\` is not a type`, `/tables/${name}/columns/${index}/type`);
      columns.push({ name: given.name, type });
    }
    const read = rowsOfCells(table.rows ?? [], columns);
    if ("problem" in read) return problem(read.problem, `/tables/${name}/rows/${read.row}/${read.column}`);
    shapes.push({ name, columns });
    rows.set(name, read.rows);
  }
  return { shapes, rows };
}

/** A list's own columns are texts unless they say otherwise; the service's columns are filled from them. */
function givenWatchlists(asked: QueryRequest): Named<{ alias: string; columns: readonly Column[] }> | Problem {
  const shapes: { alias: string; columns: readonly Column[] }[] = [];
  const rows = new Map<string, Rows>();
  for (const [alias, list] of Object.entries(asked.watchlists ?? {})) {
    const columns = list.columns.map(watchlistColumn);
    const read = rowsOfCells(list.rows ?? [], columns);
    if ("problem" in read) return problem(read.problem, `/watchlists/${alias}/rows/${read.row}/${read.column}`);
    shapes.push({ alias, columns });
    rows.set(alias.toLowerCase(), watchlistRows(read.rows, { columns, searchKey: list.searchKey }));
  }
  return { shapes, rows };
}

function watchlistColumn(given: unknown): Column {
  if (typeof given === "string") return { name: given, type: "string" };
  const { name = "", type = "string" } = (given ?? {}) as { readonly name?: string; readonly type?: string };
  return { name: String(name), type: typeNamed(String(type)) ?? "string" };
}

function problem(message: string, pointer: string): Problem {
  return { problem: { code: "PKT9003", severity: "error", message, pointer } };
}
