/** Reading the library's tree: kinds, named children, lists, places, symbols and result types, without its ambient types. */

import type { TypeName } from "../values/type-name";
import { type KustoNode, type KustoSymbol, kindName, kustoLibrary, listItems, symbolKindName } from "./library";

export type { KustoNode, KustoSymbol } from "./library";

/** Offsets within the text that was bound. */
export type At = readonly [start: number, end: number];

/** The library's name of the node's kind, such as `FilterOperator`. */
export function kindOf(node: KustoNode): string {
  return kindName(node.Kind);
}

/** A named child (`Expression`, `ByClause` ...), or undefined when the text has none. */
export function child(node: KustoNode, name: string): KustoNode | undefined {
  const found = node[name];
  return isNode(found) ? found : undefined;
}

/** A named child that the grammar always has; a broken tree is never lowered, so its absence is a fault of ours. */
export function childOf(node: KustoNode, name: string): KustoNode {
  const found = child(node, name);
  if (found === undefined) throw new TypeError(`${kindOf(node)} has no ${name}`);
  return found;
}

/** The node that this one stands in. */
export function parentOf(node: KustoNode): KustoNode | undefined {
  return isNode(node.Parent) ? node.Parent : undefined;
}

/** The members of a list child, without separators. */
export function items(node: KustoNode, name: string): readonly KustoNode[] {
  return listItems<KustoNode>(node[name]).map(unseparated);
}

/** All direct children that are present, without separators. */
export function children(node: KustoNode): readonly KustoNode[] {
  const getChild = node.GetChild as (index: number) => KustoNode | null;
  return Array.from({ length: node.ChildCount }, (_, index) => getChild.call(node, index)).filter(isNode);
}

/** Arguments of a call, in order. */
export function argumentsOf(call: KustoNode): readonly KustoNode[] {
  const list = child(call, "ArgumentList");
  return list === undefined ? [] : items(list, "Expressions");
}

/** The text of a token, or of a node that is one token. */
export function tokenText(node: KustoNode): string {
  if (typeof node.Text === "string" && node.ChildCount === 0) return node.Text;
  return children(node).map(tokenText).join("");
}

/** The text as written, without what surrounds it. */
export function textOf(node: KustoNode): string {
  const toText = node.toString as unknown as (options?: number) => string;
  return toText.call(node).trim();
}

export function placeOfNode(node: KustoNode): At {
  return [node.TextStart, node.End];
}

/** A name as the library normalised it: no brackets, no quotes. */
export function simpleName(node: KustoNode): string {
  return typeof node.SimpleName === "string" ? node.SimpleName : tokenText(node);
}

/** The name that a column gets of an expression alone, such as `a` of `todynamic(a)`; undefined where none comes of it. */
export function resultName(node: KustoNode): string | undefined {
  return kustoLibrary().KustoFacts.GetExpressionResultName(node, "", null) || undefined;
}

/** The kind (`Column`, `Variable`, `Parameter`, `Function`, `Table` ...) and name of what a node refers to. */
export interface Referenced {
  readonly kind: string;
  readonly name: string;
  readonly symbol: KustoSymbol;
}

export function referenced(node: KustoNode): Referenced | undefined {
  const symbol = node.ReferencedSymbol as KustoSymbol | null | undefined;
  if (symbol === null || symbol === undefined) return undefined;
  return { kind: symbolKindName(symbol.Kind), name: symbol.Name, symbol };
}

/** A column of a tabular result as the library sees it. */
export interface BoundColumn {
  readonly name: string;
  /** Undefined where the library does not know it. */
  readonly type: TypeName | undefined;
  /** The expression that made it, when one did. */
  readonly source: KustoNode | undefined;
}

/** Columns of a tabular node, or undefined when it is not tabular. */
export function boundColumns(node: KustoNode): readonly BoundColumn[] | undefined {
  const type = node.ResultType as KustoSymbol | null | undefined;
  if (!type || symbolKindName(type.Kind) !== "Table") return undefined;
  return listItems<KustoSymbol>(type.Columns).map(boundColumn);
}

/** Columns of a function that gives several values, such as `series_fit_line`. */
export function tupleColumns(node: KustoNode): readonly BoundColumn[] | undefined {
  const type = (node.RawResultType ?? node.ResultType) as KustoSymbol | null | undefined;
  if (!type || symbolKindName(type.Kind) !== "Tuple") return undefined;
  return listItems<KustoSymbol>(type.Columns).map(boundColumn);
}

function boundColumn(symbol: KustoSymbol): BoundColumn {
  const source =
    sourceOf(symbol) ??
    listItems<KustoSymbol>(symbol.OriginalColumns)
      .map(sourceOf)
      .find((each) => each !== undefined);
  return { name: symbol.Name, type: typeNameOf(symbol.Type as KustoSymbol), source };
}

function sourceOf(symbol: KustoSymbol): KustoNode | undefined {
  return isNode(symbol.Source) ? symbol.Source : undefined;
}

export function isTabular(node: KustoNode): boolean {
  return boundColumns(node) !== undefined;
}

/** The scalar type that the library gives a node; undefined when it is not scalar or not known. */
export function boundType(node: KustoNode): TypeName | undefined {
  const type = node.ResultType as KustoSymbol | null | undefined;
  return type ? typeNameOf(type) : undefined;
}

function typeNameOf(type: KustoSymbol): TypeName | undefined {
  if (TYPE_NAMES.has(type.Name)) return type.Name as TypeName;
  // The library has finer dynamic types (`dynamic(long)`, arrays, bags); their base is what the engine knows.
  const kind = symbolKindName(type.Kind);
  return kind === "Bag" || kind === "Array" || type.Name?.startsWith("dynamic") ? "dynamic" : undefined;
}

/** True for a value that the library knows to be an array, a bag, or a dynamic value of one type. */
export function isFinerDynamic(node: KustoNode): boolean {
  const type = node.ResultType as KustoSymbol | null | undefined;
  if (type === null || type === undefined || typeNameOf(type) !== "dynamic") return false;
  return type !== (kustoLibrary().Symbols.ScalarTypes.Dynamic as unknown);
}

/** The outermost node with a type of exactly this stretch of the text. */
export function nodeAt(root: KustoNode, [start, end]: At): KustoNode | undefined {
  let found: KustoNode | undefined;
  walk(root, (node) => {
    if (found !== undefined || node.TextStart > start || node.End < end) return false;
    if (node.TextStart === start && node.End === end && node.ResultType) found = node;
    return found === undefined;
  });
  return found;
}

const TYPE_NAMES: ReadonlySet<string> = new Set([
  "string",
  "long",
  "int",
  "real",
  "decimal",
  "bool",
  "datetime",
  "timespan",
  "guid",
  "dynamic",
]);

/** The body of a called function with KQL text, bound for this very call, and where that text begins in the declaring text. */
export interface CalledBody {
  readonly body: KustoNode;
  /** Offset of the body in the query when it is declared there by `let`; undefined for a function of the workspace. */
  readonly offset: number | undefined;
}

export function calledBody(call: KustoNode): CalledBody | undefined {
  const get = call.GetCalledFunctionBody as (() => KustoNode | null) | undefined;
  const body = get?.call(call);
  if (!isNode(body)) return undefined;
  const declaration = (call.ReferencedSignature as { readonly Declaration?: unknown } | null | undefined)?.Declaration;
  // The body's own offsets count the blanks that stand before its brace.
  return { body, offset: isNode(declaration) ? Number(declaration.TriviaStart ?? declaration.TextStart) : undefined };
}

export interface KustoParameter {
  readonly name: string;
  /** Undefined for a tabular parameter. */
  readonly type: TypeName | undefined;
  readonly defaultValue: KustoNode | undefined;
}

/** Parameters of the signature that a call was bound to. */
export function parametersOf(call: KustoNode): readonly KustoParameter[] {
  const signature = call.ReferencedSignature as { readonly Parameters?: unknown } | null | undefined;
  return listItems<KustoSymbol>(signature?.Parameters).map((parameter) => {
    const [declared] = listItems<KustoSymbol>(parameter.DeclaredTypes);
    const defaultValue = parameter.DefaultValue;
    return {
      name: parameter.Name,
      type: declared ? typeNameOf(declared) : undefined,
      defaultValue: isNode(defaultValue) ? defaultValue : undefined,
    };
  });
}

/** Calls `visit` for the node and everything below it; a visit that returns false keeps out of what is below. */
export function walk(root: KustoNode, visit: (node: KustoNode) => boolean | undefined): void {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (visit(node) === false) continue;
    const getChild = node.GetChild as (index: number) => unknown;
    for (let index = node.ChildCount - 1; index >= 0; index--) {
      const below = getChild.call(node, index);
      if (isNode(below)) open.push(below);
    }
  }
}

function unseparated(node: KustoNode): KustoNode {
  if (kindOf(node) !== "SeparatedElement") return node;
  return child(node, "Element") ?? child(node, "Element$1") ?? children(node)[0] ?? node;
}

function isNode(value: unknown): value is KustoNode {
  return typeof value === "object" && value !== null && "Kind" in value && "TextStart" in value;
}
