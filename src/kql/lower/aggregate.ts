/** Aggregate calls: each becomes a column of the group's row, and the expression around it reads that column. */

import { aggregateNamed } from "../aggregates/registry";
import { resolveCall } from "../functions/resolve";
import type { Scalar } from "../ir/scalar";
import type { AggregateCall } from "../ir/step";
import type { Assignment } from "../ir/tabular";
import {
  argumentsOf,
  type BoundColumn,
  type KustoNode,
  kindOf,
  referenced,
  simpleName,
  tupleColumns,
} from "../kusto/node";
import type { Column, TypeName } from "../values/type-name";
import { convertTo } from "./call";
import { valueNode } from "./projection";
import { type Aggregation, lowerScalar, overRows, refusedScalar, type Scope, slotOf } from "./scope";

export interface LoweredAggregates {
  readonly columns: readonly Column[];
  readonly calls: readonly AggregateCall[];
  /** Present when an expression is more than an aggregate. */
  readonly outputs?: readonly Assignment[];
}

/** Aggregate expressions over groups that have the columns `by`; `bound` are the result columns that they fill. */
export function lowerAggregates(
  nodes: readonly KustoNode[],
  bound: readonly BoundColumn[],
  by: readonly Column[],
  scope: Scope,
): LoweredAggregates {
  const aggregation: Aggregation = { input: scope, columns: [...by], calls: [] };
  const columns: Column[] = [];
  const assignments: Assignment[] = by.map(({ type }, slot) => ({
    slots: [slot],
    value: { kind: "column", type, slot },
  }));
  const groupScope: Scope = { ...overRows(scope, aggregation.columns), aggregation };
  for (const node of nodes) {
    const before = aggregation.columns.length;
    const value = lowerScalar(valueNode(node), groupScope);
    const isTuple = value.kind === "column" && value.slot === before && aggregation.columns.length > before + 1;
    const results = isTuple ? aggregation.columns.slice(before) : [{ type: value.type }];
    results.forEach(({ type }, index) => {
      const name = bound[columns.length]?.name ?? "";
      const slot = by.length + columns.push({ name, type }) - 1;
      assignments.push({ slots: [slot], value: isTuple ? { kind: "column", type, slot: before + index } : value });
    });
  }
  const isPlain = assignments.every(({ slots, value }) => value.kind === "column" && value.slot === slots[0]);
  const { calls } = aggregation;
  return isPlain && assignments.length === aggregation.columns.length
    ? { columns, calls }
    : { columns, calls, outputs: assignments };
}

/** One aggregate call inside of an aggregate expression: a column of the group's row. */
export function lowerAggregate(node: KustoNode, name: string, scope: Scope, aggregation: Aggregation): Scalar {
  const definition = aggregateNamed(name);
  if (!definition) return refusedScalar(scope, node, "unsupported", `\`${name}\` is not evaluated`);
  const args = lowerArguments(node, aggregation);
  const resolution = resolveCall(
    definition,
    args.map(({ type }) => type),
  );
  if (resolution.kind === "refused") return refusedScalar(scope, node, "invalid", resolution.problem);
  if (resolution.kind === "unknown") {
    const types = args.map(({ type }) => type).join(", ");
    return refusedScalar(scope, node, "unsupported", `\`${name}\` is not evaluated for (${types})`);
  }
  const { call } = resolution;
  const types = definition.isTuple ? (definition.results?.(call.types) ?? call.types) : [call.type];
  aggregation.calls.push({
    name,
    overload: call.overload,
    args: args.map((arg, index) => convertTo(arg, call.types[index] ?? arg.type)),
    types,
    at: scope.placeOf(node),
  });
  const slot = aggregation.columns.length;
  aggregation.columns.push(...types.map((type): Column => ({ name: "", type })));
  return { kind: "column", type: types[0] as TypeName, slot };
}

function lowerArguments(node: KustoNode, { input }: Aggregation): readonly Scalar[] {
  const args = argumentsOf(node);
  return args.flatMap((arg): readonly Scalar[] =>
    kindOf(arg) === "StarExpression" ? starColumns(node, args, input) : [lowerScalar(arg, input)],
  );
}

/** The columns that `*` stands for: what the binder lists behind the first one. */
function starColumns(node: KustoNode, args: readonly KustoNode[], scope: Scope): readonly Scalar[] {
  const first = args[0] && referenced(args[0])?.kind === "Column" ? simpleName(args[0]) : undefined;
  const names = (tupleColumns(node) ?? []).map(({ name }) => name).filter((name) => name !== first);
  return names.flatMap((name): readonly Scalar[] => {
    const slot = slotOf(scope.columns, name);
    const column = scope.columns[slot];
    return column ? [{ kind: "column", type: column.type, slot }] : [];
  });
}
