/** Statements: `let`, and the one expression that is the query's result. */

import type { Tabular } from "../ir/tabular";
import { child, childOf, isTabular, items, type KustoNode, kindOf, simpleName } from "../kusto/node";
import { type Binding, lowerScalar, lowerTabular, refusedTabular, report, type Scope, withName } from "./scope";
import { localFor, shared } from "./share";

/** The scope after a statement. */
export function lowerStatement(statement: KustoNode, scope: Scope): Scope {
  switch (kindOf(statement)) {
    case "LetStatement":
      return lowerLet(statement, scope);
    case "SetOptionStatement":
      checkOption(statement, scope);
      return scope;
    case "ExpressionStatement":
      return scope;
    default:
      report(scope, statement, "unsupported", `this statement is not evaluated (${kindOf(statement)})`);
      return scope;
  }
}

/**
 * Options with which the service gives another result, or an error; the others are about how it works. `bin_auto` reads its own.
 * Source: https://learn.microsoft.com/kusto/api/rest/request-properties, read 2026-11-26.
 */
const OPTIONS_OF_RESULTS: ReadonlySet<string> = new Set([
  "maxoutputcolumns",
  "query_datetimescope_column",
  "query_datetimescope_from",
  "query_datetimescope_to",
  "query_language",
  "query_max_entities_in_union",
  "query_now",
  "query_results_apply_getschema",
  "query_take_max_records",
  "request_external_data_disabled",
  "truncation_max_records",
  "truncation_max_size",
  "truncationmaxrecords",
  "truncationmaxsize",
  "validatepermissions",
]);

function checkOption(statement: KustoNode, scope: Scope): void {
  const name = simpleName(childOf(statement, "Name"));
  if (OPTIONS_OF_RESULTS.has(name.toLowerCase())) {
    report(scope, statement, "unsupported", `\`set ${name}\` is not evaluated`);
  }
}

function lowerLet(statement: KustoNode, scope: Scope): Scope {
  const name = simpleName(childOf(statement, "Name"));
  const binding = letBinding(childOf(statement, "Expression"), scope);
  return binding === undefined ? scope : { ...scope, names: withName(scope.names, name, binding) };
}

function letBinding(expression: KustoNode, scope: Scope): Binding | undefined {
  const kind = kindOf(expression);
  if (kind === "FunctionDeclaration")
    return { kind: "function", names: scope.names, declaredIn: scope, ...viewOf(expression) };
  if (kind === "MaterializeExpression") return letBinding(childOf(expression, "Expression"), scope);
  if (isTabular(expression)) {
    const tabular = lowerTabular(expression, { ...scope, columns: [] });
    return { kind: "tabular", tabular: shared(tabular, scope) };
  }
  const value = lowerScalar(expression, scope);
  if (value.kind === "literal") return { kind: "scalar", scalar: value };
  // Inside a function a `let` may hang on the arguments of the call: it is a local there.
  if (scope.locals) return { kind: "scalar", scalar: localFor(value, scope, scope.locals) };
  const index = scope.parts.variables.push(value) - 1;
  return { kind: "scalar", scalar: { kind: "variable", type: value.type, index } };
}

/** A view without statements of its own stands for its result wherever a pattern finds it. */
function viewOf(declaration: KustoNode): { readonly view?: KustoNode } {
  const body = childOf(declaration, "Body");
  const isView = child(declaration, "ViewKeyword") !== undefined && items(body, "Statements").length === 0;
  const result = isView ? child(body, "Expression") : undefined;
  return result && isTabular(result) ? { view: result } : {};
}

/** The result of a whole query: its last expression. */
export function lowerQuery(root: KustoNode, top: Scope): Tabular {
  let scope = top;
  let result: KustoNode | undefined;
  for (const statement of items(root, "Statements")) {
    if (kindOf(statement) === "ExpressionStatement") {
      if (result) report(scope, statement, "unsupported", "a query with several results is not evaluated");
      result = child(statement, "Expression");
    } else {
      scope = lowerStatement(statement, scope);
    }
  }
  if (!result) return refusedTabular(scope, root, "invalid", "the query has no result: it only declares names");
  return lowerTabular(result, scope);
}
