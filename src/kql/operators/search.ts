/** `search` and `find`: rows of one or many tables that fit a condition or hold a term in any column. */

import { page } from "../functions/definition";
import type { Tabular } from "../ir/tabular";
import { child, childOf, items, type KustoNode, kindOf, referenced, simpleName, walk } from "../kusto/node";
import { boundIn, refusedTabular, report, type Scope, slotOf } from "../lower/scope";
import { lowerSearchCondition } from "../lower/search-condition";
import { everyTable, type Leg, legOfInput, lowerTableList, nodeBefore } from "../lower/table-list";
import type { OperatorDefinition } from "./definition";
import { parameterText } from "./join";
import { sourceColumn, unionOf } from "./union";

export const search: OperatorDefinition = {
  name: "search",
  syntax: ["SearchOperator"],
  source: `${page("search-operator")}, engine`,
  order: "loses",
  lower: (node, scope, input) => instead(lowerSearch(node, scope, input)),
  examples: [
    {
      query: "datatable(s:string, n:long)['disk error', 1, 'ok', 2] | search 'ERROR' or n == 2",
      rows: [
        ["search_arg0", "disk error", 1],
        ["search_arg0", "ok", 2],
      ],
    },
    { query: "datatable(s:string)['alpha', 'beta'] | search 'a*' | project s", rows: [["alpha"]] },
    { query: "datatable(s:string)['alpha', 'beta'] | search 'a' | project s", rows: [] },
    { query: "datatable(s:string)['alpha', 'beta'] | search kind=case_sensitive s:'Beta' | project s", rows: [] },
    {
      query: "let A = view () { print x = 1 }; let B = view () { print x = 2 }; search x > 0",
      rows: [
        ["A", 1],
        ["B", 2],
      ],
    },
  ],
};

export const find: OperatorDefinition = {
  name: "find",
  syntax: ["FindOperator"],
  source: page("find-operator"),
  order: "loses",
  lower: (node, scope, input) => instead(lowerFind(node, scope, input)),
  examples: [
    {
      query:
        "let A = view () { print x = 1, y = 'a' }; let B = view () { print x = 2, y = 'b' }; find in (A, B) where x > 1",
      rows: [["B", 2, "b"]],
    },
  ],
};

function instead(of: Tabular): { readonly columns: Tabular["columns"]; readonly instead: Tabular } {
  return { columns: of.columns, instead: of };
}

function legsOf(node: KustoNode, scope: Scope, input: Tabular | undefined): readonly Leg[] {
  const list = child(node, "InClause");
  if (list) return lowerTableList(items(list, "Expressions"), scope);
  return input ? [legOfInput(input, nodeBefore(node))] : everyTable(scope);
}

export function lowerSearch(node: KustoNode, scope: Scope, input?: Tabular): Tabular {
  const legs = legsOf(node, scope, input);
  const all = unionOf(legs, node, scope, { isInner: false, numbered: "search_arg", source: "$table" });
  return filtered(all, node, scope, parameterText(node, "kind") === "case_sensitive");
}

function filtered(all: Tabular, node: KustoNode, scope: Scope, isCaseSensitive: boolean): Tabular {
  const over: Scope = { ...scope, columns: all.columns };
  const condition = lowerSearchCondition(childOf(node, "Condition"), over, isCaseSensitive);
  const step = { kind: "where" as const, condition };
  return {
    kind: "pipe",
    columns: all.columns,
    source: all,
    steps: [{ step, at: scope.placeOf(node), columns: all.columns }],
  };
}

export function lowerFind(node: KustoNode, scope: Scope, input?: Tabular): Tabular {
  const legs = legsOf(node, scope, input);
  const source = sourceColumn(node) ?? "source_";
  const problem = findProblem(node, legs);
  if (problem !== undefined) return refusedTabular(scope, node, "unsupported", problem);
  const project = child(node, "Project");
  const names = boundIn(node, scope).map(({ name }) => name);
  // The union under the filter has all columns; the binder lists only those that are left in the end.
  const all = unionOf(legs, node, scope, { isInner: false, numbered: "", source, isUnbound: project !== undefined });
  const found = filtered(all, node, scope, false);
  if (!project) return found;
  const slots = names.map((name) => slotOf(all.columns, name));
  if (slots.includes(-1)) {
    report(scope, node, "unsupported", "these columns of `find` are not evaluated");
    return found;
  }
  const columns = slots.flatMap((slot) => all.columns[slot] ?? []);
  return { kind: "union", columns, legs: [{ of: found, slots, name: "" }] };
}

/** What is not told by the documentation, or not built. */
function findProblem(node: KustoNode, legs: readonly Leg[]): string | undefined {
  if (legs.some(({ name }) => name === undefined))
    return "`find` over what is neither a table nor a view is not evaluated";
  const project = child(node, "Project");
  const isPlain = (each: KustoNode) => kindOf(each) === "NameReference" && referenced(each)?.kind === "Column";
  if (project && !items(project, "Columns").every(isPlain)) return "this form of `project` in `find` is not evaluated";
  if (!project && new Set(legs.map(({ of }) => shapeOf(of))).size > 1) {
    return "`find` over tables of different columns is evaluated with `project` only";
  }
  let isEverywhere = true;
  walk(childOf(node, "Condition"), (each) => {
    if (kindOf(each) === "NameReference" && referenced(each)?.kind === "Column") {
      isEverywhere &&= legs.every(({ of }) => slotOf(of.columns, simpleName(each)) >= 0);
    }
    return undefined;
  });
  return isEverywhere ? undefined : "a condition of `find` on a column that not all tables have is not evaluated";
}

function shapeOf({ columns }: Tabular): string {
  return JSON.stringify(columns);
}
