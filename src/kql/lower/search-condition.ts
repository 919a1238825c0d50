/** Conditions of `search` and `find`: like those of `where`, but a text alone is a term that is sought in all columns. */

import type { Scalar } from "../ir/scalar";
import { argumentsOf, childOf, type KustoNode, kindOf, simpleName } from "../kusto/node";
import { callTo, convertTo } from "./call";
import { isLiteral, literalOf, readLiteral } from "./literal";
import { lowerScalar, refusedScalar, type Scope } from "./scope";

/** How a term is matched. */
interface Matching {
  readonly operator: "has" | "hasprefix" | "hassuffix" | "contains" | "matches regex";
  readonly text: string;
}

export function lowerSearchCondition(node: KustoNode, scope: Scope, isCaseSensitive: boolean): Scalar {
  const lower = (inner: KustoNode) => lowerSearchCondition(inner, scope, isCaseSensitive);
  switch (kindOf(node)) {
    case "ParenthesizedExpression":
      return lower(childOf(node, "Expression"));
    case "AndExpression":
    case "OrExpression": {
      const name = kindOf(node) === "AndExpression" ? "and" : "or";
      return callTo(name, node, [lower(childOf(node, "Left")), lower(childOf(node, "Right"))], scope);
    }
    case "StringLiteralExpression":
    case "CompoundStringLiteralExpression":
      return lowerTerm(node, undefined, scope, isCaseSensitive);
    case "SearchExpression":
      return lowerTerm(childOf(node, "Right"), childOf(node, "Left"), scope, isCaseSensitive);
    case "StarExpression":
      return literalOf("bool", true);
    case "FunctionCallExpression": {
      const [only] = argumentsOf(node);
      if (simpleName(childOf(node, "Name")) === "not" && only) return callTo("not", node, [lower(only)], scope);
      break;
    }
    default:
  }
  if (isCaseSensitive && !IN_EITHER_CASE.has(kindOf(node))) {
    return refusedScalar(scope, node, "unsupported", "this operator is not evaluated with `kind=case_sensitive`");
  }
  return convertTo(lowerScalar(node, scope), "bool");
}

/** Comparisons that `kind=case_sensitive` can't change. */
const IN_EITHER_CASE: ReadonlySet<string> = new Set([
  "EqualExpression",
  "NotEqualExpression",
  "LessThanExpression",
  "LessThanOrEqualExpression",
  "GreaterThanExpression",
  "GreaterThanOrEqualExpression",
  "BetweenExpression",
  "NotBetweenExpression",
]);

function lowerTerm(node: KustoNode, column: KustoNode | undefined, scope: Scope, isCaseSensitive: boolean): Scalar {
  const literal = isLiteral(node) ? readLiteral(node) : undefined;
  const term = literal && "value" in literal && typeof literal.value === "string" ? literal.value : undefined;
  const matching = term === undefined ? undefined : matchingOf(term, isCaseSensitive);
  if (matching === "anything") return literalOf("bool", true);
  if (!matching) return refusedScalar(scope, node, "unsupported", "this term of a search is not evaluated");
  const operator =
    isCaseSensitive && matching.operator !== "matches regex" ? `${matching.operator}_cs` : matching.operator;
  const text = literalOf("string", matching.text);
  const matches = (value: Scalar) => callTo(operator, node, [convertTo(value, "string"), text], scope);
  return column ? matches(lowerScalar(column, scope)) : inAnyColumn(node, scope, matches);
}

/** The stars of a term choose the operator. Source: https://learn.microsoft.com/kusto/query/search-operator, section "search predicate syntax", read 2026-11-25. */
function matchingOf(term: string, isCaseSensitive: boolean): Matching | "anything" | undefined {
  const parts = term.split("*");
  const inner = parts.slice(1, -1);
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  if (parts.length === 1) return { operator: "has", text: term };
  if (parts.every((part) => part === "")) return "anything";
  if (parts.length === 2 && first === "") return { operator: "hassuffix", text: last };
  if (parts.length === 2 && last === "") return { operator: "hasprefix", text: first };
  if (parts.length === 3 && first === "" && last === "") return { operator: "contains", text: inner[0] ?? "" };
  // The page has the form with stars inside of the term only; other mixtures are not told.
  if (first === "" || last === "") return undefined;
  const pattern = parts.map((part) => part.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&")).join(".*");
  return { operator: "matches regex", text: `${isCaseSensitive ? "" : "(?i)"}\\b${pattern}\\b` };
}

/** `* has "x"`: true where any column matches. */
export function inAnyColumn(node: KustoNode, scope: Scope, matches: (value: Scalar) => Scalar): Scalar {
  const columns = scope.columns.map(({ name, type }, slot) => ({
    name,
    value: { kind: "column", type, slot } as const,
  }));
  const isText = ({ type }: Scalar) => type === "string" || type === "dynamic";
  // The column that search adds itself is not sought in.
  const texts = columns
    .filter(({ name, value }) => isText(value) && name !== "$table")
    .map(({ value }) => matches(value));
  const others = columns.filter(({ value }) => !isText(value)).map(({ value }) => matches(convertTo(value, "string")));
  const either = (parts: readonly Scalar[]): Scalar | undefined =>
    parts.reduce<Scalar | undefined>((all, part) => (all ? callTo("or", node, [all, part], scope) : part), undefined);
  const doubt = either(others);
  const found = either([...texts, ...(doubt ? [callTo("$untold", node, [doubt], scope)] : [])]);
  return found ?? literalOf("bool", false);
}
