/** What a name means while the bound tree is lowered, and where findings and program parts are gathered. */

import type { TextPlace } from "../declared-columns";
import type { OpenPlugin } from "../ir/program";
import type { At, LocalValue, Scalar } from "../ir/scalar";
import type { AggregateCall } from "../ir/step";
import type { Tabular } from "../ir/tabular";
import { type BoundColumn, boundColumns, boundType, type KustoNode, placeOfNode } from "../kusto/node";
import type { Column, TypeName } from "../values/type-name";

export type Binding =
  | { readonly kind: "scalar"; readonly scalar: Scalar }
  | { readonly kind: "tabular"; readonly tabular: Tabular }
  /** A `let` function: the names that its body may use, and places where it is declared; of a `view` without parameters also the body's result. */
  | {
      readonly kind: "function";
      readonly names: Names;
      readonly declaredIn: Pick<Scope, "placeOf" | "textPlace">;
      readonly view?: KustoNode;
    };

export type Names = ReadonlyMap<string, Binding>;

/** Why a query can't be run; a query with such a problem has no program. */
export interface Problem {
  readonly refusal: "invalid" | "unsupported";
  readonly message: string;
  readonly at: At;
  readonly help?: string;
}

/** Texts as they were, before columns were written into them. */
export interface Texts {
  /** An offset of the bound text as one of the query. */
  readonly original: (offset: number) => number;
  /** Likewise of what the library counts in a function of the workspace. */
  readonly inBody: (name: string, offset: number) => TextPlace | undefined;
}

export interface NamedColumns {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** Parts of the program, filled while lowering. */
export interface ProgramParts {
  readonly relations: Tabular[];
  readonly variables: Scalar[];
  frameSize: number;
  /** Locals whose values differ from row to row. */
  readonly rowLocals: Set<number>;
  readonly problems: Problem[];
  readonly tables: Set<string>;
  readonly watchlists: Set<string>;
  readonly functions: Set<string>;
  readonly texts: Texts;
  /** Tables that a pattern of names may find. */
  readonly databaseTables: readonly NamedColumns[];
  /** The first plugin whose columns only its rows tell, what goes into it, and how many problems there were before. */
  open?: {
    readonly source: Tabular;
    readonly open: OpenPlugin;
    readonly problems: number;
    /** The same plugin is reached again, with other rows. */
    further?: Problem;
  };
  /** Columns that the binder makes up and the engine does not have. */
  readonly phantoms: Set<string>;
  /** Columns that a `parse` reads into though they are there, by the expression that it parses: the binder keeps both, and numbers the second behind the next step. */
  readonly doubled: Map<KustoNode, ReadonlySet<string>>;
  /** Called functions that are being lowered, from the outside in. */
  readonly calls: string[];
}

/** How the kinds of nodes are lowered. A scope carries it, because expressions, tables and operators contain one another. */
export interface Lowering {
  readonly scalar: (node: KustoNode, scope: Scope) => Scalar;
  readonly tabular: (node: KustoNode, scope: Scope) => Tabular;
  /** The scope after a statement. */
  readonly statement: (node: KustoNode, scope: Scope) => Scope;
}

export interface Scope {
  readonly lowering: Lowering;
  /** Columns of the row at hand; none outside of rows. */
  readonly columns: readonly Column[];
  /** Columns of the other side, where `$right` has a meaning. */
  readonly right?: readonly Column[];
  readonly names: Names;
  readonly parts: ProgramParts;
  /** Place of a node in the query's own text. */
  readonly placeOf: (node: KustoNode) => At;
  /** Locals of the function body that is being lowered. */
  readonly locals?: LocalValue[];
  /** Locals of the bodies that call it, from the outside in. */
  readonly outerLocals?: readonly LocalValue[];
  /** Where an offset of the text at hand stands, in the query or in a function of the workspace. */
  readonly textPlace: (offset: number) => TextPlace | undefined;
  /** Records that `name.column` reads: what is added to the slot of the column. */
  readonly owners?: ReadonlyMap<string, number>;
  /** Inside of `summarize` and its like: where aggregates are gathered, while `columns` are a group's row. */
  readonly aggregation?: Aggregation;
}

export interface Aggregation {
  /** Columns of the rows that are aggregated. */
  readonly input: Scope;
  /** A group's row: `by` columns, then results of the aggregates. */
  readonly columns: Column[];
  readonly calls: AggregateCall[];
}

export function newParts(databaseTables: readonly NamedColumns[], texts: Texts): ProgramParts {
  return {
    relations: [],
    variables: [],
    frameSize: 0,
    rowLocals: new Set(),
    problems: [],
    tables: new Set(),
    watchlists: new Set(),
    functions: new Set(),
    databaseTables,
    texts,
    phantoms: new Set(),
    doubled: new Map(),
    calls: [],
  };
}

export function topScope(lowering: Lowering, parts: ProgramParts): Scope {
  const { original } = parts.texts;
  const placeOf = (node: KustoNode): At => {
    const [start, end] = placeOfNode(node);
    return [original(start), original(end)];
  };
  const textPlace = (offset: number): TextPlace => ({ at: original(offset) });
  return { lowering, columns: [], names: new Map(), parts, placeOf, textPlace };
}

export function lowerScalar(node: KustoNode, scope: Scope): Scalar {
  return scope.lowering.scalar(node, scope);
}

export function lowerTabular(node: KustoNode, scope: Scope): Tabular {
  return scope.lowering.tabular(node, scope);
}

/** The scope for expressions over rows with these columns. */
export function overRows(scope: Scope, columns: readonly Column[]): Scope {
  return { ...scope, columns };
}

export function withName(names: Names, name: string, binding: Binding): Names {
  return new Map([...names, [name, binding]]);
}

export function report(scope: Scope, node: KustoNode, refusal: Problem["refusal"], message: string): void {
  scope.parts.problems.push({ refusal, message, at: scope.placeOf(node) });
}

/** Reports, and stands in for the expression so that lowering can go on and find the next problem. */
export function refusedScalar(scope: Scope, node: KustoNode, refusal: Problem["refusal"], message: string): Scalar {
  report(scope, node, refusal, message);
  return standIn(boundType(node) ?? "dynamic");
}

const standIns = new WeakSet<Scalar>();

/** Takes the place of an expression that can't be lowered. What is computed from it is no further problem. */
export function standIn(type: TypeName): Scalar {
  const scalar: Scalar = { kind: "literal", type, value: null };
  standIns.add(scalar);
  return scalar;
}

export function isStandIn(scalar: Scalar): boolean {
  return standIns.has(scalar);
}

export function refusedTabular(scope: Scope, node: KustoNode, refusal: Problem["refusal"], message: string): Tabular {
  report(scope, node, refusal, message);
  return { kind: "datatable", columns: columnsAsBound(node), cells: [] };
}

/** The binder's columns of a tabular node, without those that only the binder has: a name comes twice only behind `parse` into a column that is there. */
export function boundIn(node: KustoNode, scope: Scope): readonly BoundColumn[] {
  const { phantoms, doubled } = scope.parts;
  const all = boundColumns(node) ?? [];
  const byName = new Map(all.toReversed().map((column) => [column.name, column]));
  const bound = byName.size === all.length ? all : all.filter((column) => byName.get(column.name) === column);
  const once = doubled.size === 0 ? bound : withoutDoubles(bound, node, scope);
  return phantoms.size === 0 ? once : once.filter(({ name }) => !phantoms.has(name));
}

const NOT_TOLD = "names behind a `parse` into a column that is there already are not told here";

/** A number behind a name that others have too would be another one without the double. */
function withoutDoubles(bound: readonly BoundColumn[], node: KustoNode, scope: Scope): readonly BoundColumn[] {
  const doubleOf = ({ name, source }: BoundColumn): string | undefined => {
    const base = name.replace(/\d+$/, "");
    return base !== name && source && scope.parts.doubled.get(source)?.has(base) ? base : undefined;
  };
  const bases = new Set(bound.flatMap((column) => doubleOf(column) ?? []));
  const others = bound.filter((column) => doubleOf(column) === undefined);
  if (others.some(({ name }) => bases.has(name.replace(/\d+$/, "")) && /\d$/.test(name))) {
    const isTold = scope.parts.problems.some(({ message }) => message === NOT_TOLD);
    if (!isTold) report(scope, node, "unsupported", NOT_TOLD);
  }
  return others;
}

/** The columns that the binder gave a tabular node. */
export function columnsAsBound(node: KustoNode): readonly Column[] {
  return (boundColumns(node) ?? []).map(({ name, type }): Column => ({ name, type: type ?? "dynamic" }));
}

export function slotOf(columns: readonly Column[], name: string): number {
  return columns.findIndex((column) => column.name === name);
}
