/** `query`: binds a KQL query and runs it on given rows. */

import Type, { type Static } from "typebox";
import { type Diagnostic, hasErrors, placeOf, type SourceText, sourceText, span } from "../diagnostics";
import { type Column, checkQuery, type QueryShapes, typeNamed } from "../kql/check";
import { cellsOfRows, type Limits, type Rows, rowsOfCells, runProgram, type Tap, watchlistRows } from "../kql/run";
import { type OperationAnswer, type OperationWorld, operation } from "./operation";

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
  const checked = checkQuery(source, given.shapes);
  if (asked.check) return { result: { columns: checked.columns, diagnostics: [] }, diagnostics: checked.diagnostics };
  if (hasErrors(checked.diagnostics)) return { refused: "invalid", diagnostics: checked.diagnostics };
  if (!checked.program) return { refused: "unsupported", diagnostics: [...checked.refusals, ...checked.diagnostics] };
  const ran = runProgram(
    checked.program,
    {
      now: asked.now ?? world.now,
      elapsedSeconds: world.elapsedSeconds,
      tables: given.tables,
      watchlists: given.watchlists,
      taps: asked.taps ?? false,
      ...(asked.limits ? { limits: asked.limits as Partial<Limits> } : {}),
    },
    source,
  );
  if (ran.kind === "ended") return { refused: ran.refusal, diagnostics: [ran.diagnostic, ...checked.diagnostics] };
  const taps = asked.taps ? { taps: ran.taps.map((tap) => tapResult(tap, source)) } : {};
  return {
    result: { columns: ran.columns, rows: cellsOfRows(ran.rows, ran.columns), ...taps },
    diagnostics: checked.diagnostics,
  };
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
