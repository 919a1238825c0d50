/** Schemas that a query writes out: `(name:type, ...)`. */

import { childOf, items, type KustoNode, simpleName, tokenText } from "../kusto/node";
import { type Column, typeNamed } from "../values/type-name";

/** Columns of `(name:type, ...)`. */
export function columnsOfSchema(schema: KustoNode): readonly Column[] {
  return items(schema, "Columns").map((column): Column => {
    const type = typeNamed(tokenText(childOf(column, "Type")).replace(/^:/, ""));
    return { name: simpleName(childOf(column, "Name")), type: type ?? "dynamic" };
  });
}
