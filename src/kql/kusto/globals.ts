/** The world as the binder sees it: symbols for the tables, functions and watchlists that a query may name. */

import type { Column, TypeName } from "../values/type-name";
import { kustoLibrary, listItems, type Opaque } from "./library";
import { type OtherService, serviceSymbols } from "./other-services";

export interface TableShape {
  readonly name: string;
  readonly columns: readonly Column[];
  /** True when it may have columns beyond these. */
  readonly open?: boolean;
}

export interface FunctionShape {
  readonly name: string;
  /** `(T:(*), n:long=5)`; empty or absent means none. */
  readonly parameters?: string;
  readonly body: string;
}

export interface WatchlistShape {
  readonly alias: string;
  readonly columns: readonly Column[];
}

/** A function that gives rows and keeps its body to itself. */
export interface ParserShape {
  readonly name: string;
  /** As the binder reads them. */
  readonly parameters: string;
  /** The result has at least these columns. */
  readonly columns: readonly Column[];
}

/** A function that gives one value and keeps its body to itself. */
export interface ScalarShape {
  readonly name: string;
  /** As the binder reads them. */
  readonly parameters: string;
  readonly type: TypeName;
}

export interface Shapes {
  readonly tables: readonly TableShape[];
  readonly functions: readonly FunctionShape[];
  readonly watchlists: readonly WatchlistShape[];
  /** Functions whose body is Microsoft's: known by parameters and columns, to be given rows where they run. */
  readonly parsers: readonly ParserShape[];
  /** The same of one value. */
  readonly scalars: readonly ScalarShape[];
  /** Functions that lead out of the workspace. */
  readonly services: readonly OtherService[];
}

/** Columns that every watchlist has beside its own. Source: https://learn.microsoft.com/azure/sentinel/watchlists-queries, read 2026-11-23. */
export const WATCHLIST_COLUMNS: readonly Column[] = [
  { name: "_DTItemId", type: "string" },
  { name: "LastUpdatedTimeUTC", type: "datetime" },
  { name: "SearchKey", type: "string" },
  { name: "WatchlistItem", type: "dynamic" },
];

/** Worlds of standard tables alone that are kept, by the names of the tables: rules read the same few again and again. */
const KEPT_MAX = 200;
const kept = new Map<string, Opaque>();

/** Global state of the library with one database that holds all shapes; kept under the name, when it has one. */
export function globalsOf(shapes: Shapes, name?: string): Opaque {
  const found = name === undefined ? undefined : kept.get(name);
  if (found) return found;
  const made = newGlobals(shapes);
  if (name !== undefined && kept.size < KEPT_MAX) kept.set(name, made);
  return made;
}

function newGlobals({ tables, functions, watchlists, parsers, scalars, services }: Shapes): Opaque {
  const { GlobalState, Symbols } = kustoLibrary();
  const known = tables.map(tableSymbol);
  const members = [
    ...known,
    ...serviceSymbols(services, known),
    ...functions.map(functionSymbol),
    ...parsers.map(parserSymbol),
    ...scalars.map(scalarSymbol),
    watchlistSymbol(watchlists),
  ];
  const database = make(Symbols.DatabaseSymbol, "ctor", "workspace", members);
  const cluster = make(Symbols.ClusterSymbol, "ctor", "cluster", [database]);
  return GlobalState.Default.WithCluster(cluster).WithDatabase(database);
}

type Constructors = Readonly<Record<string, new (...parts: readonly unknown[]) => Opaque>>;

function make(constructors: Constructors, name: string, ...parts: readonly unknown[]): Opaque {
  const Constructor = constructors[name];
  if (!Constructor) throw new TypeError(`the library has no constructor ${name}`);
  return new Constructor(...parts);
}

const known = new WeakMap<TableShape, Opaque>();

function tableSymbol(shape: TableShape): Opaque {
  const found = known.get(shape);
  if (found) return found;
  const { TableSymbol } = kustoLibrary().Symbols;
  const table = make(TableSymbol, "$ctor4", shape.name, shape.columns.map(columnSymbol));
  const symbol = shape.open ? (table as unknown as Openable).WithIsOpen(true) : table;
  known.set(shape, symbol);
  return symbol;
}

interface Openable {
  readonly WithIsOpen: (isOpen: boolean) => Opaque;
}

/** Names of the library's scalar types where they differ by more than case. */
const SCALARS: Readonly<Record<TypeName, string>> = {
  bool: "Bool",
  int: "Int",
  long: "Long",
  real: "Real",
  decimal: "Decimal",
  string: "String",
  datetime: "DateTime",
  timespan: "TimeSpan",
  guid: "Guid",
  dynamic: "Dynamic",
};

function columnSymbol({ name, type }: Column): Opaque {
  return new (kustoLibrary().Symbols.ColumnSymbol)(name, typeSymbol(type), null, null, null, null);
}

function typeSymbol(type: TypeName): Opaque {
  const scalar = kustoLibrary().Symbols.ScalarTypes[SCALARS[type]];
  if (!scalar) throw new TypeError(`the library has no type ${type}`);
  return scalar;
}

function scalarSymbol({ name, parameters, type }: ScalarShape): Opaque {
  const { FunctionSymbol, Parameter } = kustoLibrary().Symbols;
  return make(FunctionSymbol, "$ctor6", name, typeSymbol(type), Parameter.ParseList(parameters), null);
}

function functionSymbol({ name, parameters, body }: FunctionShape): Opaque {
  const { FunctionSymbol } = kustoLibrary().Symbols;
  const list = parameters === undefined || parameters.trim() === "" ? "()" : parameters;
  const braced = isBraced(body) ? body : `${OPENING}${body}\n}`;
  return make(FunctionSymbol, "$ctor16", name, list, braced, null);
}

const OPENING = "{ ";

function isBraced(body: string): boolean {
  return body.trimStart().startsWith("{");
}

/** How far the body as written stands before what the library counts from: the brace, which it may have been given. */
export function bodyShift(body: string): number {
  return isBraced(body) ? body.length - body.trimStart().length : -OPENING.length;
}

function parserSymbol({ name, parameters, columns }: ParserShape): Opaque {
  const { FunctionSymbol, Tabularity, Parameter } = kustoLibrary().Symbols;
  const result = tableSymbol({ name: "", columns, open: true });
  return make(FunctionSymbol, "$ctor1", name, () => result, Tabularity.Tabular, Parameter.ParseList(parameters));
}

let watchlistParameters: unknown;

/** `_GetWatchlist('alias')`: typed by the list when it is known, open when it is not. */
function watchlistSymbol(watchlists: readonly WatchlistShape[]): Opaque {
  const { FunctionSymbol, Tabularity, Parameter } = kustoLibrary().Symbols;
  const byAlias = new Map(watchlists.map(({ alias, columns }) => [alias.toLowerCase(), columns]));
  const resultOf = (context: { readonly Arguments: unknown }): Opaque => {
    const [argument] = listItems<{ readonly ConstantValue: unknown }>(context.Arguments);
    const columns = byAlias.get(String(argument?.ConstantValue).toLowerCase());
    const own = columns?.filter(({ name }) => WATCHLIST_COLUMNS.every((each) => each.name !== name)) ?? [];
    return tableSymbol({ name: "", columns: [...WATCHLIST_COLUMNS, ...own], open: columns === undefined });
  };
  watchlistParameters ??= Parameter.ParseList("(alias:string)");
  return make(FunctionSymbol, "$ctor1", "_GetWatchlist", resultOf, Tabularity.Tabular, watchlistParameters);
}
