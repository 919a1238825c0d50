/** The syntax tree of XPath 1.0. Source: https://www.w3.org/TR/1999/REC-xpath-19991116, read 2026-11-23. */

export type XPath =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly XPath[] }
  | { readonly kind: "binary"; readonly operator: string; readonly left: XPath; readonly right: XPath }
  | { readonly kind: "negation"; readonly operand: XPath }
  | XPathPath;

/** Steps from the root, from the context node, or from the nodes of another expression. */
export interface XPathPath {
  readonly kind: "path";
  readonly from: "root" | "context" | { readonly expression: XPath; readonly predicates: readonly XPath[] };
  readonly steps: readonly XPathStep[];
}

export interface XPathStep {
  readonly axis: string;
  readonly test: XPathTest;
  readonly predicates: readonly XPath[];
}

export type XPathTest =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "type"; readonly type: "node" | "text" | "comment" }
  /** `target` undefined: whatever it is. */
  | { readonly kind: "instruction"; readonly target: string | undefined };
