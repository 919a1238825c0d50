/** `scan`: goes over rows in order and follows sequences of matches from step to step. */

import type { Compiler } from "../execute/compiler";
import type { Evaluate, Run } from "../execute/run";
import { page } from "../functions/definition";
import type { Scalar } from "../ir/scalar";
import type { Scan, ScanStep } from "../ir/step";
import type { Assignment } from "../ir/tabular";
import { child, childOf, items, type KustoNode, simpleName, tokenText } from "../kusto/node";
import { convertTo } from "../lower/call";
import { literalOf } from "../lower/literal";
import { lowerScalar, report, type Scope, slotOf } from "../lower/scope";
import { type Column, typeNamed } from "../values/type-name";
import type { Row, Value } from "../values/value";
import { assigner } from "./assign";
import { type LoweredOperator, type OperatorDefinition, stepDefinition } from "./definition";

export const scan: OperatorDefinition = {
  name: "scan",
  syntax: ["ScanOperator"],
  source: `${page("scan-operator")}, engine`,
  order: "keeps",
  lower,
  examples: [
    {
      query: "range x from 1 to 3 step 1 | scan declare (s:long = 0) with (step a: true => s = x + a.s;)",
      rows: [
        [1, 1],
        [2, 3],
        [3, 6],
      ],
    },
    {
      query:
        "datatable(e:string)['x', 'begin', 'y', 'end', 'z', 'begin'] | serialize | scan with_match_id=id with (step a: e == 'begin'; step b: e !in ('begin', 'end'); step c: e == 'end';)",
      rows: [
        ["begin", 0],
        ["y", 0],
        ["end", 0],
        ["begin", 1],
      ],
    },
    {
      query: "range x from 1 to 3 step 1 | scan with (step a output=none: x == 1; step b: x > a.x;)",
      rows: [[2], [3]],
    },
  ],
};

/** The binder gives every `scan` this column; the engine only where `with_match_id` names one. */
const MADE_UP = "match_id";

function lower(node: KustoNode, scope: Scope): LoweredOperator | undefined {
  const declared = lowerDeclarations(node, scope);
  const matchId = matchIdName(node);
  if (matchId === undefined) scope.parts.phantoms.add(MADE_UP);
  const row: readonly Column[] = [...scope.columns, ...declared.columns];
  const steps = lowerSteps(node, row, scope);
  if (!steps) return undefined;
  return {
    columns: matchId === undefined ? row : [...row, { name: matchId, type: "long" }],
    step: {
      kind: "scan",
      inputTypes: scope.columns.map(({ type }) => type),
      defaults: declared.defaults,
      hasMatchId: matchId !== undefined,
      steps,
    },
  };
}

function matchIdName(node: KustoNode): string | undefined {
  const parameter = items(node, "Parameters").find((each) => simpleName(childOf(each, "Name")) === "with_match_id");
  return parameter && simpleName(childOf(parameter, "Expression"));
}

function lowerDeclarations(
  node: KustoNode,
  scope: Scope,
): { readonly columns: readonly Column[]; readonly defaults: readonly Scalar[] } {
  const clause = child(node, "DeclareClause");
  const columns: Column[] = [];
  const defaults: Scalar[] = [];
  for (const each of clause ? items(clause, "Declarations") : []) {
    const named = childOf(each, "NameAndType");
    const type = typeNamed(tokenText(childOf(named, "Type")).replace(/^:/, "")) ?? "dynamic";
    const value = child(each, "DefaultValue");
    columns.push({ name: simpleName(childOf(named, "Name")), type });
    defaults.push(
      value
        ? convertTo(lowerScalar(childOf(value, "Value"), { ...scope, columns: [] }), type)
        : literalOf(type, type === "string" ? "" : null),
    );
  }
  return { columns, defaults };
}

function lowerSteps(node: KustoNode, row: readonly Column[], scope: Scope): readonly ScanStep[] | undefined {
  const owners = new Map<string, number>();
  const steps: ScanStep[] = [];
  for (const each of items(node, "Steps")) {
    // The row itself stands first, then one row for each step so far.
    owners.set(simpleName(childOf(each, "Name")), (owners.size + 1) * row.length);
    const within: Scope = { ...scope, columns: row, owners: new Map(owners) };
    const output = outputKind(each);
    const assignments = lowerAssignments(each, row, within);
    if (output === "last" || !assignments) {
      report(scope, each, "unsupported", "this form of a step of `scan` is not evaluated");
      return undefined;
    }
    const condition = convertTo(lowerScalar(childOf(each, "Condition"), within), "bool");
    steps.push({ condition, assignments, isOutput: output === "all" });
  }
  return steps;
}

function outputKind(step: KustoNode): string {
  const output = child(step, "ScanStepOutput");
  return output ? tokenText(childOf(output, "OutputKind")).toLowerCase() : "all";
}

/** Undefined where a value reads a column that the same step has assigned before it: nothing tells which value it sees. */
function lowerAssignments(step: KustoNode, row: readonly Column[], scope: Scope): readonly Assignment[] | undefined {
  const clause = child(step, "ComputationClause");
  const assignments: Assignment[] = [];
  for (const each of clause ? items(clause, "Assignments") : []) {
    const slot = slotOf(row, simpleName(childOf(each, "Name")));
    const value = convertTo(lowerScalar(childOf(each, "Expression"), scope), row[slot]?.type ?? "dynamic");
    if (slot < 0 || assignments.some(({ slots }) => readsSlot(value, slots[0] ?? -1))) return undefined;
    assignments.push({ slots: [slot], value });
  }
  return assignments;
}

function readsSlot(part: unknown, slot: number): boolean {
  if (typeof part !== "object" || part === null) return false;
  const { kind, slot: own } = part as { readonly kind?: string; readonly slot?: number };
  if (kind === "column") return own === slot;
  return Object.values(part).some((each) => readsSlot(each, slot));
}

export const scanStep = stepDefinition<Scan>({
  kind: "scan",
  compile: (scanned, compiler) => {
    const steps = scanned.steps.map((step) => compileStep(step, compiler));
    const defaults = scanned.defaults.map((value) => compiler.scalar(value));
    const none = scanned.inputTypes.map((type): Value => (type === "string" ? "" : null));
    return (rows, run) => {
      const initial = defaults.map((value) => value([], run));
      const state: State = { sequences: steps.map(() => undefined), empty: [...none, ...initial], matches: 0 };
      const made: Row[] = [];
      for (const row of rows) {
        for (let index = steps.length - 1; index >= 0; index--) {
          const match = matched([...row, ...initial], index, steps[index] as CompiledStep, state, run);
          if (!match) continue;
          state.sequences[index] = match;
          const last = match.rows[index] as Row;
          if (steps[index]?.isOutput) made.push(scanned.hasMatchId ? [...last, match.id] : last);
        }
        run.budget.spend(steps.length);
        run.budget.keep(made.length, 0);
      }
      return made;
    };
  },
});

interface CompiledStep {
  readonly condition: Evaluate;
  readonly assign: (target: Value[], row: Row, run: Run) => void;
  readonly isOutput: boolean;
}

function compileStep({ condition, assignments, isOutput }: ScanStep, compiler: Compiler): CompiledStep {
  return { condition: compiler.scalar(condition), assign: assigner(assignments, compiler), isOutput };
}

/** What one step holds: the last row that each step up to it matched, and which match this is. */
interface Sequence {
  readonly rows: readonly Row[];
  readonly id: number;
}

interface State {
  readonly sequences: (Sequence | undefined)[];
  readonly empty: Row;
  matches: number;
}

/** The new state of the step when the row matches it. The sequence of the step before goes on first; then the step's own is repeated.
 *  Source: https://learn.microsoft.com/kusto/query/scan-operator, section "scan logic", read 2026-11-25. */
function matched(row: Value[], index: number, step: CompiledStep, state: State, run: Run): Sequence | undefined {
  const before = index > 0 ? state.sequences[index - 1] : undefined;
  if (before) {
    const moved = extended(row, [...before.rows, state.empty], step, run);
    if (moved) {
      state.sequences[index - 1] = undefined;
      return { rows: [...before.rows, moved], id: before.id };
    }
  }
  const own = state.sequences[index];
  if (!own && index > 0) return undefined;
  const repeated = extended(row, own?.rows ?? [state.empty], step, run);
  if (!repeated) return undefined;
  const earlier = own ? own.rows.slice(0, index) : [];
  return { rows: [...earlier, repeated], id: own?.id ?? state.matches++ };
}

function extended(row: readonly Value[], steps: readonly Row[], step: CompiledStep, run: Run): Row | undefined {
  const seen = [...row, ...steps.flat()];
  if (step.condition(seen, run) !== true) return undefined;
  const made = [...row];
  step.assign(made, seen, run);
  return made;
}
