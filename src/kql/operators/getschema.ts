/** `getschema`: a row for each column of the input. */

import { page } from "../functions/definition";
import { literalOf } from "../lower/literal";
import { report } from "../lower/scope";
import type { TypeName } from "../values/type-name";
import type { OperatorDefinition } from "./definition";

/** Types as the engine's runtime names them. Source: https://learn.microsoft.com/kusto/query/getschema-operator, read 2026-11-25, and
 *  https://learn.microsoft.com/kusto/query/scalar-data-types for the types that its example does not have. */
const RUNTIME_TYPES: Readonly<Partial<Record<TypeName, string>>> = {
  string: "System.String",
  int: "System.Int32",
  long: "System.Int64",
  real: "System.Double",
  datetime: "System.DateTime",
  timespan: "System.TimeSpan",
  guid: "System.Guid",
  dynamic: "System.Object",
};

export const getSchema: OperatorDefinition = {
  name: "getschema",
  syntax: ["GetSchemaOperator"],
  source: `${page("getschema-operator")}, engine`,
  order: "makes",
  lower: (node, scope) => {
    const rows = scope.columns.map(({ name, type }, index) => ({ name, type, index, runtime: RUNTIME_TYPES[type] }));
    if (rows.some(({ runtime }) => runtime === undefined)) {
      report(scope, node, "unsupported", "`getschema` of a column of type bool or decimal is not evaluated");
      return undefined;
    }
    const columns = [
      { name: "ColumnName", type: "string" },
      { name: "ColumnOrdinal", type: "int" },
      { name: "DataType", type: "string" },
      { name: "ColumnType", type: "string" },
    ] as const;
    const cells = rows.flatMap(({ name, type, index, runtime }) => [
      literalOf("string", name),
      literalOf("int", index),
      literalOf("string", runtime ?? ""),
      literalOf("string", type),
    ]);
    return { columns, instead: { kind: "datatable", columns, cells } };
  },
  examples: [
    {
      query: "print a = 1, b = 'x' | getschema",
      rows: [
        ["a", 0, "System.Int64", "long"],
        ["b", 1, "System.String", "string"],
      ],
    },
  ],
};
