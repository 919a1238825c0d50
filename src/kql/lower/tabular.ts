/** Tabular expressions of the bound tree to IR: sources here, operators by their definitions. */

import type { PipeStep, Tabular } from "../ir/tabular";
import { argumentsOf, type BoundColumn, childOf, type KustoNode, kindOf, referenced, simpleName } from "../kusto/node";
import { reachedBy } from "../kusto/other-services";
import type { LoweredOperator } from "../operators/definition";
import { operatorFor } from "../operators/registry";
import type { Column } from "../values/type-name";
import { excerpt } from "./call";
import { callWithBody, lowerCalledTabular } from "./called-function";
import { isLiteral, readLiteral } from "./literal";
import { boundIn, columnsAsBound, lowerTabular, overRows, refusedTabular, report, type Scope } from "./scope";
import { sourceFor } from "./sources";
import { checkWindows } from "./window-place";

export function lowerTabularNode(node: KustoNode, scope: Scope): Tabular {
  const kind = kindOf(node);
  switch (kind) {
    case "PipeExpression":
      return lowerPipe(node, scope);
    case "ParenthesizedExpression":
    case "MaterializeExpression":
    case "SimpleNamedExpression":
    case "ToTableExpression":
      return lowerTabular(childOf(node, "Expression"), scope);
    case "NameReference":
      return lowerTableName(node, scope);
    case "FunctionCallExpression":
      return lowerTabularCall(node, scope);
    case "PathExpression": {
      const reached = reachedBy(node) ?? "a table elsewhere";
      return refusedTabular(scope, node, "unsupported", `\`${excerpt(node)}\`, ${reached}, is not evaluated`);
    }
    default: {
      const source = sourceFor(kind);
      if (source) return source(node, scope);
      return lowerHeadOperator(node, kind, scope);
    }
  }
}

/** Inside `mv-apply` and `partition` a pipe may open with an operator: it works on the rows that are handed in. */
function lowerHeadOperator(node: KustoNode, kind: string, scope: Scope): Tabular {
  if (!operatorFor(kind) || scope.columns.length === 0) {
    return refusedTabular(scope, node, "unsupported", `\`${excerpt(node)}\` is not evaluated (${kind})`);
  }
  const input: Tabular = { kind: "input", columns: scope.columns };
  return lowerSteps(input, [node], scope);
}

function lowerPipe(node: KustoNode, scope: Scope): Tabular {
  const operators: KustoNode[] = [];
  let source = node;
  // Pipes lean to the left: a loop, so that no stack is too short for a long one.
  while (kindOf(source) === "PipeExpression") {
    operators.push(childOf(source, "Operator"));
    source = childOf(source, "Expression");
  }
  operators.reverse();
  const isHead = operatorFor(kindOf(source)) !== undefined && sourceFor(kindOf(source)) === undefined;
  if (isHead && scope.columns.length > 0) {
    const input: Tabular = { kind: "input", columns: scope.columns };
    return lowerSteps(input, [source, ...operators], scope);
  }
  return lowerSteps(lowerTabular(source, scope), operators, scope);
}

function lowerSteps(source: Tabular, operators: readonly KustoNode[], outer: Scope): Tabular {
  const steps: PipeStep[] = [];
  let scope = outer;
  let columns: readonly Column[] = source.columns;
  for (const node of operators) {
    const operator = operatorFor(kindOf(node));
    const before: Tabular = steps.length === 0 ? source : { kind: "pipe", source, steps: [...steps], columns };
    const lowered = operator
      ? (operator.lower(node, overRows(scope, columns), before) ?? unknownStep(node))
      : unlowered(node, scope);
    if (lowered.step) checkWindows(lowered.step, scope);
    if (lowered.step) steps.push({ step: lowered.step, at: scope.placeOf(node), columns: lowered.columns });
    if (lowered.instead) {
      source = lowered.instead;
      steps.length = 0;
    }
    if (lowered.names) scope = { ...scope, names: lowered.names };
    columns = lowered.columns;
  }
  return steps.length === 0 ? source : { kind: "pipe", source, steps, columns };
}

/** After a step that can't be lowered the binder's columns go on, so that the next problem is found too. */
function unknownStep(node: KustoNode): LoweredOperator {
  return { columns: columnsAsBound(node) };
}

function unlowered(node: KustoNode, scope: Scope): LoweredOperator {
  const name = excerpt(node).split(" ")[0];
  report(scope, node, "unsupported", `the operator \`${name}\` is not evaluated (${kindOf(node)})`);
  return unknownStep(node);
}

function lowerTableName(node: KustoNode, scope: Scope): Tabular {
  const name = simpleName(node);
  const target = referenced(node);
  const binding = target?.kind === "Table" ? undefined : scope.names.get(name);
  if (binding?.kind === "tabular") return narrowed(binding.tabular, boundIn(node, scope));
  if (target?.kind === "Table") return lowerTable(target.name, node, scope);
  if (target?.kind === "Function" || binding?.kind === "function") return lowerTabularCall(node, scope);
  return refusedTabular(scope, node, "unsupported", `\`${name}\` has no rows here`);
}

/** A tabular parameter with declared columns shows only these. */
function narrowed(tabular: Tabular, bound: readonly BoundColumn[]): Tabular {
  const isSame =
    bound.length === tabular.columns.length && bound.every(({ name }, i) => tabular.columns[i]?.name === name);
  if (isSame || bound.length === 0) return tabular;
  const slots = bound.map(({ name }) => tabular.columns.findIndex((column) => column.name === name));
  if (slots.includes(-1)) return tabular;
  const columns = slots.flatMap((slot) => tabular.columns[slot] ?? []);
  return { kind: "union", columns, legs: [{ of: tabular, slots, name: "" }] };
}

/** A table of the world with the columns that the binder gave it. */
export function lowerTable(name: string, node: KustoNode, scope: Scope): Tabular {
  scope.parts.tables.add(name);
  return { kind: "table", name, columns: columnsAsBound(node), at: scope.placeOf(node) };
}

function lowerTabularCall(node: KustoNode, scope: Scope): Tabular {
  const name = referenced(node)?.name ?? simpleName(node);
  const called = callWithBody(node);
  if (called) return lowerCalledTabular(node, called, scope);
  if (name === "table") return lowerTableCall(node, scope);
  if (name === "_GetWatchlist") return lowerWatchlist(node, scope);
  if (name === "materialize" || name === "view") {
    const [inner] = argumentsOf(node);
    if (inner) return lowerTabular(inner, scope);
  }
  return refusedTabular(scope, node, "unsupported", `\`${name}()\` is not evaluated as a source of rows`);
}

/** `table("Name")`, and `table(parameter)` inside of a function: the binder has found the table. */
function lowerTableCall(node: KustoNode, scope: Scope): Tabular {
  const type = node.ResultType as { readonly Name?: string } | null | undefined;
  const [argument] = argumentsOf(node);
  const name = literalText(argument) ?? type?.Name ?? "";
  const binding = scope.names.get(name);
  if (binding?.kind === "tabular") return binding.tabular;
  return name === ""
    ? refusedTabular(scope, node, "unsupported", "the table that `table()` names is not known")
    : lowerTable(name, node, scope);
}

function lowerWatchlist(node: KustoNode, scope: Scope): Tabular {
  const [argument] = argumentsOf(node);
  const alias = literalText(argument) ?? parameterText(argument, scope);
  if (alias === undefined) {
    return refusedTabular(scope, node, "unsupported", "`_GetWatchlist` is evaluated with a literal alias only");
  }
  scope.parts.watchlists.add(alias);
  return { kind: "watchlist", alias: alias.toLowerCase(), columns: columnsAsBound(node), at: scope.placeOf(node) };
}

function literalText(node: KustoNode | undefined): string | undefined {
  const literal = node && isLiteral(node) ? readLiteral(node) : undefined;
  return literal && !("problem" in literal) && typeof literal.value === "string" ? literal.value : undefined;
}

function parameterText(node: KustoNode | undefined, scope: Scope): string | undefined {
  const binding = node ? scope.names.get(simpleName(node)) : undefined;
  if (binding?.kind !== "scalar" || binding.scalar.kind !== "literal") return undefined;
  return typeof binding.scalar.value === "string" ? binding.scalar.value : undefined;
}
