/** `union`: rows of several tables; columns of one name but several types split into one column each. */

import { page } from "../functions/definition";
import type { Tabular, UnionLeg } from "../ir/tabular";
import { boundColumns, child, childOf, isTabular, items, type KustoNode, simpleName } from "../kusto/node";
import { checkNames } from "../lower/projection";
import { lowerTabular, type Scope } from "../lower/scope";
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

interface Leg {
  readonly of: Tabular;
  readonly name: string;
}

function lowerUnion(node: KustoNode, scope: Scope, input: Tabular | undefined): Tabular {
  const outside = { ...scope, columns: [] };
  // With `isfuzzy=true` a leg that does not exist is left out: the binder gives it no columns.
  const nodes = items(node, "Expressions").filter(isTabular);
  const legs: readonly Leg[] = [...(input ? [input] : []), ...nodes.map((leg) => lowerTabular(leg, outside))].map(
    (of, index) => ({ of, name: nameOf(of, index) }),
  );
  const isInner = parameterText(node, "kind") === "inner";
  const source = sourceColumn(node);
  const columns = unionColumns(legs, isInner);
  const bound = boundColumns(node) ?? [];
  const ordered = inBoundOrder(
    columns,
    bound.map(({ name }) => name).filter((name) => name !== source),
  );
  const all = source === undefined ? ordered : [{ name: source, type: "string" as const }, ...ordered];
  checkNames(all, bound, node, scope);
  const slots = (leg: Leg) => ordered.map((column) => slotFor(column, leg.of.columns));
  return {
    kind: "union",
    columns: all,
    legs: legs.map((leg): UnionLeg => ({ of: leg.of, slots: slots(leg), name: leg.name })),
    ...(source === undefined ? {} : { hasSource: true }),
  };
}

function nameOf(of: Tabular, index: number): string {
  return of.kind === "table" ? of.name : `union_arg${index}`;
}

function sourceColumn(node: KustoNode): string | undefined {
  const parameter = items(node, "Parameters").find((each) => /^with_?source$/i.test(simpleName(childOf(each, "Name"))));
  const name = parameter && child(parameter, "Expression");
  return name && simpleName(name);
}

interface UnionColumn extends Column {
  /** Name in the legs: differs where a type was added to tell columns apart. */
  readonly legName: string;
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
    return kept.map((type) => ({ name: own.size === 1 ? legName : `${legName}_${type}`, legName, type }));
  });
}

function inBoundOrder(columns: readonly UnionColumn[], names: readonly string[]): readonly UnionColumn[] {
  const place = new Map(names.map((name, index) => [name, index]));
  return [...columns].sort((left, right) => (place.get(left.name) ?? 0) - (place.get(right.name) ?? 0));
}

function slotFor(column: UnionColumn, columns: readonly Column[]): number {
  return columns.findIndex(({ name, type }) => name === column.legName && type === column.type);
}
