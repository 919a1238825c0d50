/** Named expressions of `project`, `print`, `extend` and `summarize`: which columns each fills, under the names that the binder gave. */

import type { Scalar } from "../ir/scalar";
import type { Assignment } from "../ir/tabular";
import { type BoundColumn, childOf, items, type KustoNode, kindOf, referenced, simpleName } from "../kusto/node";
import type { Column } from "../values/type-name";
import { lowerScalar, report, type Scope, slotOf } from "./scope";

export interface Projected {
  readonly columns: readonly Column[];
  readonly assignments: readonly Assignment[];
}

/** How an expression of the list is lowered; aggregates have their own way. */
export interface LoweredItem<T> {
  readonly value: T;
  /** One for a scalar, several for a function with several results. */
  readonly types: readonly Column["type"][];
}

/** A list whose result columns come in the order of its expressions. */
export function lowerInOrder(nodes: readonly KustoNode[], bound: readonly BoundColumn[], scope: Scope): Projected {
  const columns: Column[] = [];
  const assignments: Assignment[] = [];
  const add = (value: Scalar, types: readonly Column["type"][]) => {
    const slots = types.map((type) => columns.push({ name: bound[columns.length]?.name ?? "", type }) - 1);
    assignments.push({ slots, value });
  };
  for (const node of nodes) {
    if (kindOf(node) === "StarExpression") {
      for (const [slot, { name, type }] of scope.columns.entries()) {
        if (bound[columns.length]?.name === name) add({ kind: "column", type, slot }, [type]);
      }
    } else {
      const value = lowerScalar(valueNode(node), scope);
      add(value, typesOf(value, node));
    }
  }
  checkNames(columns, bound, nodes[0], scope, surplusOf(assignments));
  return { columns, assignments };
}

/** A mismatch would put values under wrong names: refused instead. `surplus` names the binder gives to results that the engine drops. */
export function checkNames(
  columns: readonly Column[],
  bound: readonly BoundColumn[],
  node: KustoNode | undefined,
  scope: Scope,
  surplus = 0,
): void {
  const names = columns.map(({ name }) => name);
  const known = surplus > 0 ? bound.filter(({ name }) => names.includes(name)) : bound;
  const isSame = names.length === known.length && names.every((name, index) => known[index]?.name === name);
  if (!isSame && node && scope.parts.problems.length === 0) {
    report(scope, node, "unsupported", "the columns that these expressions fill can't be told");
  }
}

/** Types of the columns that a value fills. One name takes the first result, as recorded; a list of names may take fewer than there are. */
export function typesOf(value: Scalar, node: KustoNode): readonly Column["type"][] {
  const tuple = value.kind === "call" ? value.tuple : undefined;
  if (!tuple) return [value.type];
  if (kindOf(node) === "SimpleNamedExpression") return tuple.slice(0, 1).map(({ type }) => type);
  const named = kindOf(node) === "CompoundNamedExpression" ? namesOf(node).length : 0;
  return named > tuple.length ? [] : tuple.map(({ type }) => type);
}

/** Results of functions with several that stand under one name: all but the first are dropped. */
function surplusOf(assignments: readonly Assignment[]): number {
  return assignments.reduce((sum, { slots, value }) => {
    const results = value.kind === "call" ? (value.tuple?.length ?? 1) : 1;
    return sum + (slots.length === 1 ? results - 1 : 0);
  }, 0);
}

export function valueNode(node: KustoNode): KustoNode {
  const kind = kindOf(node);
  return kind === "SimpleNamedExpression" || kind === "CompoundNamedExpression" ? childOf(node, "Expression") : node;
}

/** The names that an expression is given in the text. */
export function namesOf(node: KustoNode): readonly string[] {
  switch (kindOf(node)) {
    case "SimpleNamedExpression":
      return [simpleName(childOf(node, "Name"))];
    case "CompoundNamedExpression":
      return items(childOf(node, "Names"), "Names").map(simpleName);
    default:
      return [];
  }
}

/** `extend`: an expression replaces the column of its name, or adds one at the end. */
export function lowerExtension(nodes: readonly KustoNode[], bound: readonly BoundColumn[], scope: Scope): Projected {
  const columns: Column[] = [...scope.columns];
  const assignments: Assignment[] = [];
  for (const node of nodes) {
    const inner = valueNode(node);
    const value = lowerScalar(inner, scope);
    const types = typesOf(value, node);
    const slots = types.map((type, index) => {
      const name = namesOf(node)[index] ?? unnamedName(inner, bound, columns, index);
      const slot = slotOf(columns, name);
      if (slot < 0) return columns.push({ name, type }) - 1;
      columns[slot] = { name, type };
      return slot;
    });
    assignments.push({ slots, value });
  }
  checkNames(columns, bound, nodes[0], scope, surplusOf(assignments));
  return { columns, assignments };
}

/** The binder says which expression made a column; further results of one function stand behind its first. */
function unnamedName(
  node: KustoNode,
  bound: readonly BoundColumn[],
  columns: readonly Column[],
  index: number,
): string {
  const made = bound.find(({ source }) => source === node)?.name;
  if (made !== undefined && index === 0) return made;
  const target = referenced(node);
  if (target?.kind === "Column") return target.name;
  return bound[columns.length]?.name ?? "";
}
