/** Queries that a playbook asks of the workspace, run on the rows of the case. */

import { compileFor, type TenantDocument } from "../../compiler";
import type { Diagnostic } from "../../diagnostics";
import { sourceText } from "../../diagnostics";
import { type Document, pointerStep } from "../../documents";
import { type BindRequest, standardTable } from "../../kql/check";
import { cellsOfRows, type Rows, runProgram } from "../../kql/run";
import type { Json } from "../../plan";
import type { QueryAnswer, Tenant } from "../../tenant";
import { type GivenRow, readEvents } from "../detection/event-files";
import { typedEvents } from "../detection/typed-events";
import { watchlistRowsOf } from "./case-watchlists";
import { type PlaybookFrame, unknownName } from "./playbook-frame";

interface QueryParts {
  readonly frame: PlaybookFrame;
  readonly document: TenantDocument;
  readonly tenant: Tenant;
  readonly diagnostics: Diagnostic[];
}

/** Answers as Log Analytics would, by picket's own evaluation; a query that it can't evaluate ends the run by name. */
export function caseQueries(parts: QueryParts): QueryAnswer {
  const { frame, document, tenant } = parts;
  const tables = givenTables(parts);
  return ({ text, at }) => {
    const request = workspaceRequest(frame, document, text);
    const answer = frame.context.bound(request);
    const problem = answer?.findings.find(({ severity }) => severity === "error") ?? answer?.refusals[0];
    if (!answer?.program) return `the query can't be run: ${problem?.message ?? "it is not bound"}`;
    const world = {
      tables,
      watchlists: watchlistRowsOf(tenant, request),
      ingested: new Map(),
      external: new Map<string, string>(),
      now: at,
      elapsedSeconds: frame.context.elapsedSeconds,
    };
    const ran = runProgram(answer.program, world, sourceText("query", text));
    if (ran.kind === "ended") return `the query can't be run: ${ran.diagnostic.message}`;
    return {
      columns: ran.columns.map(({ name, type }) => ({ name, type })),
      rows: cellsOfRows(ran.rows, ran.columns) as readonly (readonly Json[])[],
    };
  };
}

/** The query with all that it may name, as a hunting query of the tenant would get it. */
function workspaceRequest(
  { documents, context, test }: PlaybookFrame,
  tenant: TenantDocument,
  query: string,
): BindRequest {
  const hunt = { kind: "HuntingQuery", key: "playbook-query", body: { name: "query", query }, place: test.place };
  const unbound = { ...context, bound: () => undefined };
  const compiled = compileFor(hunt as Extract<Document, { kind: "HuntingQuery" }>, tenant, documents, unbound);
  return { ...compiled?.value.query?.request, text: query };
}

function givenTables({ frame, document, diagnostics }: QueryParts): ReadonlyMap<string, Rows> {
  const tables = new Map<string, Rows>();
  const given = Object.entries(frame.body.given ?? {});
  const shapes = workspaceRequest(frame, document, given.map(([name]) => name).join("\n"));
  for (const [name, rows] of given) {
    const pointer = `/given${pointerStep(name)}`;
    const shape = shapes.tables?.find((each) => each.name === name) ?? standardTable(name);
    if (!shape) {
      diagnostics.push(unknownName(`no table has the name \`${name}\``, frame.at(pointer, "key")));
      continue;
    }
    const events = givenRows(frame, rows, { pointer, diagnostics });
    const typed = typedEvents(events, { name, columns: shape.columns, now: frame.now, isLog: true });
    diagnostics.push(...typed.diagnostics);
    tables.set(
      name,
      typed.value.map(({ row }) => row),
    );
  }
  return tables;
}

type Given = NonNullable<PlaybookFrame["body"]["given"]>[string];

function givenRows(
  { at, test, context }: PlaybookFrame,
  given: Given,
  { pointer, diagnostics }: { readonly pointer: string; readonly diagnostics: Diagnostic[] },
): readonly GivenRow[] {
  if (!("file" in given)) {
    return (given as readonly Readonly<Record<string, unknown>>[]).map((cells, index) => ({
      cells,
      at: (column) => at(`${pointer}/${index}${column in cells ? pointerStep(column) : ""}`),
    }));
  }
  const file = String(given.file);
  const text = context.beside(test.place.path, file);
  if (text === undefined) {
    diagnostics.push(unknownName(`the file \`${file}\` does not exist beside the test`, at(`${pointer}/file`)));
    return [];
  }
  const read = readEvents(`${test.place.path.replace(/[^/]*$/, "")}${file}`, text);
  diagnostics.push(...read.diagnostics);
  return read.value;
}
