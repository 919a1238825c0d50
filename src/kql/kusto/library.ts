/** Microsoft's KQL parser and binder, loaded on first use: the only file that touches the library's globals. */

/** A node or token of the library's tree. Its named children are read with the functions of `node.ts`. */
export interface KustoNode {
  readonly Kind: number;
  readonly TextStart: number;
  readonly End: number;
  readonly ChildCount: number;
  readonly NameInParent: string | null;
  readonly [member: string]: unknown;
}

export interface KustoSymbol {
  readonly Kind: number;
  readonly Name: string;
  readonly [member: string]: unknown;
}

export interface KustoDiagnostic {
  readonly Code: string;
  readonly Severity: string;
  readonly Start: number;
  readonly Length: number;
  readonly Message: string;
}

/** Symbols, globals and lists are opaque outside this folder. */
export type Opaque = { readonly opaque: unique symbol };

export interface KustoCode {
  readonly Syntax: KustoNode;
  readonly GetDiagnostics: () => KustoList<KustoDiagnostic>;
  readonly GetSymbolsInScope?: (position: number) => KustoList<KustoSymbol>;
  readonly GetColumnsInScope?: (position: number) => KustoList<KustoSymbol>;
}

/** The library's lists: most have `Count` and `getItem`, a few are arrays. */
export type KustoList<T> = readonly T[] | { readonly Count: number; readonly getItem: (index: number) => T };

type Constructors = Readonly<Record<string, new (...parts: readonly unknown[]) => Opaque>>;

export interface KustoLibrary {
  readonly KustoCode: { readonly ParseAndAnalyze: (text: string, globals: Opaque) => KustoCode };
  readonly GlobalState: { readonly Default: GlobalState };
  readonly KustoFacts: {
    readonly GetExpressionResultName: (expression: unknown, otherwise: string, row: null) => string;
  };
  readonly Symbols: {
    readonly ScalarTypes: Readonly<Record<string, Opaque>>;
    readonly SymbolKind: Readonly<Record<string, number>>;
    readonly Tabularity: { readonly Tabular: unknown };
    readonly Parameter: { readonly ParseList: (text: string) => unknown };
    readonly ColumnSymbol: new (name: string, type: Opaque, ...rest: readonly null[]) => Opaque;
    readonly TableSymbol: Constructors;
    readonly FunctionSymbol: Constructors;
    readonly DatabaseSymbol: Constructors;
    readonly ClusterSymbol: Constructors;
  };
  readonly Binding: { readonly ColumnMap: { readonly prototype: { AddRange: (columns: unknown) => void } } };
  /** Lists of what is built in. */
  readonly Functions: { readonly All: unknown };
  readonly Aggregates: { readonly All: unknown };
  readonly PlugIns: { readonly All: unknown };
  readonly Syntax: { readonly SyntaxKind: Readonly<Record<string, number>> };
}

export interface GlobalState {
  readonly WithCluster: (cluster: Opaque) => GlobalState;
  readonly WithDatabase: (database: Opaque) => Opaque;
}

let loaded: KustoLibrary | undefined;

/** The library, loaded once. Evaluation alone never loads it: it costs 0.3 s and 150 MB. */
export function kustoLibrary(): KustoLibrary {
  if (loaded === undefined) {
    // Both files are needed and in this order; they put `Bridge`, `System` and `Kusto` among the globals and export nothing.
    require("@kusto/language-service-next/bridge.min.js");
    require("@kusto/language-service-next/Kusto.Language.Bridge.min.js");
    loaded = (globalThis as unknown as { readonly Kusto: { readonly Language: KustoLibrary } }).Kusto.Language;
    mendColumnMap(loaded);
    mendLookups(loaded);
  }
  return loaded;
}

/**
 * The columns of a `union`, version 12.4.1. Of tables whose columns of one name are of the types a, a, b it forgets b as soon as it has seen a
 * twice, and so takes a column for unknown that the engine names `x_b`; it keeps all types that it sees before a second column of one: these
 * come first. And a column of a table that nobody knows, as a fuzzy union may name, counts as one of a further type: it does not where the
 * others tell its type.
 */
function mendColumnMap({ Binding }: KustoLibrary): void {
  const map = Binding.ColumnMap.prototype;
  const addAll = map.AddRange;
  map.AddRange = function (columns) {
    const listed = listItems<TypedColumn>(columns);
    const told = new Set(listed.filter(isTold).map(({ Name }) => Name));
    const known = listed.filter((column) => isTold(column) || !told.has(column.Name));
    const seen = new Set<string>();
    const isFirst = ({ Name, Type }: TypedColumn) => {
      const type = Type?.Name.startsWith("dynamic") ? "dynamic" : Type?.Name;
      const key = `${Name}\n${type}`;
      return !seen.has(key) && seen.add(key);
    };
    const first = new Set(known.filter(isFirst));
    addAll.call(this, [...first, ...known.filter((each) => !first.has(each))]);
  };
}

function isTold({ Type }: TypedColumn): boolean {
  return Type !== null && Type.Name !== "unknown";
}

/**
 * The columns of `ipv4_lookup` and its kin are those of both tables; version 12.4.1 forgets that one of them is open, such as a watchlist
 * without a document, and takes all of its columns for unknown.
 */
function mendLookups({ PlugIns }: KustoLibrary): void {
  for (const { Name, Signatures } of listItems<PlugInSymbol>(PlugIns.All)) {
    if (!Name.endsWith("_lookup")) continue;
    for (const signature of listItems<PlugInSignature>(Signatures)) {
      const resultOf = signature.CustomReturnType;
      if (!resultOf) continue;
      signature.CustomReturnType = (context) => {
        const result = resultOf(context);
        const parts = [context.RowScope, ...listItems<KustoNode>(context.Arguments).map((each) => each.ResultType)];
        const isOpen = parts.some((part) => (part as OpenTable | null | undefined)?.IsOpen === true);
        return isOpen && result ? result.WithIsOpen(true) : result;
      };
    }
  }
}

interface OpenTable {
  readonly IsOpen?: boolean;
  readonly WithIsOpen: (isOpen: boolean) => OpenTable;
}

interface PlugInSymbol extends KustoSymbol {
  readonly Signatures: unknown;
}

interface PlugInSignature {
  CustomReturnType: ((context: PlugInCall) => OpenTable | null) | null;
}

interface PlugInCall {
  readonly RowScope: OpenTable | null;
  readonly Arguments: unknown;
}

interface TypedColumn extends KustoSymbol {
  readonly Type: KustoSymbol | null;
}

/** A list of the library as an array. */
export function listItems<T>(list: unknown): readonly T[] {
  if (list === null || list === undefined) return [];
  if (Array.isArray(list)) return list;
  const { Count, getItem } = list as { readonly Count: number; readonly getItem: (index: number) => T };
  return Array.from({ length: Count }, (_, index) => getItem.call(list, index));
}

let kindNames: ReadonlyMap<number, string> | undefined;

/** The library's name of a syntax kind, such as `FilterOperator`. */
export function kindName(kind: number): string {
  kindNames ??= namesByNumber(kustoLibrary().Syntax.SyntaxKind);
  return kindNames.get(kind) ?? `kind ${kind}`;
}

let symbolKindNames: ReadonlyMap<number, string> | undefined;

/** The library's name of a symbol kind, such as `Column`. */
export function symbolKindName(kind: number): string {
  symbolKindNames ??= namesByNumber(kustoLibrary().Symbols.SymbolKind);
  return symbolKindNames.get(kind) ?? `kind ${kind}`;
}

function namesByNumber(kinds: Readonly<Record<string, unknown>>): ReadonlyMap<number, string> {
  return new Map(
    Object.keys(kinds).flatMap((name): [number, string][] => {
      const kind = kinds[name];
      return typeof kind === "number" ? [[kind, name]] : [];
    }),
  );
}
