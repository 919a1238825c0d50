/** `repeat` of a dynamic value. */

import { argumentsOf, boundType, child, simpleName } from "../../kusto/node";
import type { TreeCheck } from "../tree-check";

export const repeatedValue: TreeCheck = {
  code: "PKT2018",
  severity: "error",
  title: "`repeat` of a dynamic value",
  why: "`repeat` makes an array of a plain value: bool, number, datetime, timespan or string. The engine refuses arrays and bags, Microsoft's parser does not.",
  source: "https://learn.microsoft.com/kusto/query/repeat-function, read 2026-11-23; engine, recorded results",
  avoid: "print a = repeat(dynamic({'x': 1}), 3)",
  prefer: "print a = pack_array(dynamic({'x': 1}), dynamic({'x': 1}))",
  nearMiss: "print a = array_length(repeat(1, 3))",
  on: ["FunctionCallExpression"],
  *look(node) {
    if (simpleName(child(node, "Name") ?? node) !== "repeat") return;
    const [value] = argumentsOf(node);
    if (!value || boundType(value) !== "dynamic") return;
    yield { message: "`repeat` does not take a dynamic value", at: value };
  },
};
