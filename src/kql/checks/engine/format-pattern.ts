/** Patterns of `format_datetime` and `format_timespan` with letters or signs that these do not know. */

import { unknownPiece } from "../../functions/format";
import { argumentsOf, child, simpleName } from "../../kusto/node";
import { constantText } from "../constant-text";
import type { TreeCheck } from "../tree-check";

export const formatPattern: TreeCheck = {
  code: "PKT2013",
  severity: "error",
  title: "a pattern that the formatting function does not know",
  why: "The pattern may hold the listed letters and separators only: no literal `T`, no `%`, no escapes. The engine refuses the query.",
  source:
    "https://learn.microsoft.com/kusto/query/format-datetime-function, read 2026-11-23; engine, recorded results read 2026-11-23",
  avoid: "print a = format_datetime(datetime(2026-01-01), 'yyyy-MM-ddTHH:mm:ss')",
  prefer: "print a = format_datetime(datetime(2026-01-01), 'yyyy-MM-dd HH:mm:ss')",
  nearMiss: "print a = format_timespan(90m, '[h:mm]')",
  on: ["FunctionCallExpression"],
  *look(node) {
    const name = simpleName(child(node, "Name") ?? node);
    if (name !== "format_datetime" && name !== "format_timespan") return;
    const [, argument] = argumentsOf(node);
    const pattern = constantText(argument);
    const piece = pattern === undefined ? undefined : unknownPiece(name, pattern);
    if (piece === undefined || !argument) return;
    yield { message: `\`${name}\` does not know \`${piece}\` in \`${pattern}\``, at: argument };
  },
};
