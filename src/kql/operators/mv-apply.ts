/** `mv-apply`: expands the arrays of each row and runs a subquery over what comes of that one row. */

import { QueryEnd } from "../execute/query-end";
import { page } from "../functions/definition";
import type { MvApply } from "../ir/step";
import { child, childOf, items, type KustoNode } from "../kusto/node";
import { checkNames, valueNode } from "../lower/projection";
import { boundIn, lowerScalar, lowerTabular, overRows, report, type Scope, slotOf } from "../lower/scope";
import { keyOf } from "../values/order";
import type { Column } from "../values/type-name";
import type { Row, Value } from "../values/value";
import { type LoweredOperator, type OperatorDefinition, stepDefinition } from "./definition";
import { lowerExpansion, mvExpandStep } from "./mv-expand";

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
  ],
};

function lower(node: KustoNode, scope: Scope): LoweredOperator | undefined {
  const { columns: inner, step: expand } = lowerExpansion(node, [], scope);
  const shares = scope.parts.relations.length;
  const subqueryNode = childOf(childOf(node, "Subquery"), "Expression");
  const subquery = lowerTabular(subqueryNode, overRows(scope, inner));
  // A relation is evaluated once in a run, but the rows that are handed in differ from row to row.
  if (child(node, "ContextIdClause") || scope.parts.relations.length > shares) {
    report(scope, node, "unsupported", "this form of `mv-apply` is not evaluated");
    return undefined;
  }
  const isExpanded = new Set(replacedSlots(node, expand, scope));
  const outer = scope.columns.flatMap((column, slot) => (isExpanded.has(slot) ? [] : [{ column, slot }]));
  const outerNames = new Set(outer.map(({ column }) => column.name));
  const own = subquery.columns.flatMap((column, slot) => (outerNames.has(column.name) ? [] : [{ column, slot }]));
  const carried = outer.flatMap(({ column: { name, type }, slot }) => {
    const made = slotOf(subquery.columns, name);
    return made < 0 ? [] : [{ outer: slot, inner: made, type }];
  });
  const columns: readonly Column[] = [...outer, ...own].map(({ column }) => column);
  checkNames(columns, boundIn(node, scope), node, scope);
  const outputs: MvApply["outputs"] = [
    ...outer.map(({ slot }) => ({ from: "outer" as const, slot })),
    ...own.map(({ slot }) => ({ from: "subquery" as const, slot })),
  ];
  return { columns, step: { kind: "mv-apply", expand, subquery, outputs, carried, at: scope.placeOf(node) } };
}

/** Columns that are expanded under their own name: the outer row gives them no more. */
function replacedSlots(node: KustoNode, { expansions }: MvApply["expand"], scope: Scope): readonly number[] {
  return items(node, "Expressions").flatMap((each, index) => {
    const value = lowerScalar(valueNode(childOf(each, "Expression")), scope);
    const slot = expansions[index]?.slot;
    return value.kind === "column" && value.slot === slot ? [slot] : [];
  });
}

export const mvApplyStep = stepDefinition<MvApply>({
  kind: "mv-apply",
  compile: ({ expand, subquery, outputs, carried, at }, compiler) => {
    const expandRows = mvExpandStep.compile(expand, compiler);
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
