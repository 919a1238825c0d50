/** The solver against all assignments of small random problems. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addClause, type Literal, negated, newSolver, newVariable, solve } from "../../../src/access/prove/solver";

const VARIABLES = 6;
const literal = fc
  .tuple(fc.nat(VARIABLES - 1), fc.boolean())
  .map(([variable, sign]): Literal => variable * 2 + (sign ? 1 : 0));
const clauses = fc.array(fc.array(literal, { minLength: 1, maxLength: 4 }), { maxLength: 30 });
const assumptions = fc.array(literal, { maxLength: 4 });

const isTrue = (assignment: number, each: Literal) => Boolean((assignment >> (each >> 1)) & 1) !== Boolean(each & 1);
const holds = (assignment: number, list: readonly (readonly Literal[])[]) =>
  list.every((clause) => clause.some((each) => isTrue(assignment, each)));

function solvable(list: readonly (readonly Literal[])[], fixed: readonly Literal[]): boolean {
  const all = [...list, ...fixed.map((each) => [each])];
  return Array.from({ length: 2 ** VARIABLES }, (_, assignment) => assignment).some((assignment) =>
    holds(assignment, all),
  );
}

describe("solver", () => {
  test("finds an assignment exactly where there is one, again and again", () => {
    fc.assert(
      fc.property(clauses, fc.array(assumptions, { minLength: 1, maxLength: 4 }), clauses, (list, questions, more) => {
        const solver = newSolver();
        for (let index = 0; index < VARIABLES; index++) newVariable(solver, index % 2 === 0);
        let known = list;
        for (const clause of list) addClause(solver, clause);
        for (const [index, fixed] of questions.entries()) {
          const answer = solve(solver, fixed);
          expect(answer).toBe(solvable(known, fixed) ? "satisfiable" : "unsatisfiable");
          if (answer === "satisfiable") {
            const assignment = solver.model.reduce((bits, value, at) => bits | (Number(value) << at), 0);
            expect(holds(assignment, [...known, ...fixed.map((each) => [each])])).toBe(true);
          } else {
            expect(solver.core.every((each) => fixed.includes(each))).toBe(true);
            expect(solvable(known, solver.core)).toBe(false);
          }
          const added = more[index];
          if (!added) continue;
          addClause(solver, added);
          known = [...known, added];
        }
      }),
      { seed: 20260118, numRuns: 400 },
    );
  });

  test("pigeons do not fit into fewer holes", () => {
    const solver = newSolver();
    const [pigeons, holes] = [6, 5];
    const at = Array.from({ length: pigeons }, () => Array.from({ length: holes }, () => newVariable(solver)));
    for (const places of at) addClause(solver, places);
    for (let hole = 0; hole < holes; hole++)
      for (let one = 0; one < pigeons; one++)
        for (let other = 0; other < one; other++)
          addClause(solver, [negated(at[one]?.[hole] ?? 0), negated(at[other]?.[hole] ?? 0)]);
    expect(solve(solver)).toBe("unsatisfiable");
  });
});
