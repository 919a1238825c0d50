/** The tables that `union`, `search` and `find` go over: names, patterns of names, expressions; each with the name that its rows say they are from. */

import type { Tabular } from "../ir/tabular";
import {
  child,
  childOf,
  isTabular,
  type KustoNode,
  kindOf,
  parentOf,
  referenced,
  simpleName,
  tokenText,
} from "../kusto/node";
import { type Binding, lowerTabular, type Scope } from "./scope";

export interface Leg {
  readonly of: Tabular;
  /** Undefined for an expression without a name: the operator then numbers it. */
  readonly name: string | undefined;
}

/** A leg that does not exist is left out; the binder lets that pass only where the union is fuzzy. */
export function lowerTableList(nodes: readonly KustoNode[], scope: Scope): readonly Leg[] {
  const outside: Scope = { ...scope, columns: [] };
  return nodes.flatMap((node): readonly Leg[] => {
    const pattern = patternOf(node);
    if (pattern !== undefined) return legsNamed(pattern, outside);
    return isTabular(node) && !isUnknown(node, scope) ? [lowerLeg(node, outside)] : [];
  });
}

/** True where a pattern finds nothing: the binder then gives the whole list no columns. */
export function hasIdlePattern(nodes: readonly KustoNode[]): boolean {
  return nodes.some((node) => patternOf(node) !== undefined && !referenced(node));
}

/** True where the rows would come from a name that nothing has. */
function isUnknown(node: KustoNode, scope: Scope): boolean {
  switch (kindOf(node)) {
    case "PipeExpression":
    case "ParenthesizedExpression":
      return isUnknown(childOf(node, "Expression"), scope);
    case "NameReference":
      return !scope.names.has(simpleName(node)) && (referenced(node)?.kind ?? "Error") === "Error";
    default:
      return false;
  }
}

/** All tables of the database and all views: what `search` and `find` go over when no table is named. */
export function everyTable(scope: Scope): readonly Leg[] {
  return legsNamed("*", { ...scope, columns: [] });
}

/** The rows before an operator; `before` is their node. What `as` calls them is their name. */
export function legOfInput(input: Tabular, before?: KustoNode): Leg {
  return { of: input, name: (before && nameGiven(before)) ?? (input.kind === "table" ? input.name : undefined) };
}

/** The rows that stand before an operator of a pipe. */
export function nodeBefore(operator: KustoNode): KustoNode | undefined {
  const pipe = parentOf(operator);
  return pipe && kindOf(pipe) === "PipeExpression" ? child(pipe, "Expression") : undefined;
}

/** `... | as Name`. Source: https://learn.microsoft.com/kusto/query/as-operator, read 2026-11-26. */
function nameGiven(node: KustoNode): string | undefined {
  if (kindOf(node) === "ParenthesizedExpression") return nameGiven(childOf(node, "Expression"));
  if (kindOf(node) !== "PipeExpression") return undefined;
  const last = childOf(node, "Operator");
  return kindOf(last) === "AsOperator" ? simpleName(childOf(last, "Name")) : undefined;
}

function lowerLeg(node: KustoNode, scope: Scope): Leg {
  const binding = scope.names.get(simpleName(node));
  const isView = isViewBinding(binding) && kindOf(node) !== "ParenthesizedExpression";
  const of = lowerTabular(node, scope);
  return isView ? { of, name: simpleName(node) } : legOfInput(of, node);
}

function isViewBinding(binding: Binding | undefined): boolean {
  return binding?.kind === "function" && binding.view !== undefined;
}

function patternOf(node: KustoNode): string | undefined {
  if (kindOf(node) !== "NameReference") return undefined;
  const name = child(node, "Name");
  return name && kindOf(name) === "WildcardedName" ? tokenText(childOf(name, "Pattern")) : undefined;
}

/** A pattern finds tables of the database and functions that are declared with `view`. */
function legsNamed(pattern: string, scope: Scope): readonly Leg[] {
  const parts = pattern.split("*").map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"));
  const isNamed = new RegExp(`^${parts.join(".*")}$`);
  const tables = scope.parts.databaseTables.filter(({ name }) => isNamed.test(name));
  const views = [...scope.names].flatMap(([name, binding]): readonly Leg[] => {
    if (binding.kind !== "function" || binding.view === undefined || !isNamed.test(name)) return [];
    return [{ name, of: lowerTabular(binding.view, { ...scope, names: binding.names }) }];
  });
  for (const { name } of tables) scope.parts.tables.add(name);
  return [
    ...tables.map(({ name, columns }): Leg => ({ name, of: { kind: "table", name, columns, at: [0, 0] } })),
    ...views,
  ];
}
