/** A workspace function as a query of its own, so that a mistake in its body is shown there and not where it is called. */

import type { DocumentOf } from "../../documents";
import type { Frame } from "../frame";
import type { CompiledQuery } from "./compiled-query";
import { madePart, queryText } from "./query-text";
import { optionalPrelude, reachableShapes } from "./shapes";
import { tableNames } from "./table-names";

/** What the function is called while its body is bound: no document can have this name. */
const NAME = "__picket_function";

export function functionQuery({ body, place }: DocumentOf<"Function">, { shapes, tables }: Frame): CompiledQuery {
  const signature = body.signature ?? "()";
  const query = queryText([
    madePart(`let ${NAME} = `, "prelude", () => place.at("/name")),
    { text: signature, origin: "prelude", at: (start, end) => place.within("/signature", start, end) },
    madePart(` {\n${optionalPrelude(body, { tables, declared: shapes.tables })}`, "prelude", () =>
      place.at("/optional", "key"),
    ),
    { text: body.query, origin: "document", at: (start, end) => place.within("/query", start, end) },
    madePart("\n};\nprint 1", "prelude", () => place.at("/query")),
  ]);
  return {
    query,
    request: { text: query.text, ...reachableShapes(query.text, shapes) },
    uses: [],
    useSeverity: "error",
    isRule: false,
    exceptions: [],
    tableNames: () => tableNames(shapes),
  };
}
