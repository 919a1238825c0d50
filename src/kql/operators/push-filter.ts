/** A filter behind `join kind=innerunique` works before one row of each key is chosen, as far as it is on columns of the left side:
 *  the engine moves it there. Source: https://learn.microsoft.com/kusto/query/join-innerunique, read 2026-11-25, and the engine's recorded result. */

import { functionNamed } from "../functions/registry";
import type { Scalar } from "../ir/scalar";
import type { Join, Step } from "../ir/step";
import type { Pipe, PipeStep, Tabular } from "../ir/tabular";

/** The pipe with the movable parts of the condition inside of its join; undefined where nothing moves. The filter itself stays where it is. */
export function filteredBeforeChoice(
  piped: Tabular,
  condition: Scalar,
  relations: readonly Tabular[],
): Pipe | undefined {
  const input = spelledOut(piped, relations);
  if (input.kind !== "pipe") return undefined;
  const at = joinAt(input.steps);
  const join = input.steps[at]?.step;
  if (join?.kind !== "join") return undefined;
  const behind = input.steps.slice(at + 1).map(({ step }) => step);
  const moved = conjuncts(condition).flatMap((part) => movedBelow(part, behind, join) ?? []);
  if (moved.length === 0) return undefined;
  const filtered: Join = { ...join, leftFilters: [...(join.leftFilters ?? []), ...moved] };
  const steps = input.steps.map((each, index): PipeStep => (index === at ? { ...each, step: filtered } : each));
  return { ...input, steps };
}

/** A `let` is an expression with a name: the engine moves a filter into it as well. */
function spelledOut(input: Tabular, relations: readonly Tabular[]): Tabular {
  if (input.kind === "relation") return spelledOut(relations[input.index] ?? { ...input, kind: "input" }, relations);
  if (input.kind !== "pipe") return input;
  const source = spelledOut(input.source, relations);
  return source.kind === "pipe" ? { ...input, source: source.source, steps: [...source.steps, ...input.steps] } : input;
}

/** The last join that chooses among left rows, when only steps stand behind it through which a filter can be moved. */
function joinAt(steps: readonly PipeStep[]): number {
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index]?.step;
    if (step?.kind === "join") return step.join === "innerunique" ? index : -1;
    if (!step || !isPassed(step)) return -1;
  }
  return -1;
}

function isPassed(step: Step): boolean {
  return (
    step.kind === "where" || step.kind === "extend" || step.kind === "project" || (step.kind === "sort" && !step.first)
  );
}

function conjuncts(condition: Scalar): readonly Scalar[] {
  if (condition.kind === "call" && condition.name === "and") return condition.args.flatMap(conjuncts);
  return [condition];
}

/** The condition over the join's left row, or undefined where it asks for anything else. */
function movedBelow(condition: Scalar, behind: readonly Step[], join: Join): Scalar | undefined {
  const before = behind.reduceRight<Scalar | undefined>((part, step) => part && beforeStep(part, step), condition);
  const width = join.leftTypes.length;
  const moved = before && withColumns(before, (slot) => (slot < width ? slot : undefined));
  return moved && readsColumn(moved) ? moved : undefined;
}

/** The condition over the rows that go into a step, while the step only hands columns on. */
function beforeStep(condition: Scalar, step: Step): Scalar | undefined {
  if (step.kind !== "extend" && step.kind !== "project") return condition;
  return withColumns(condition, (slot) => {
    const made = step.assignments.find(({ slots }) => slots.includes(slot));
    if (made) return made.value.kind === "column" && made.slots.length === 1 ? made.value.slot : undefined;
    return step.kind === "extend" ? slot : undefined;
  });
}

/** Renames the columns of an expression; undefined where one has no new place, or where the expression depends on more than its row. */
function withColumns(scalar: Scalar, slotOf: (slot: number) => number | undefined): Scalar | undefined {
  switch (scalar.kind) {
    case "column": {
      const slot = slotOf(scalar.slot);
      return slot === undefined ? undefined : { ...scalar, slot };
    }
    case "convert": {
      const value = withColumns(scalar.value, slotOf);
      return value && { ...scalar, value };
    }
    case "call": {
      if (functionNamed(scalar.name)?.is !== undefined) return undefined;
      const args = scalar.args.flatMap((arg) => withColumns(arg, slotOf) ?? []);
      return args.length === scalar.args.length ? { ...scalar, args } : undefined;
    }
    case "bind":
      return undefined;
    default:
      return scalar;
  }
}

function readsColumn(scalar: Scalar): boolean {
  if (scalar.kind === "column") return true;
  if (scalar.kind === "convert") return readsColumn(scalar.value);
  return scalar.kind === "call" && scalar.args.some(readsColumn);
}
