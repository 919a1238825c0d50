/** All sign-ins as a satisfiability problem: each dimension takes one of finitely many classes, and formulas become literals. */

import { unreachable } from "../../diagnostics";
import { type Dimension, type Formula, type Leaf, leavesOf } from "../model/formula";
import { witnessDraft, witnessOf } from "../model/witness-draft";
import { type Answer, addClause, type Literal, negated, newSolver, newVariable, type Solver, solve } from "./solver";
import { TooLarge } from "./too-large";

/** A dimension with one value for each class of values that no leaf can tell apart. */
export interface ClassedDimension {
  readonly dimension: Dimension;
  readonly values: readonly unknown[];
  /** All candidates of each class. */
  readonly members: readonly (readonly unknown[])[];
  /** For each class the literal that says it is the one. */
  readonly selectors: readonly Literal[];
  /** Keys of the leaves that each class passes. */
  readonly leafClasses: ReadonlyMap<string, ReadonlySet<number>>;
}

export interface Universe {
  readonly solver: Solver;
  /** True in every model. */
  readonly top: Literal;
  readonly dimensions: ReadonlyMap<string, ClassedDimension>;
  /** Literals of formulas that were met before, by identity and by content. */
  readonly byFormula: WeakMap<Formula, Literal>;
  readonly byContent: Map<string, Literal>;
}

/** The universe in which these formulas can be asked; no others can. */
export function universeOf(formulas: Iterable<Formula>): Universe {
  const leaves = new Map<string, Map<string, Leaf>>();
  const seen = new Set<Formula>();
  for (const formula of formulas) collectLeaves(formula, leaves, seen);
  const solver = newSolver();
  const top = newVariable(solver);
  addClause(solver, [top]);
  const dimensions = new Map(
    [...leaves].map(([name, each]) => [name, classedDimension([...each.values()], solver, top)] as const),
  );
  return { solver, top, dimensions, byFormula: new WeakMap(), byContent: new Map() };
}

function collectLeaves(formula: Formula, leaves: Map<string, Map<string, Leaf>>, seen: Set<Formula>): void {
  if (seen.has(formula)) return;
  seen.add(formula);
  for (const leaf of leavesOf(formula)) {
    const known = leaves.get(leaf.dimension.name) ?? new Map<string, Leaf>();
    known.set(leaf.key, leaf);
    leaves.set(leaf.dimension.name, known);
  }
}

/** Answers of leaves about candidates; beyond any real tenant, and a second or two of work. */
const ANSWERS_MAX = 5_000_000;

/** Keeps the first candidate of each class, so that the most ordinary values are the ones shown. */
function classedDimension(leaves: readonly Leaf[], solver: Solver, top: Literal): ClassedDimension {
  const dimension = leaves[0]?.dimension as Dimension;
  const classes = new Map<string, { readonly members: unknown[]; readonly passed: readonly string[] }>();
  let tries = 0;
  for (const value of dimension.candidates(leaves.map(({ hint }) => hint))) {
    if (++tries * leaves.length > ANSWERS_MAX) throw new TooLarge();
    const answers = leaves.map((leaf) => leaf.holdsFor(value));
    const passed = leaves.filter((_, index) => answers[index]).map(({ key }) => key);
    const signature = answers.map(Number).join("");
    const known = classes.get(signature);
    if (known) known.members.push(value);
    else classes.set(signature, { members: [value], passed });
  }
  const all = [...classes.values()];
  const leafClasses = new Map(leaves.map(({ key }) => [key, new Set<number>()]));
  for (const [index, { passed }] of all.entries()) for (const key of passed) leafClasses.get(key)?.add(index);
  const selectors = exactlyOne(all.length, solver, top);
  const members = all.map((each) => each.members);
  return { dimension, values: members.map(([first]) => first), members, selectors, leafClasses };
}

/** One literal for each of `count` cases, of which exactly one holds; linear in size, by a ladder. */
function exactlyOne(count: number, solver: Solver, top: Literal): readonly Literal[] {
  if (count <= 1) return [top];
  if (count === 2) {
    const second = newVariable(solver);
    return [negated(second), second];
  }
  const selectors = Array.from({ length: count }, (_, index) => newVariable(solver, index === 0));
  addClause(solver, selectors);
  let before: Literal | undefined;
  for (const selector of selectors) {
    if (before !== undefined) addClause(solver, [negated(before), negated(selector)]);
    const reached = newVariable(solver, true);
    addClause(solver, [negated(selector), reached]);
    if (before !== undefined) addClause(solver, [negated(before), reached]);
    before = reached;
  }
  return selectors;
}

/** The literal that is true exactly where the formula holds. */
export function literalOf(universe: Universe, formula: Formula): Literal {
  const known = universe.byFormula.get(formula);
  if (known !== undefined) return known;
  const made = encode(universe, formula);
  universe.byFormula.set(formula, made);
  return made;
}

function encode(universe: Universe, formula: Formula): Literal {
  switch (formula.kind) {
    case "constant":
      return formula.value ? universe.top : negated(universe.top);
    case "leaf":
      return leafLiteral(universe, formula.leaf);
    case "not":
      return negated(literalOf(universe, formula.part));
    case "all":
      return allOf(
        universe,
        formula.parts.map((part) => literalOf(universe, part)),
      );
    case "any":
      return negated(
        allOf(
          universe,
          formula.parts.map((part) => negated(literalOf(universe, part))),
        ),
      );
    default:
      return unreachable(formula);
  }
}

function leafLiteral(universe: Universe, leaf: Leaf): Literal {
  const classed = universe.dimensions.get(leaf.dimension.name);
  const passing = classed?.leafClasses.get(leaf.key);
  if (!classed || !passing || passing.size === 0) return negated(universe.top);
  return classesLiteral(universe, classed, passing);
}

/** True where the dimension is in one of the classes. */
export function classesLiteral(universe: Universe, classed: ClassedDimension, passing: ReadonlySet<number>): Literal {
  const inside = classed.selectors.filter((_, index) => passing.has(index));
  return negated(allOf(universe, inside.map(negated)));
}

/** A gate for several literals at once; the same literals share a gate. */
export function allOf(universe: Universe, literals: readonly Literal[]): Literal {
  const { solver, top, byContent } = universe;
  const distinct = [...new Set(literals)].filter((literal) => literal !== top).sort((left, right) => left - right);
  if (distinct.includes(negated(top)) || distinct.some((literal, at) => distinct[at + 1] === negated(literal)))
    return negated(top);
  const [first] = distinct;
  if (first === undefined) return top;
  if (distinct.length === 1) return first;
  const content = distinct.join(" ");
  const known = byContent.get(content);
  if (known !== undefined) return known;
  const gate = newVariable(solver);
  for (const literal of distinct) addClause(solver, [negated(gate), literal]);
  addClause(solver, [gate, ...distinct.map(negated)]);
  byContent.set(content, gate);
  return gate;
}

export function anyOf(universe: Universe, literals: readonly Literal[]): Literal {
  return negated(allOf(universe, literals.map(negated)));
}

export function demand(universe: Universe, formula: Formula): void {
  addClause(universe.solver, [literalOf(universe, formula)]);
}

export function solveIn(universe: Universe, assumptions: readonly Literal[]): Answer {
  return solve(universe.solver, assumptions);
}

export function isTrueInModel({ solver }: Universe, literal: Literal): boolean {
  const value = solver.model[literal >> 1] ?? false;
  return literal & 1 ? !value : value;
}

/** The class of a dimension in the last model. */
export function classInModel(universe: Universe, { selectors }: ClassedDimension): number {
  return Math.max(
    0,
    selectors.findIndex((selector) => isTrueInModel(universe, selector)),
  );
}

/** After a satisfiable question: goes on asking for the ordinary value of each dimension, and keeps it where it can be had. */
export function settleOnOrdinary(universe: Universe, assumptions: readonly Literal[]): readonly Literal[] {
  const settled = [...assumptions];
  for (const classed of universe.dimensions.values()) {
    for (const selector of classed.selectors) {
      const isHad = isTrueInModel(universe, selector) || solveIn(universe, [...settled, selector]) === "satisfiable";
      if (!isHad) continue;
      settled.push(selector);
      break;
    }
  }
  solveIn(universe, settled);
  return settled;
}

/** The sign-in of the last model, in the interface's shape. */
export function witnessInModel(universe: Universe): Readonly<Record<string, unknown>> {
  const draft = witnessDraft();
  for (const classed of universe.dimensions.values())
    classed.dimension.write(draft, classed.values[classInModel(universe, classed)]);
  return witnessOf(draft);
}
