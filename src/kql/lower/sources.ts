/** Sources of rows that are neither tables nor pipes: `print`, `datatable`, `range`, `externaldata`, and operators that may stand first. */

import type { Tabular } from "../ir/tabular";
import { boundColumns, child, childOf, items, type KustoNode, simpleName } from "../kusto/node";
import { lowerFind, lowerSearch } from "../operators/search";
import { lowerUnionSource } from "../operators/union";
import { RECORD_FORMATS } from "../values/records";
import { callTo, convertTo } from "./call";
import { isLiteral, readLiteral } from "./literal";
import { lowerInOrder } from "./projection";
import { columnsOfSchema } from "./schema";
import { lowerScalar, refusedTabular, report, type Scope } from "./scope";

type Source = (node: KustoNode, scope: Scope) => Tabular;

const SOURCES: ReadonlyMap<string, Source> = new Map<string, Source>([
  ["PrintOperator", lowerPrint],
  ["DataTableExpression", lowerDataTable],
  ["RangeOperator", lowerRange],
  ["ExternalDataExpression", lowerExternalData],
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

/** `externaldata(...)[address] with (format=..., ignoreFirstRecord=...)`. The format is read off the address where none is named. */
function lowerExternalData(node: KustoNode, scope: Scope): Tabular {
  const columns = columnsOfSchema(childOf(node, "Schema"));
  const addresses = items(node, "URIs").map(constantText);
  const clause = child(node, "WithClause");
  const given = new Map(
    (clause ? items(clause, "Properties") : []).map((each): [string, string | undefined] => [
      simpleName(childOf(each, "Name")).toLowerCase(),
      constantText(childOf(each, "Expression"))?.toLowerCase(),
    ]),
  );
  const named =
    given.get("format") ?? /\.(\w+)(?:\.(?:gz|zip))?(?:\?.*)?$/.exec(addresses[0] ?? "")?.[1]?.toLowerCase() ?? "csv";
  const format = RECORD_FORMATS.find((each) => each === named);
  const hasOthers = [...given.keys()].some((name) => name !== "format" && name !== "ignorefirstrecord");
  const known = addresses.flatMap((address) => address ?? []);
  if (!format || hasOthers || known.length < addresses.length) {
    return refusedTabular(scope, node, "unsupported", "this form of `externaldata` is not evaluated");
  }
  const ignoresFirstRecord = given.get("ignorefirstrecord") === "true";
  return { kind: "external", columns, addresses: known, format, ignoresFirstRecord, at: scope.placeOf(node) };
}

function constantText(node: KustoNode): string | undefined {
  const literal = isLiteral(node) ? readLiteral(node) : undefined;
  return literal && "value" in literal && literal.value !== null ? String(literal.value) : undefined;
}
