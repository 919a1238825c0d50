/** What queries may name beside the standard tables: tables, functions and watchlists of the documents. */

import type { Document, DocumentOf } from "../../documents";
import { type FunctionShape, type QueryShapes, standardTable, type TableShape, typeNamed } from "../../kql/check";
import { namesIn } from "../parameters/names-in-query";
import { emptyTable, lackingTables } from "./empty-tables";

export interface Shapes {
  readonly tables: readonly TableShape[];
  readonly functions: readonly FunctionShape[];
  readonly watchlists: NonNullable<QueryShapes["watchlists"]>;
}

export const NO_SHAPES: Shapes = { tables: [], functions: [], watchlists: [] };

/** All that the documents declare. Columns of a watchlist are asked for, because they may stand in a file beside. */
export function shapesOf(
  documents: readonly Document[],
  tables: ReadonlySet<string> | undefined,
  columnsOf: (watchlist: DocumentOf<"Watchlist">) => readonly string[] | undefined,
): Shapes {
  const declared = documents.flatMap((each) => (each.kind === "Table" ? [tableShape(each)] : []));
  return {
    tables: declared,
    functions: documents.flatMap((each) =>
      each.kind === "Function" ? [functionShape(each.body, { tables, declared })] : [],
    ),
    watchlists: documents.flatMap((each) => {
      const columns = each.kind === "Watchlist" ? columnsOf(each) : undefined;
      if (each.kind !== "Watchlist" || !columns) return [];
      return [{ alias: each.body.alias, columns: columns.map((name) => ({ name, type: "string" as const })) }];
    }),
  };
}

function tableShape({ body }: DocumentOf<"Table">): TableShape {
  const columns = Object.entries(body.columns).map(([name, type]) => ({ name, type: typeNamed(type) ?? "dynamic" }));
  const time = columns.some(({ name }) => name === "TimeGenerated") ? [] : [TIME_GENERATED];
  return { name: body.name, columns: [...time, ...columns], ...(body.open ? { open: true } : {}) };
}

/** Every table of a workspace has it, whether a document lists it or not. */
const TIME_GENERATED = { name: "TimeGenerated", type: "datetime" } as const;

interface Tables {
  readonly tables: ReadonlySet<string> | undefined;
  readonly declared: readonly TableShape[];
}

function functionShape(body: DocumentOf<"Function">["body"], known: Tables): FunctionShape {
  const { name, signature } = body;
  return {
    name,
    ...(signature === undefined ? {} : { parameters: signature }),
    body: optionalPrelude(body, known) + body.query,
  };
}

interface WithOptional {
  readonly optional?: readonly string[] | undefined;
  readonly query: string;
}

/** The empty tables that stand before a query in a tenant that lacks them. A table that nobody knows can't be typed: its name is left to the binder. */
export function optionalPrelude({ optional, query }: WithOptional, { tables, declared }: Tables): string {
  return lackingTables(optional, tables)
    .flatMap((name) => {
      const shape = declared.find((each) => each.name === name) ?? standardTable(name);
      return shape ? [emptyTable(shape, query)] : [];
    })
    .join("");
}

/** Of all shapes those that a query can reach, itself or through the functions it names: equal queries then make equal requests. */
export function reachableShapes(text: string, shapes: Shapes): QueryShapes {
  const names = new Set(namesIn(text));
  const functions = new Set<FunctionShape>();
  const texts = [text];
  for (let grown = true; grown; ) {
    const found = shapes.functions.filter((each) => names.has(each.name) && !functions.has(each));
    for (const each of found) {
      functions.add(each);
      texts.push(each.body);
      for (const name of namesIn(each.body)) names.add(name);
    }
    grown = found.length > 0;
  }
  const hasPattern = texts.some((each) => /\w\*/.test(each));
  const quoted = texts.join("\n").toLowerCase();
  return {
    tables: shapes.tables.filter(({ name }) => hasPattern || names.has(name)),
    functions: shapes.functions.filter((each) => functions.has(each)),
    watchlists: shapes.watchlists.filter(({ alias }) => quoted.includes(alias.toLowerCase())),
  };
}
