/** Calls that the schema answers before any row is read: `column_ifexists`, `pack_all` and their kin. */

import type { Scalar } from "../ir/scalar";
import { isTabular, type KustoNode, kindOf, parentOf, simpleName } from "../kusto/node";
import type { Column } from "../values/type-name";
import { callTo } from "./call";
import { isLiteral, literalOf, readLiteral } from "./literal";
import { lowerScalar, lowerTabular, refusedScalar, type Scope, slotOf } from "./scope";

type SchemaCall = (node: KustoNode, args: readonly KustoNode[], scope: Scope) => Scalar;

const columnIfExists: SchemaCall = (node, args, scope) => {
  const name = constantName(args[0], scope);
  const fallback = args[1];
  if (name === undefined || !fallback) {
    return refusedScalar(scope, node, "unsupported", "`column_ifexists` is evaluated with a constant name only");
  }
  if (literalText(args[0]) === undefined && isUnnamed(node)) {
    return refusedScalar(scope, node, "unsupported", "the name that `column_ifexists` gives its column can't be told");
  }
  const slot = slotOf(scope.columns, name);
  const column = scope.columns[slot];
  return column ? { kind: "column", type: column.type, slot } : lowerScalar(fallback, scope);
};

const isColumnExists: SchemaCall = (node, args, scope) => {
  const name = constantName(args[0], scope);
  if (name === undefined) {
    return refusedScalar(scope, node, "unsupported", "`iscolumnexists` is evaluated with a constant name only");
  }
  return literalOf("bool", slotOf(scope.columns, name) >= 0);
};

/** All columns in a bag; those that are null or empty are left out on demand. */
const packAll: SchemaCall = (node, args, scope) => {
  const literal = args[0] && isLiteral(args[0]) ? readLiteral(args[0]) : undefined;
  if (args[0] && (!literal || "problem" in literal)) {
    return refusedScalar(scope, node, "unsupported", "`pack_all` is evaluated with a literal argument only");
  }
  const isSparse = literal !== undefined && "value" in literal && literal.value === true;
  return packed(node, scope.columns, isSparse ? "$pack_present" : "bag_pack", scope);
};

const packColumns: SchemaCall = (node, args, scope) => {
  const columns = args.flatMap((arg) => scope.columns[slotOf(scope.columns, simpleName(arg))] ?? []);
  if (columns.length < args.length) {
    return refusedScalar(scope, node, "unsupported", "`bag_pack_columns` is evaluated for names of columns only");
  }
  return packed(node, columns, "bag_pack", scope);
};

function packed(node: KustoNode, columns: readonly Column[], name: string, scope: Scope): Scalar {
  const parts = columns.flatMap((column): Scalar[] => [
    literalOf("string", column.name),
    { kind: "column", type: column.type, slot: slotOf(scope.columns, column.name) },
  ]);
  return callTo(name, node, parts, scope);
}

const columnNamesOf: SchemaCall = (node, [table], scope) => {
  if (!table || !isTabular(table)) {
    return refusedScalar(scope, node, "unsupported", "`column_names_of` is evaluated for tables only");
  }
  const { columns } = lowerTabular(table, { ...scope, columns: [] });
  return literalOf(
    "dynamic",
    columns.map(({ name }) => name),
  );
};

function literalText(node: KustoNode | undefined): string | undefined {
  const literal = node && isLiteral(node) ? readLiteral(node) : undefined;
  return literal && "value" in literal && typeof literal.value === "string" ? literal.value : undefined;
}

/** A literal, or what a `let` or an argument of the called function says. */
function constantName(node: KustoNode | undefined, scope: Scope): string | undefined {
  const literal = literalText(node);
  if (literal !== undefined || !node || kindOf(node) !== "NameReference") return literal;
  const binding = scope.names.get(simpleName(node));
  if (binding?.kind !== "scalar" || binding.scalar.kind !== "literal") return undefined;
  return typeof binding.scalar.value === "string" ? binding.scalar.value : undefined;
}

/** True for an expression that a step takes as it is: the binder then makes up the column's name. */
function isUnnamed(node: KustoNode): boolean {
  let outer = parentOf(node);
  while (outer && LISTS.has(kindOf(outer))) outer = parentOf(outer);
  return outer !== undefined && kindOf(outer).endsWith("Operator");
}

const LISTS: ReadonlySet<string> = new Set(["List", "SeparatedElement"]);

const CALLS: ReadonlyMap<string, SchemaCall> = new Map([
  ["column_ifexists", columnIfExists],
  ["columnifexists", columnIfExists],
  ["iscolumnexists", isColumnExists],
  ["pack_all", packAll],
  ["bag_pack_columns", packColumns],
  ["column_names_of", columnNamesOf],
]);

export function schemaCallNamed(name: string): SchemaCall | undefined {
  return CALLS.get(name);
}
