/** The operators of a pipe one by one, and where a node stands in one. */

import { child, type KustoNode, kindOf, parentOf, walk } from "../kusto/node";

export interface PipePlace {
  /** What stands before the operator. */
  readonly input: KustoNode | undefined;
  /** The operator before and the one behind; undefined at the ends. */
  readonly before: KustoNode | undefined;
  readonly after: KustoNode | undefined;
}

export function placeInPipe(operator: KustoNode): PipePlace {
  const pipe = parentOf(operator);
  const input = pipe && kindOf(pipe) === "PipeExpression" ? child(pipe, "Expression") : undefined;
  const before = input && kindOf(input) === "PipeExpression" ? child(input, "Operator") : undefined;
  const outer = pipe && parentOf(pipe);
  const isInner = outer && kindOf(outer) === "PipeExpression" && child(outer, "Expression") === pipe;
  return { input, before, after: isInner ? child(outer, "Operator") : undefined };
}

/** The first source of a pipe: a table, a call, a list of rows. */
export function sourceOf(node: KustoNode): KustoNode {
  let source = node;
  for (;;) {
    const inner = ["PipeExpression", "ParenthesizedExpression", "MaterializeExpression"].includes(kindOf(source))
      ? child(source, "Expression")
      : undefined;
    if (!inner) return source;
    source = inner;
  }
}

/** True where a node of this kind, or one that passes the test, stands in the tree. */
export function contains(root: KustoNode, test: (node: KustoNode) => boolean): boolean {
  let isFound = false;
  walk(root, (node) => {
    isFound ||= test(node);
    return !isFound;
  });
  return isFound;
}

/** Names of the columns that an expression reads. */
export function columnsRead(root: KustoNode): ReadonlySet<string> {
  const names = new Set<string>();
  walk(root, (node) => {
    const symbol = node.ReferencedSymbol as { readonly Name: string } | null | undefined;
    if (kindOf(node) === "NameReference" && symbol) names.add(symbol.Name);
    return undefined;
  });
  return names;
}
