/** Sources of rows that are neither tables nor pipes: `print`, `datatable`, `range`. */

import type { Tabular } from "../ir/tabular";
import { boundColumns, childOf, items, type KustoNode, simpleName } from "../kusto/node";
import { lowerFind, lowerSearch } from "../operators/search";
import { lowerUnionSource } from "../operators/union";
import { callTo, convertTo } from "./call";
import { lowerInOrder } from "./projection";
import { columnsOfSchema } from "./schema";
import { lowerScalar, report, type Scope } from "./scope";

type Source = (node: KustoNode, scope: Scope) => Tabular;

const SOURCES: ReadonlyMap<string, Source> = new Map<string, Source>([
  ["PrintOperator", lowerPrint],
  ["DataTableExpression", lowerDataTable],
  ["RangeOperator", lowerRange],
  ["FindOperator", lowerFind],
  ["SearchOperator", lowerSearch],
  ["UnionOperator", lowerUnionSource],
]);

export function sourceFor(kind: string): Source | undefined {
  return SOURCES.get(kind);
}

function lowerPrint(node: KustoNode, scope: Scope): Tabular {
  const { columns, assignments } = lowerInOrder(items(node, "Expressions"), boundColumns(node) ?? [], {
    ...scope,
    columns: [],
  });
  return { kind: "print", columns, values: assignments };
}

function lowerDataTable(node: KustoNode, scope: Scope): Tabular {
  const columns = columnsOfSchema(childOf(node, "Schema"));
  const cells = items(node, "Values").map((value, index) => {
    const type = columns[index % columns.length]?.type ?? "dynamic";
    return convertTo(lowerScalar(value, { ...scope, columns: [] }), type);
  });
  if (columns.length > 0 && cells.length % columns.length !== 0) {
    report(scope, node, "invalid", `the datatable has ${cells.length} values for ${columns.length} columns`);
  }
  return { kind: "datatable", columns, cells };
}

function lowerRange(node: KustoNode, scope: Scope): Tabular {
  const outside = { ...scope, columns: [] };
  const parts = ["From", "To", "Step"].map((name) => lowerScalar(childOf(node, name), outside));
  const [from, to, step] = parts;
  const name = simpleName(childOf(node, "Name"));
  if (!from || !to || !step) return { kind: "datatable", columns: [], cells: [] };
  // The sum's type is the column's: a long from and a real step make reals, a datetime and a timespan datetimes.
  const type = callTo("+", node, [from, step], scope).type;
  const limit = convertTo(to, type);
  return {
    kind: "range",
    columns: [{ name, type }],
    from: convertTo(from, type),
    to: limit,
    step: type === "datetime" ? step : convertTo(step, type),
    at: scope.placeOf(node),
  };
}
