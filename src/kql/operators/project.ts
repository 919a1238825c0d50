/** `project` and its kin: which columns there are, under which names, in which order. */

import { page } from "../functions/definition";
import type { Project } from "../ir/step";
import type { Assignment } from "../ir/tabular";
import { childOf, items, type KustoNode, kindOf, simpleName } from "../kusto/node";
import { lowerInOrder } from "../lower/projection";
import { boundIn, report, type Scope, slotOf } from "../lower/scope";
import type { Value } from "../values/value";
import { assigner } from "./assign";
import { type LoweredOperator, type OperatorDefinition, stepDefinition } from "./definition";

export const project: OperatorDefinition = {
  name: "project",
  syntax: ["ProjectOperator"],
  source: page("project-operator"),
  order: "keeps",
  lower: (node, scope) => {
    const { columns, assignments } = lowerInOrder(items(node, "Expressions"), boundIn(node, scope), scope);
    return { columns, step: { kind: "project", width: columns.length, assignments } };
  },
  examples: [{ query: "print a = 1, b = 2 | project b, c = a + b", rows: [[2, 3]] }],
};

/** Columns that only move or go: the binder says which are left, by name. */
function lowerByName(node: KustoNode, scope: Scope): LoweredOperator | undefined {
  const bound = boundIn(node, scope);
  const renamed = renames(node);
  const slots = bound.map(({ name }) => slotOf(scope.columns, renamed.get(name) ?? name));
  if (slots.includes(-1)) {
    report(scope, node, "unsupported", "the columns that are left can't be told");
    return undefined;
  }
  const columns = bound.map(({ name }, index) => ({
    name,
    type: scope.columns[slots[index] ?? 0]?.type ?? "dynamic",
  }));
  const assignments = slots.map(
    (slot, index): Assignment => ({
      slots: [index],
      value: { kind: "column", type: columns[index]?.type ?? "dynamic", slot },
    }),
  );
  return { columns, step: { kind: "project", width: columns.length, assignments } };
}

/** New name to old name. */
function renames(node: KustoNode): ReadonlyMap<string, string> {
  const named = items(node, "Expressions").filter((each) => kindOf(each) === "SimpleNamedExpression");
  return new Map(named.map((each) => [simpleName(childOf(each, "Name")), simpleName(childOf(each, "Expression"))]));
}

export const projectAway: OperatorDefinition = {
  name: "project-away",
  syntax: ["ProjectAwayOperator"],
  source: page("project-away-operator"),
  order: "keeps",
  lower: lowerByName,
  examples: [{ query: "print a1 = 1, b = 2, a2 = 3 | project-away a*", rows: [[2]] }],
};

export const projectKeep: OperatorDefinition = {
  name: "project-keep",
  syntax: ["ProjectKeepOperator"],
  source: page("project-keep-operator"),
  order: "keeps",
  lower: lowerByName,
  examples: [{ query: "print a1 = 1, b = 2, a2 = 3 | project-keep a*", rows: [[1, 3]] }],
};

export const projectRename: OperatorDefinition = {
  name: "project-rename",
  syntax: ["ProjectRenameOperator"],
  source: page("project-rename-operator"),
  order: "keeps",
  lower: lowerByName,
  examples: [{ query: "print a = 1, b = 2 | project-rename c = a", rows: [[1, 2]] }],
};

export const projectReorder: OperatorDefinition = {
  name: "project-reorder",
  syntax: ["ProjectReorderOperator"],
  source: page("project-reorder-operator"),
  order: "keeps",
  lower: lowerByName,
  examples: [{ query: "print a = 1, b = 2 | project-reorder b", rows: [[2, 1]] }],
};

export const projectStep = stepDefinition<Project>({
  kind: "project",
  isRowByRow: true,
  compile: ({ assignments, width }, compiler) => {
    const assign = assigner(assignments, compiler);
    return (rows, run) => {
      const { window } = run;
      return rows.map((row, index) => {
        window.index = index;
        const made: Value[] = new Array(width).fill(null);
        assign(made, row, run);
        return made;
      });
    };
  },
});
