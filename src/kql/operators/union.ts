/** `union`: rows of several tables; columns of one name but several types split into one column each. */

import { page } from "../functions/definition";
import type { Tabular, UnionLeg } from "../ir/tabular";
import { child, childOf, items, type KustoNode, simpleName } from "../kusto/node";
import { checkNames } from "../lower/projection";
import { boundIn, type Scope } from "../lower/scope";
import { hasIdlePattern, type Leg, legOfInput, lowerTableList, nodeBefore } from "../lower/table-list";
import type { Column } from "../values/type-name";
import type { OperatorDefinition } from "./definition";
import { parameterText } from "./join";

export const union: OperatorDefinition = {
  name: "union",
  syntax: ["UnionOperator"],
  source: `${page("union-operator")}, engine`,
  order: "loses",
  lower: (node, scope, input) => {
    const instead = lowerUnion(node, scope, input);
    return { columns: instead.columns, instead };
  },
  examples: [
    { query: "print a = 1 | union (print a = 2)", rows: [[1], [2]] },
    {
      query: "print x = 1 | union (print x = int(2)), (print x_long = 3) | project x_long1, x_int, x_long",
      rows: [
        [1, null, null],
        [null, 2, null],
        [null, null, 3],
      ],
    },
    {
      query: "print a = 1 | as X | union withsource=s (print a = 2 | as Y), (print a = 3)",
      rows: [
        ["X", 1],
        ["Y", 2],
        ["union_arg2", 3],
      ],
    },
    {
      query: "print a = 1 | union (print a = 'x')",
      rows: [
        [1, ""],
        [null, "x"],
      ],
    },
  ],
};

export function lowerUnionSource(node: KustoNode, scope: Scope): Tabular {
  return lowerUnion(node, { ...scope, columns: [] }, undefined);
}

function lowerUnion(node: KustoNode, scope: Scope, input: Tabular | undefined): Tabular {
  const nodes = items(node, "Expressions");
  const listed = lowerTableList(nodes, scope);
  const source = sourceColumn(node);
  const isInner = parameterText(node, "kind") === "inner";
  return unionOf(input ? [legOfInput(input, nodeBefore(node)), ...listed] : listed, node, scope, {
    isInner,
    numbered: "union_arg",
    // Of patterns that find views only the binder tells no column either; of inner unions it tells the columns of all legs.
    isUnbound: isInner || hasIdlePattern(nodes) || boundIn(node, scope).every(({ name }) => name === source),
    ...(source === undefined ? {} : { source }),
  });
}

export interface UnionForm {
  /** Only columns that all legs have. */
  readonly isInner: boolean;
  /** What a leg without a name is called, before its number. */
  readonly numbered: string;
  /** True where the binder knows no columns. */
  readonly isUnbound?: boolean;
  /** The column that says where a row is from. */
  readonly source?: string;
}

/** Rows of all legs under the columns that the binder gave `node`. */
export function unionOf(legs: readonly Leg[], node: KustoNode, scope: Scope, form: UnionForm): Tabular {
  const { source, isInner, numbered, isUnbound = false } = form;
  const columns = unionColumns(legs, isInner);
  const bound = boundIn(node, scope);
  // The binder numbers the column that had the name, the engine the one that was given it.
  const isNumbered = columns.some(({ isNumbered }) => isNumbered);
  const names = bound.map(({ name }) => name).filter((name) => name !== source);
  const ordered = isNumbered ? columns : inBoundOrder(columns, names);
  const all = source === undefined ? ordered : [{ name: source, type: "string" as const }, ...ordered];
  if (!isUnbound && !isNumbered) checkNames(all, bound, node, scope);
  const slots = (leg: Leg) => ordered.map((column) => slotFor(column, leg.of.columns));
  return {
    kind: "union",
    columns: all.map(({ name, type }) => ({ name, type })),
    legs: legs.map(
      (leg, index): UnionLeg => ({ of: leg.of, slots: slots(leg), name: leg.name ?? `${numbered}${index}` }),
    ),
    ...(source === undefined ? {} : { hasSource: true }),
  };
}

export function sourceColumn(node: KustoNode): string | undefined {
  const parameter = items(node, "Parameters").find((each) => /^with_?source$/i.test(simpleName(childOf(each, "Name"))));
  const name = parameter && child(parameter, "Expression");
  return name && simpleName(name);
}

interface UnionColumn extends Column {
  /** Name in the legs: differs where a type was added to tell columns apart. */
  readonly legName: string;
  /** True where a leg has a column of the name with the type already. */
  readonly isNumbered: boolean;
}

function unionColumns(legs: readonly Leg[], isInner: boolean): readonly UnionColumn[] {
  const types = new Map<string, Set<Column["type"]>>();
  const counts = new Map<string, number>();
  for (const { of } of legs) {
    for (const { name, type } of of.columns) {
      types.set(name, (types.get(name) ?? new Set()).add(type));
      counts.set(`${name}\n${type}`, (counts.get(`${name}\n${type}`) ?? 0) + 1);
    }
  }
  return [...types].flatMap(([legName, own]): readonly UnionColumn[] => {
    const kept = [...own].filter((type) => !isInner || counts.get(`${legName}\n${type}`) === legs.length);
    return kept.map((type): UnionColumn => {
      const wanted = own.size === 1 ? legName : `${legName}_${type}`;
      const isNumbered = own.size > 1 && types.has(wanted);
      return { name: isNumbered ? freeName(wanted, types) : wanted, legName, type, isNumbered };
    });
  });
}

/** `x_long1`: as the page shows it. */
function freeName(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  let number = 1;
  while (taken.has(`${wanted}${number}`)) number += 1;
  return `${wanted}${number}`;
}

function inBoundOrder(columns: readonly UnionColumn[], names: readonly string[]): readonly UnionColumn[] {
  const place = new Map(names.map((name, index) => [name, index]));
  return [...columns].sort((left, right) => (place.get(left.name) ?? 0) - (place.get(right.name) ?? 0));
}

function slotFor(column: UnionColumn, columns: readonly Column[]): number {
  return columns.findIndex(({ name, type }) => name === column.legName && type === column.type);
}
