/** The syntax tree of expressions and templates. Offsets count from the start of the whole template. */

import type { Value } from "./value";

export interface Range {
  readonly start: number;
  readonly end: number;
}

export type Expression = LiteralExpression | CallExpression;

export interface LiteralExpression extends Range {
  readonly kind: "literal";
  readonly value: Value;
}

/** `name(arguments)` and what is taken from its value. Only a call can be dereferenced. */
export interface CallExpression extends Range {
  readonly kind: "call";
  readonly name: string;
  readonly nameEnd: number;
  readonly arguments: readonly Expression[];
  readonly accesses: readonly Access[];
}

/** `.key`, `[key]`, `?.key` or `?[key]`. */
export interface Access extends Range {
  readonly isSafe: boolean;
  readonly key: Expression;
}

/** A string of a definition: plain text, one expression that keeps its type, or text with expressions in it. */
export type Template =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "expression"; readonly expression: Expression }
  | { readonly kind: "interpolation"; readonly parts: readonly (string | Expression)[] };

export interface SyntaxMistake extends Range {
  readonly kind: "syntax" | "length" | "depth";
  readonly message: string;
}

export type ParsedExpression = { readonly expression: Expression } | { readonly mistake: SyntaxMistake };
export type ParsedTemplate = { readonly template: Template } | { readonly mistake: SyntaxMistake };
