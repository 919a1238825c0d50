/** `mv-expand`: a row for each item of an array, or each property of a bag. */

import type { Compiler } from "../execute/compiler";
import type { Transform } from "../execute/run";
import { page } from "../functions/definition";
import type { Scalar } from "../ir/scalar";
import type { Expansion, MvExpand } from "../ir/step";
import { type BoundColumn, child, childOf, items, type KustoNode, resultName, simpleName, textOf } from "../kusto/node";
import { literalOf } from "../lower/literal";
import { checkNames, namesOf, valueNode } from "../lower/projection";
import { boundIn, lowerScalar, type Scope, slotOf } from "../lower/scope";
import { converter } from "../values/convert";
import { type Column, type TypeName, typeNamed } from "../values/type-name";
import { type Dynamic, isArray, isBag, type Row } from "../values/value";
import { type LoweredOperator, type OperatorDefinition, stepDefinition } from "./definition";
import { parameterText } from "./join";
import { widened } from "./widened";

export const mvExpand: OperatorDefinition = {
  name: "mv-expand",
  syntax: ["MvExpandOperator"],
  source: `${page("mv-expand-operator")}, engine`,
  order: "keeps",
  lower,
  examples: [
    {
      query: "print a = 1, b = dynamic([2, 3]) | mv-expand b",
      rows: [
        [1, 2],
        [1, 3],
      ],
    },
    { query: "print b = dynamic([]) | mv-expand b", rows: [] },
    { query: "print b = dynamic({'x': 1, 'y': 2}) | mv-expand b", rows: [[{ x: 1 }], [{ y: 2 }]] },
    { query: "print b = dynamic(['1', 'z']) | mv-expand b to typeof(long)", rows: [[1], [null]] },
  ],
};

function lower(node: KustoNode, scope: Scope): LoweredOperator {
  const { columns, step } = lowerExpansion(node, boundIn(node, scope), scope);
  checkNames(columns, boundIn(node, scope), node, scope);
  return { columns, step };
}

/** The expansions of `mv-expand` and `mv-apply`, which write them alike. */
export function lowerExpansion(
  node: KustoNode,
  bound: readonly BoundColumn[],
  scope: Scope,
): { readonly columns: readonly Column[]; readonly step: MvExpand } {
  const columns: Column[] = [...scope.columns];
  const indexName = parameterName(node, "with_itemindex");
  const expansions = items(node, "Expressions").map((each): Expansion => {
    const expression = childOf(each, "Expression");
    const inner = valueNode(expression);
    const to = typeOfClause(child(each, "ToTypeOf"));
    const value = lowerScalar(inner, scope);
    const made = bound.find(({ source }) => source === inner)?.name ?? resultName(inner);
    const name = namesOf(expression)[0] ?? (value.kind === "column" ? columns[value.slot]?.name : made);
    const wanted = name ?? bound[columns.length]?.name ?? "";
    const known = slotOf(columns, wanted);
    const slot = known < 0 ? columns.push({ name: wanted, type: to }) - 1 : known;
    columns[slot] = { name: wanted, type: to };
    return { value, slot, to };
  });
  const limit = limitOf(node, scope);
  const indexSlot = indexName === undefined ? undefined : columns.push({ name: indexName, type: "long" }) - 1;
  const bagKind = /array/.test(parameterText(node, "kind") ?? parameterText(node, "bagexpansion") ?? "")
    ? "array"
    : "bag";
  const step: MvExpand = {
    kind: "mv-expand",
    expansions,
    width: columns.length,
    bagKind,
    ...(limit ? { limit } : {}),
    ...(indexSlot === undefined ? {} : { indexSlot }),
  };
  return { columns, step };
}

/** Rows that the old form `mvexpand` makes of one at most. Source: the operator's page, read 2026-11-26. */
const OLD_LIMIT = 128;

function limitOf(node: KustoNode, scope: Scope): Scalar | undefined {
  const clause = child(node, "RowLimitClause");
  if (!clause) return /^mvexpand\b/.test(textOf(node)) ? literalOf("long", OLD_LIMIT) : undefined;
  return lowerScalar(child(clause, "RowLimit") ?? childOf(clause, "Expression"), { ...scope, columns: [] });
}

function parameterName(node: KustoNode, name: string): string | undefined {
  const parameter = items(node, "Parameters").find((each) => simpleName(childOf(each, "Name")) === name);
  return parameter && simpleName(childOf(parameter, "Expression"));
}

/** The type in `to typeof(...)`; dynamic without one. */
export function typeOfClause(clause: KustoNode | undefined): TypeName {
  const literal = clause && child(clause, "TypeOf");
  const type = literal && items(literal, "Types")[0];
  return (type && typeNamed(simpleName(type))) ?? "dynamic";
}

export const mvExpandStep = stepDefinition<MvExpand>({
  kind: "mv-expand",
  isRowByRow: true,
  compile: compileExpansion,
});

export function compileExpansion(
  { expansions, width, bagKind, limit, indexSlot }: MvExpand,
  compiler: Compiler,
): Transform {
  const parts = expansions.map(({ value, slot, to }) => ({
    evaluate: compiler.scalar(value),
    fromDynamic: converter(value.type, "dynamic"),
    slot,
    convert: converter("dynamic", to),
  }));
  const limitOf = limit && compiler.scalar(limit);
  return (rows, run) => {
    const most = limitOf ? Number(limitOf([], run)) : Number.POSITIVE_INFINITY;
    const expanded: Row[] = [];
    for (const row of rows) {
      const lists = parts.map(({ evaluate, fromDynamic }) =>
        itemsOf(fromDynamic(evaluate(row, run)) as Dynamic, bagKind),
      );
      const count = Math.min(most, Math.max(...lists.map((list) => list.length)));
      run.budget.spend(count + 1);
      for (let index = 0; index < count; index++) {
        const made = widened(row, width);
        parts.forEach(({ slot, convert }, part) => {
          made[slot] = convert(lists[part]?.[index] ?? null);
        });
        if (indexSlot !== undefined) made[indexSlot] = index;
        expanded.push(made);
      }
      run.budget.keep(expanded.length, 0);
    }
    return expanded;
  };
}

/** A null or a scalar is one item; an empty array is none. */
export function itemsOf(value: Dynamic, bagKind: "bag" | "array"): readonly Dynamic[] {
  if (isArray(value)) return value;
  if (!isBag(value)) return [value];
  return [...value].map(([name, each]) => (bagKind === "array" ? [name, each] : new Map([[name, each]])));
}
