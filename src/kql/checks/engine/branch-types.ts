/** `iff`, `case` and their kin with values of several types. */

import { argumentsOf, boundType, child, type KustoNode, simpleName } from "../../kusto/node";
import type { TypeName } from "../../values/type-name";
import type { TreeCheck } from "../tree-check";

/** The arguments of a call that are its possible values. */
const VALUES: ReadonlyMap<string, (args: readonly KustoNode[]) => readonly KustoNode[]> = new Map([
  ["iff", (args) => args.slice(1)],
  ["iif", (args) => args.slice(1)],
  ["case", (args) => args.filter((_, index) => index % 2 === 1 || index === args.length - 1)],
  ["coalesce", (args) => args],
]);

export const branchTypes: TreeCheck = {
  code: "PKT2017",
  severity: "error",
  title: "branches of several types",
  why: "All values that `iff`, `case` or `coalesce` can give must have one type, except that int and long mix and that a dynamic one takes any; the engine refuses others, Microsoft's parser does not.",
  source: "engine, recorded results read 2026-11-23",
  avoid: "print a = iff(true, 1, 2.5)",
  prefer: "print a = iff(true, 1.0, 2.5)",
  nearMiss: "print a = iff(true, 1, toint(2))",
  on: ["FunctionCallExpression"],
  *look(node) {
    const name = simpleName(child(node, "Name") ?? node);
    const values = VALUES.get(name)?.(argumentsOf(node)) ?? [];
    const types = values.map(boundType);
    const [first] = types;
    const other = types.find((type) => type !== first);
    if (first === undefined || other === undefined || types.includes("dynamic") || areIntegers(types)) return;
    yield {
      message: `the values of \`${name}\` have different types: ${first} and ${other}`,
      help: "convert one of them",
    };
  },
};

function areIntegers(types: readonly (TypeName | undefined)[]): boolean {
  return types.every((type) => type === "int" || type === "long");
}
