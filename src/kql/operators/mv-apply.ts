/** `mv-apply`: expands the arrays of each row and runs a subquery over what comes of that one row. */

import { QueryEnd } from "../execute/query-end";
import { page } from "../functions/definition";
import type { MvApply } from "../ir/step";
import { child, childOf, items, type KustoNode } from "../kusto/node";
import { checkNames, namesOf, valueNode } from "../lower/projection";
import { boundIn, lowerScalar, lowerTabular, overRows, report, type Scope, slotOf } from "../lower/scope";
import { keyOf } from "../values/order";
import type { Column } from "../values/type-name";
import type { Row, Value } from "../values/value";
import { type LoweredOperator, type OperatorDefinition, stepDefinition } from "./definition";
import { compileExpansion, lowerExpansion } from "./mv-expand";

export const mvApply: OperatorDefinition = {
  name: "mv-apply",
  syntax: ["MvApplyOperator"],
  source: `${page("mv-apply-operator")}, engine`,
  order: "keeps",
  lower,
  examples: [
    {
      query: "print a = 1, d = dynamic([1, 3, 2]) | mv-apply x = d to typeof(long) on (top 1 by x)",
      rows: [[1, [1, 3, 2], 3]],
    },
    { query: "print d = dynamic([1, 2]) | mv-apply d to typeof(long) on (summarize n = sum(d))", rows: [[3]] },
    { query: "print d = dynamic([1, 2]) | mv-apply d to typeof(long) on (where d > 5)", rows: [] },
    { query: "print d = dynamic([1, 2]) | mv-apply d = d to typeof(long) on (where d > 1)", rows: [[2]] },
    {
      query: "print d = dynamic([1, 2]) | mv-apply d = d to typeof(long) on (summarize n = sum(d))",
      rows: [[[1, 2], 3]],
    },
  ],
};

function lower(node: KustoNode, scope: Scope): LoweredOperator | undefined {
  const { columns: inner, step: expand } = lowerExpansion(node, [], scope);
  const shares = scope.parts.relations.length;
  const subqueryNode = childOf(childOf(node, "Subquery"), "Expression");
  const subquery = lowerTabular(subqueryNode, overRows(scope, inner));
  // A relation is evaluated once in a run, but the rows that are handed in differ from row to row.
  const isUntold = child(node, "ContextIdClause") !== undefined || replacesByOtherThanItself(node, expand, scope);
  if (isUntold || scope.parts.relations.length > shares) {
    report(scope, node, "unsupported", "this form of `mv-apply` is not evaluated");
    return undefined;
  }
  const expanded = expandedColumns(node, expand, scope);
  const outer = scope.columns.flatMap((column, slot) => (expanded.get(slot) === "gone" ? [] : [{ column, slot }]));
  const outerNames = new Set(outer.map(({ column }) => column.name));
  const own = subquery.columns.flatMap((column, slot) => (outerNames.has(column.name) ? [] : [{ column, slot }]));
  const made = outer.map(({ column: { name, type }, slot }) => ({ slot, type, inner: slotOf(subquery.columns, name) }));
  const carried = made.flatMap(({ slot, type, inner }) =>
    inner < 0 || expanded.has(slot) ? [] : [{ outer: slot, inner, type }],
  );
  // A column that is expanded under its own name is the subquery's, when that still has it.
  const outputs: MvApply["outputs"] = [
    ...made.map(({ slot, inner }) =>
      expanded.has(slot) && inner >= 0 ? { from: "subquery" as const, slot: inner } : { from: "outer" as const, slot },
    ),
    ...own.map(({ slot }) => ({ from: "subquery" as const, slot })),
  ];
  const columns = outputs.flatMap(({ from, slot }): readonly Column[] => {
    const column = (from === "outer" ? scope : subquery).columns[slot];
    return column ? [column] : [];
  });
  checkNames(columns, boundIn(node, scope), node, scope);
  return { columns, step: { kind: "mv-apply", expand, subquery, outputs, carried, at: scope.placeOf(node) } };
}

/** `mv-apply todynamic(d)` is named after `d`: whether the outer row still gives its own `d` then is not told. */
function replacesByOtherThanItself(node: KustoNode, { expansions }: MvApply["expand"], scope: Scope): boolean {
  return items(node, "Expressions").some((each, index) => {
    const { value, slot } = expansions[index] ?? {};
    const isNamed = namesOf(childOf(each, "Expression")).length > 0;
    return !isNamed && value?.kind !== "column" && slot !== undefined && slot < scope.columns.length;
  });
}

/** Columns that are expanded under their own name, by slot: written `mv-apply d`, the outer row gives them no more; written `d = d`, it still does. */
function expandedColumns(
  node: KustoNode,
  { expansions }: MvApply["expand"],
  scope: Scope,
): ReadonlyMap<number, "gone" | "kept"> {
  const found = new Map<number, "gone" | "kept">();
  for (const [index, each] of items(node, "Expressions").entries()) {
    const expression = childOf(each, "Expression");
    const value = lowerScalar(valueNode(expression), scope);
    if (value.kind === "column" && value.slot === expansions[index]?.slot) {
      found.set(value.slot, namesOf(expression).length > 0 ? "kept" : "gone");
    }
  }
  return found;
}

export const mvApplyStep = stepDefinition<MvApply>({
  kind: "mv-apply",
  isRowByRow: true,
  compile: ({ expand, subquery, outputs, carried, at }, compiler) => {
    const expandRows = compileExpansion(expand, compiler);
    const produce = compiler.tabular(subquery);
    return (rows, run) => {
      const made: Row[] = [];
      const { input } = run;
      for (const row of rows) {
        run.input = expandRows([row], run);
        for (const result of produce(run)) {
          if (carried.some((each) => isChanged(row[each.outer], result[each.inner], each.type))) {
            throw new QueryEnd(
              "unsupported",
              "a subquery of `mv-apply` that changes an outer column is not evaluated",
              at,
            );
          }
          made.push(outputs.map(({ from, slot }) => (from === "outer" ? row : result)[slot] as Value));
        }
        run.input = input;
        run.budget.keep(made.length, 0);
      }
      return made;
    };
  },
});

function isChanged(before: Value | undefined, after: Value | undefined, type: Column["type"]): boolean {
  return before !== after && keyOf(before ?? null, type) !== keyOf(after ?? null, type);
}
