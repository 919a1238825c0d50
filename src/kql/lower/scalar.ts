/** Scalar expressions of the bound tree to IR. */

import { aggregateNamed } from "../aggregates/registry";
import { functionNamed } from "../functions/registry";
import type { Scalar } from "../ir/scalar";
import {
  argumentsOf,
  boundType,
  child,
  childOf,
  isTabular,
  items,
  type KustoNode,
  kindOf,
  referenced,
  simpleName,
  textOf,
  tupleColumns,
} from "../kusto/node";
import { typeNamed } from "../values/type-name";
import { lowerAggregate } from "./aggregate";
import { lowerBinAuto } from "./bin-auto";
import { callTo, convertTo, excerpt } from "./call";
import { callWithBody, lowerCalledScalar } from "./called-function";
import { isLiteral, literalOf, readLiteral } from "./literal";
import { checkOnce } from "./row-context";
import { schemaCallNamed } from "./schema-call";
import { lowerScalar, lowerTabular, refusedScalar, type Scope, slotOf, standIn } from "./scope";
import { inAnyColumn } from "./search-condition";

/** Names of operators in the registry, by the library's syntax kind. */
const BINARY: ReadonlyMap<string, string> = new Map([
  ["AddExpression", "+"],
  ["SubtractExpression", "-"],
  ["MultiplyExpression", "*"],
  ["DivideExpression", "/"],
  ["ModuloExpression", "%"],
  ["LessThanExpression", "<"],
  ["LessThanOrEqualExpression", "<="],
  ["GreaterThanExpression", ">"],
  ["GreaterThanOrEqualExpression", ">="],
  ["EqualExpression", "=="],
  ["NotEqualExpression", "!="],
  ["AndExpression", "and"],
  ["OrExpression", "or"],
  ["EqualTildeExpression", "=~"],
  ["BangTildeExpression", "!~"],
  ["HasExpression", "has"],
  ["HasCsExpression", "has_cs"],
  ["NotHasExpression", "!has"],
  ["NotHasCsExpression", "!has_cs"],
  ["HasPrefixExpression", "hasprefix"],
  ["HasPrefixCsExpression", "hasprefix_cs"],
  ["NotHasPrefixExpression", "!hasprefix"],
  ["NotHasPrefixCsExpression", "!hasprefix_cs"],
  ["HasSuffixExpression", "hassuffix"],
  ["HasSuffixCsExpression", "hassuffix_cs"],
  ["NotHasSuffixExpression", "!hassuffix"],
  ["NotHasSuffixCsExpression", "!hassuffix_cs"],
  ["ContainsExpression", "contains"],
  ["ContainsCsExpression", "contains_cs"],
  ["NotContainsExpression", "!contains"],
  ["NotContainsCsExpression", "!contains_cs"],
  ["StartsWithExpression", "startswith"],
  ["StartsWithCsExpression", "startswith_cs"],
  ["NotStartsWithExpression", "!startswith"],
  ["NotStartsWithCsExpression", "!startswith_cs"],
  ["EndsWithExpression", "endswith"],
  ["EndsWithCsExpression", "endswith_cs"],
  ["NotEndsWithExpression", "!endswith"],
  ["NotEndsWithCsExpression", "!endswith_cs"],
  ["MatchesRegexExpression", "matches regex"],
]);

/** Operators with a list on the right. */
const LISTS: ReadonlyMap<string, string> = new Map([
  ["InExpression", "in"],
  ["InCsExpression", "in~"],
  ["NotInExpression", "!in"],
  ["NotInCsExpression", "!in~"],
  ["HasAnyExpression", "has_any"],
  ["HasAllExpression", "has_all"],
]);

export function lowerScalarNode(node: KustoNode, scope: Scope): Scalar {
  const kind = kindOf(node);
  if (isLiteral(node)) return lowerLiteral(node, scope);
  const operator = BINARY.get(kind);
  if (operator !== undefined) return lowerBinary(node, operator, scope);
  const list = LISTS.get(kind);
  if (list !== undefined) return lowerList(node, list, scope);
  switch (kind) {
    case "ParenthesizedExpression":
    case "SimpleNamedExpression":
    case "UnaryPlusExpression":
    case "OrderedExpression":
      return lowerScalar(childOf(node, "Expression"), scope);
    case "NameReference":
      return lowerName(node, scope);
    case "PathExpression":
      return lowerPath(node, scope);
    case "ElementExpression":
      return lowerElement(node, scope);
    case "UnaryMinusExpression":
      return callTo("negate", node, [lowerScalar(childOf(node, "Expression"), scope)], scope);
    case "BetweenExpression":
    case "NotBetweenExpression":
      return lowerBetween(node, kind === "BetweenExpression" ? "between" : "!between", scope);
    case "FunctionCallExpression":
      return lowerCall(node, scope);
    case "TypeOfLiteralExpression":
      return lowerTypeOf(node, scope);
    case "ToScalarExpression":
      return lowerToScalar(node, scope);
    default:
      return refusedScalar(scope, node, "unsupported", `\`${excerpt(node)}\` is not evaluated (${kind})`);
  }
}

function lowerLiteral(node: KustoNode, scope: Scope): Scalar {
  const literal = readLiteral(node);
  if ("problem" in literal) return refusedScalar(scope, node, "invalid", literal.problem);
  return literalOf(literal.type, literal.value);
}

/** `typeof(long)` as an argument: the null of that type, because only its type is asked for. */
function lowerTypeOf(node: KustoNode, scope: Scope): Scalar {
  const type = typeNamed(/^typeof\s*\(\s*(\w+)\s*\)$/i.exec(textOf(node).trim())?.[1] ?? "");
  if (type === undefined) return refusedScalar(scope, node, "unsupported", `\`${excerpt(node)}\` is not evaluated`);
  return literalOf(type, type === "string" ? "" : null);
}

/** Long chains of `and`, `or` and `+` lean to the left: they are walked in a loop, so that no stack is too short for them. */
function lowerBinary(node: KustoNode, operator: string, scope: Scope): Scalar {
  const chain: KustoNode[] = [];
  let left = node;
  while (BINARY.has(kindOf(left))) {
    chain.push(left);
    left = childOf(left, "Left");
  }
  let scalar = kindOf(left) === "StarExpression" ? lowerStar(chain, scope) : lowerScalar(left, scope);
  for (const each of chain.reverse()) {
    const name = BINARY.get(kindOf(each)) ?? operator;
    scalar = callTo(name, each, [scalar, lowerScalar(childOf(each, "Right"), scope)], scope);
  }
  return scalar;
}

/** `* has "x"` asks all columns; it is taken off the chain. */
function lowerStar(chain: KustoNode[], scope: Scope): Scalar {
  const node = chain.pop() as KustoNode;
  const right = lowerScalar(childOf(node, "Right"), scope);
  const name = BINARY.get(kindOf(node)) ?? "";
  const texts = scope.columns.filter(({ type }) => type === "string" || type === "dynamic");
  // Recorded for one column of text: it decides. Whether one or all of several would have to pass is not told.
  const isDenied = name.startsWith("!") && IN_ALL_COLUMNS.has(name.slice(1)) && texts.length === 1;
  if (isDenied) {
    const column = columnNamed(texts[0]?.name ?? "", node, scope.columns, scope);
    return callTo(name, node, [convertTo(column, "string"), right], scope);
  }
  if (!IN_ALL_COLUMNS.has(name)) {
    return refusedScalar(scope, node, "unsupported", `\`* ${name}\` is not evaluated`);
  }
  return inAnyColumn(node, scope, (value) => callTo(name, node, [convertTo(value, "string"), right], scope));
}

/** Operators on texts that a row passes when one of its columns does. */
const IN_ALL_COLUMNS: ReadonlySet<string> = new Set(
  ["has", "hasprefix", "hassuffix", "contains", "startswith", "endswith"].flatMap((name) => [name, `${name}_cs`]),
);

function lowerList(node: KustoNode, name: string, scope: Scope): Scalar {
  const right = childOf(node, "Right");
  const members = items(right, "Expressions").map((member) => lowerListMember(member, scope));
  return callTo(name, node, [lowerScalar(childOf(node, "Left"), scope), ...members], scope);
}

function lowerListMember(node: KustoNode, scope: Scope): Scalar {
  if (!isTabular(node)) return lowerScalar(node, scope);
  const of = lowerTabular(node, { ...scope, columns: [] });
  checkOnce(of, "a table that stands for a list", node, scope);
  return { kind: "firstColumn", type: "dynamic", memberType: of.columns[0]?.type ?? "dynamic", of };
}

function lowerBetween(node: KustoNode, name: string, scope: Scope): Scalar {
  const range = childOf(node, "Right");
  const parts = [childOf(node, "Left"), childOf(range, "First"), childOf(range, "Second")];
  return callTo(
    name,
    node,
    parts.map((part) => lowerScalar(part, scope)),
    scope,
  );
}

function lowerName(node: KustoNode, scope: Scope): Scalar {
  const target = referenced(node);
  const name = simpleName(node);
  const named = scope.names.get(name);
  const isOutside = target?.kind === "Column" && slotOf(scope.columns, target.name) < 0 && named?.kind === "scalar";
  if (target?.kind === "Column" && !isOutside) return columnNamed(target.name, node, scope.columns, scope);
  if (target?.kind === "Function") return lowerCall(node, scope);
  if (named?.kind === "scalar") return named.scalar;
  return refusedScalar(scope, node, "unsupported", `\`${name}\` has no value here`);
}

export function columnNamed(name: string, node: KustoNode, columns: Scope["columns"], scope: Scope): Scalar {
  const slot = slotOf(columns, name);
  const column = columns[slot];
  if (column) return { kind: "column", type: column.type, slot };
  // Rows that come from something that is refused may lack anything.
  if (scope.parts.problems.length > 0) return standIn(boundType(node) ?? "dynamic");
  return refusedScalar(scope, node, "unsupported", `the column \`${name}\` is not in these rows`);
}

function lowerPath(node: KustoNode, scope: Scope): Scalar {
  const owner = childOf(node, "Expression");
  const selector = childOf(node, "Selector");
  const side = kindOf(owner) === "NameReference" ? simpleName(owner) : "";
  if (side === "$left") return columnNamed(simpleName(selector), node, scope.columns, scope);
  if (side === "$right") return columnNamed(simpleName(selector), node, scope.right ?? [], scope);
  const offset = scope.owners?.get(side);
  if (offset !== undefined) {
    const column = columnNamed(simpleName(selector), node, scope.columns, scope);
    return column.kind === "column" ? { ...column, slot: column.slot + offset } : column;
  }
  const value = lowerScalar(owner, scope);
  const key =
    kindOf(selector) === "BracketedExpression"
      ? lowerScalar(childOf(selector, "Expression"), scope)
      : literalOf("string", simpleName(selector));
  return callTo("member", node, [value, key], scope);
}

function lowerElement(node: KustoNode, scope: Scope): Scalar {
  const selector = childOf(node, "Selector");
  const key = lowerScalar(child(selector, "Expression") ?? selector, scope);
  return callTo("member", node, [lowerScalar(childOf(node, "Expression"), scope), key], scope);
}

function lowerCall(node: KustoNode, scope: Scope): Scalar {
  const name = referenced(node)?.name ?? simpleName(node);
  const called = callWithBody(node);
  if (called) return lowerCalledScalar(node, called, scope);
  const args = argumentsOf(node);
  const schemaCall = schemaCallNamed(name);
  if (schemaCall) return schemaCall(node, args, scope);
  if (name === "bin_auto") return lowerBinAuto(node, args, scope);
  if (scope.aggregation && aggregateNamed(name)) return lowerAggregate(node, name, scope, scope.aggregation);
  const definition = functionNamed(name);
  // Arguments of an aggregate that is not known here would be looked for in the wrong rows.
  if (!definition) return refusedScalar(scope, node, "unsupported", `\`${name}\` is not evaluated`);
  const lowered = args.map((arg) => (isTabular(arg) ? lowerListMember(arg, scope) : lowerScalar(arg, scope)));
  const call = callTo(name, node, lowered, scope);
  const columns = tupleColumns(node);
  if (call.kind === "call" && columns && columns.length > 1 && !call.tuple) {
    return refusedScalar(scope, node, "unsupported", `\`${name}\` is not evaluated with several results`);
  }
  return call;
}

function lowerToScalar(node: KustoNode, scope: Scope): Scalar {
  const inner = childOf(node, "Expression");
  if (!isTabular(inner)) return lowerScalar(inner, scope);
  const of = lowerTabular(inner, { ...scope, columns: [] });
  checkOnce(of, "`toscalar`", node, scope);
  return { kind: "toscalar", type: of.columns[0]?.type ?? "dynamic", of };
}
