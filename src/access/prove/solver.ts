/** A small complete satisfiability solver: conflict-driven clause learning with two watched literals, activities, saved phases and restarts.
 *  Source: Eén and Sörensson, An Extensible SAT-solver, SAT 2003 (the algorithm), read 2026-11-23. */

import { type ActivityHeap, activityHeap, bump, popMax, push } from "./activity-heap";

/** Variable `v` as `2v`, its negation as `2v + 1`. */
export type Literal = number;

export const negated = (literal: Literal): Literal => literal ^ 1;
const variableOf = (literal: Literal): number => literal >> 1;

type ClauseBody = Literal[];

interface Variable {
  /** 1 true, -1 false, 0 open. */
  value: number;
  level: number;
  reason: ClauseBody | undefined;
  /** The value to try first: what it was last, at the start what is ordinary. */
  phase: boolean;
}

export interface Solver {
  readonly variables: Variable[];
  /** Clauses by a watched literal: looked at when that literal becomes false. */
  readonly watches: ClauseBody[][];
  readonly trail: Literal[];
  readonly levelStarts: number[];
  readonly heap: ActivityHeap;
  propagated: number;
  isContradictory: boolean;
  conflicts: number;
  model: boolean[];
  /** Assumptions that can't all hold; of the last unsatisfiable question. */
  core: readonly Literal[];
}

export type Answer = "satisfiable" | "unsatisfiable" | "limit";

/** Beyond any question about a real tenant, which take a few thousand; it bounds a hostile one. */
const CONFLICTS_MAX = 400_000;
const RESTART_AFTER_CONFLICTS = 128;

export function newSolver(): Solver {
  return {
    variables: [],
    watches: [],
    trail: [],
    levelStarts: [],
    heap: activityHeap(),
    propagated: 0,
    isContradictory: false,
    conflicts: 0,
    model: [],
    core: [],
  };
}

export function newVariable(solver: Solver, phase = false): Literal {
  const variable = solver.variables.length;
  solver.variables.push({ value: 0, level: 0, reason: undefined, phase });
  solver.watches.push([], []);
  push(solver.heap, variable);
  return variable * 2;
}

/** Adds a clause between two questions. */
export function addClause(solver: Solver, literals: readonly Literal[]): void {
  backtrack(solver, 0);
  const clause: ClauseBody = [];
  for (const literal of new Set(literals)) {
    const value = stateOf(solver, literal);
    if (value === 1 || literals.includes(negated(literal))) return;
    if (value === 0) clause.push(literal);
  }
  const [first] = clause;
  if (first === undefined) solver.isContradictory = true;
  else if (clause.length > 1) watch(solver, clause);
  else {
    assign(solver, first, undefined);
    if (propagate(solver)) solver.isContradictory = true;
  }
}

/** Whether the clauses and the assumptions can hold together; then `model` says how, otherwise `core` says which assumptions clash. */
export function solve(solver: Solver, assumptions: readonly Literal[] = []): Answer {
  backtrack(solver, 0);
  solver.core = [];
  if (solver.isContradictory) return "unsatisfiable";
  const limit = solver.conflicts + CONFLICTS_MAX;
  let restartAt = solver.conflicts + RESTART_AFTER_CONFLICTS;
  for (;;) {
    const conflict = propagate(solver);
    if (conflict) {
      solver.conflicts++;
      if (solver.levelStarts.length === 0) {
        solver.isContradictory = true;
        return "unsatisfiable";
      }
      learn(solver, conflict);
      if (solver.conflicts > limit) return "limit";
      continue;
    }
    if (solver.conflicts >= restartAt) {
      restartAt = solver.conflicts + Math.ceil(RESTART_AFTER_CONFLICTS * 1.1 ** (solver.conflicts / 1000));
      backtrack(solver, 0);
    }
    const step = decide(solver, assumptions);
    if (step !== "continue") return step;
  }
}

/** Takes the next assumption, then the most active open variable. */
function decide(solver: Solver, assumptions: readonly Literal[]): Answer | "continue" {
  while (solver.levelStarts.length < assumptions.length) {
    const assumption = assumptions[solver.levelStarts.length] ?? 0;
    const value = stateOf(solver, assumption);
    if (value === -1) {
      solver.core = clashingWith(solver, assumption);
      return "unsatisfiable";
    }
    solver.levelStarts.push(solver.trail.length);
    if (value === 0) {
      assign(solver, assumption, undefined);
      return "continue";
    }
  }
  for (let variable = popMax(solver.heap); variable !== undefined; variable = popMax(solver.heap)) {
    const { value, phase } = variableAt(solver, variable);
    if (value !== 0) continue;
    solver.levelStarts.push(solver.trail.length);
    assign(solver, variable * 2 + (phase ? 0 : 1), undefined);
    return "continue";
  }
  solver.model = solver.variables.map(({ value }) => value === 1);
  return "satisfiable";
}

function variableAt(solver: Solver, variable: number): Variable {
  return solver.variables[variable] as Variable;
}

function stateOf(solver: Solver, literal: Literal): number {
  const { value } = variableAt(solver, variableOf(literal));
  return literal & 1 ? -value : value;
}

function assign(solver: Solver, literal: Literal, reason: ClauseBody | undefined): void {
  const variable = variableAt(solver, variableOf(literal));
  variable.value = literal & 1 ? -1 : 1;
  variable.level = solver.levelStarts.length;
  variable.reason = reason;
  solver.trail.push(literal);
}

function watch(solver: Solver, clause: ClauseBody): void {
  for (const literal of clause.slice(0, 2)) solver.watches[literal]?.push(clause);
}

/** Assigns everything that follows; the clause that can't hold, if any. */
function propagate(solver: Solver): ClauseBody | undefined {
  while (solver.propagated < solver.trail.length) {
    const falsified = negated(solver.trail[solver.propagated++] as Literal);
    const clauses = solver.watches[falsified] as ClauseBody[];
    let kept = 0;
    for (let index = 0; index < clauses.length; index++) {
      const clause = clauses[index] as ClauseBody;
      if (clause[0] === falsified) {
        clause[0] = clause[1] as Literal;
        clause[1] = falsified;
      }
      const other = clause[0] as Literal;
      if (stateOf(solver, other) !== 1 && moveWatch(solver, clause)) continue;
      clauses[kept++] = clause;
      const value = stateOf(solver, other);
      if (value === 1) continue;
      if (value === 0) {
        assign(solver, other, clause);
        continue;
      }
      for (index++; index < clauses.length; index++) clauses[kept++] = clauses[index] as ClauseBody;
      clauses.length = kept;
      return clause;
    }
    clauses.length = kept;
  }
  return undefined;
}

/** Watches another literal that is not false, if there is one. */
function moveWatch(solver: Solver, clause: ClauseBody): boolean {
  for (let at = 2; at < clause.length; at++) {
    const literal = clause[at] as Literal;
    if (stateOf(solver, literal) === -1) continue;
    clause[at] = clause[1] as Literal;
    clause[1] = literal;
    solver.watches[literal]?.push(clause);
    return true;
  }
  return false;
}

/** Learns the first unique implication point of a conflict and goes back to where it forces something. */
function learn(solver: Solver, conflict: ClauseBody): void {
  const level = solver.levelStarts.length;
  const seen = new Set<number>();
  const rest: Literal[] = [];
  let open = 0;
  let at = solver.trail.length;
  let clause: ClauseBody | undefined = conflict;
  let pivot: Literal | undefined;
  do {
    for (const literal of clause ?? []) {
      const variable = variableOf(literal);
      const known = variableAt(solver, variable);
      if (literal === pivot || seen.has(variable) || known.level === 0) continue;
      seen.add(variable);
      bump(solver.heap, variable);
      if (known.level === level) open++;
      else rest.push(literal);
    }
    do pivot = solver.trail[--at] as Literal;
    while (!seen.has(variableOf(pivot)));
    clause = variableAt(solver, variableOf(pivot)).reason;
    open--;
  } while (open > 0);
  solver.heap.increment *= 1.05;
  const levelOf = (literal: Literal) => variableAt(solver, variableOf(literal)).level;
  rest.sort((left, right) => levelOf(right) - levelOf(left));
  const learned = [negated(pivot), ...rest];
  backtrack(solver, rest[0] === undefined ? 0 : levelOf(rest[0]));
  if (learned.length > 1) watch(solver, learned);
  assign(solver, negated(pivot), learned.length > 1 ? learned : undefined);
}

function backtrack(solver: Solver, level: number): void {
  const start = solver.levelStarts[level];
  if (start === undefined) return;
  for (let index = solver.trail.length - 1; index >= start; index--) {
    const literal = solver.trail[index] as Literal;
    const variable = variableAt(solver, variableOf(literal));
    variable.value = 0;
    variable.reason = undefined;
    push(solver.heap, variableOf(literal));
  }
  solver.trail.length = start;
  solver.levelStarts.length = level;
  solver.propagated = start;
}

/** The assumptions from which the opposite of one of them follows, and that one. */
function clashingWith(solver: Solver, assumption: Literal): readonly Literal[] {
  const core = [assumption];
  const seen = new Set([variableOf(assumption)]);
  // What follows without any assumption needs none to be named.
  const firstDecided = solver.levelStarts[0] ?? solver.trail.length;
  for (let index = solver.trail.length - 1; index >= firstDecided; index--) {
    const literal = solver.trail[index] as Literal;
    if (!seen.has(variableOf(literal))) continue;
    const { reason } = variableAt(solver, variableOf(literal));
    // Only assumptions are decided on while assumptions are being taken.
    if (reason === undefined) core.push(literal);
    for (const each of reason ?? []) if (variableAt(solver, variableOf(each)).level > 0) seen.add(variableOf(each));
  }
  return core;
}
