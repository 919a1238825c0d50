/** A program to closures, once; then it runs as often as wanted. */

import { unreachable } from "../../diagnostics";
import type { Program } from "../ir/program";
import type { Tabular } from "../ir/tabular";
import { assigner } from "../operators/assign";
import { addLongs } from "../values/integer";
import { comparer } from "../values/order";
import type { Row, Rows, Value } from "../values/value";
import { compileExternal } from "./compile-external";
import { compilePipe } from "./compile-pipe";
import { compileScalar } from "./compile-scalar";
import type { Compiler } from "./compiler";
import { endingAt, QueryEnd } from "./query-end";
import { type Evaluate, onceInRun, type Produce, type Run } from "./run";

export interface CompiledProgram {
  readonly program: Program;
  readonly produce: Produce;
}

export function compileProgram(program: Program): CompiledProgram {
  const variables = new Map<number, Evaluate>();
  const relations = new Map<number, Produce>();
  const compiler: Compiler = {
    scalar: (scalar) => compileScalar(scalar, compiler),
    tabular: (tabular) => compileTabular(tabular, compiler),
    variable: (index) => remembered(variables, index, () => variableAt(program, index, compiler)),
    relation: (index) => remembered(relations, index, () => relationAt(program, index, compiler)),
  };
  return { program, produce: compiler.tabular(program.result) };
}

function remembered<T>(known: Map<number, T>, index: number, make: () => T): T {
  const found = known.get(index) ?? make();
  known.set(index, found);
  return found;
}

function variableAt({ variables }: Program, index: number, compiler: Compiler): Evaluate {
  const scalar = variables[index];
  if (!scalar) throw new RangeError(`no variable ${index}`);
  const evaluate = compiler.scalar(scalar);
  const key = {};
  return (_row, run) => onceInRun(run, key, () => evaluate([], run));
}

function relationAt({ relations }: Program, index: number, compiler: Compiler): Produce {
  const tabular = relations[index];
  if (!tabular) throw new RangeError(`no relation ${index}`);
  const produce = compiler.tabular(tabular);
  const key = {};
  return (run) => onceInRun(run, key, () => produce(run));
}

function compileTabular(tabular: Tabular, compiler: Compiler): Produce {
  switch (tabular.kind) {
    case "table":
      return ({ world }) => world.tables.get(tabular.name) ?? [];
    case "watchlist":
      return ({ world }) => world.watchlists.get(tabular.alias) ?? [];
    case "external":
      return compileExternal(tabular);
    case "datatable":
      return compileDataTable(tabular, compiler);
    case "print":
      return compilePrint(tabular, compiler);
    case "range":
      return compileRange(tabular, compiler);
    case "relation":
      return compiler.relation(tabular.index);
    case "input":
      return ({ input }) => input;
    case "bind":
      return compileBind(tabular, compiler);
    case "pipe":
      return compilePipe(tabular, compiler);
    case "union":
      return compileUnion(tabular, compiler);
    default:
      return unreachable(tabular);
  }
}

type Kind<K extends Tabular["kind"]> = Extract<Tabular, { readonly kind: K }>;

function compileDataTable({ cells, columns }: Kind<"datatable">, compiler: Compiler): Produce {
  const evaluates = cells.map((cell) => compiler.scalar(cell));
  return (run) => {
    const rows: Row[] = [];
    const width = columns.length;
    for (let start = 0; start + width <= evaluates.length && width > 0; start += width) {
      rows.push(evaluates.slice(start, start + width).map((evaluate) => evaluate([], run)));
    }
    return rows;
  };
}

function compilePrint({ columns, values }: Kind<"print">, compiler: Compiler): Produce {
  const assign = assigner(values, compiler);
  return (run) => {
    const row: Value[] = new Array(columns.length).fill(null);
    assign(row, [], run);
    return [row];
  };
}

function compileRange({ from, to, step, columns, at }: Kind<"range">, compiler: Compiler): Produce {
  const parts = [from, to, step].map((part) => compiler.scalar(part));
  const type = columns[0]?.type ?? "long";
  const compare = comparer(type);
  const plus = (left: Value, right: Value): Value =>
    type === "real"
      ? (left as number) + (right as number)
      : typeof left === "bigint" && type !== "long" && type !== "int"
        ? left + (right as bigint)
        : addLongs(left as number, right as number);
  const rowsOf = (run: Run): Rows => {
    const [first = null, last = null, by = null] = parts.map((part) => part([], run));
    if (first === null || last === null || by === null) return [];
    const direction = comparer(step.type)(by, step.type === "timespan" ? 0n : 0);
    if (direction === 0) throw new QueryEnd("invalid", "the step of `range` is zero");
    // Far too many are not made to be counted.
    run.budget.keep(Math.floor(Number(minus(last, first)) / Number(by)), 0);
    const rows: Row[] = [];
    let value: Value = first;
    while (compare(value, last) * direction <= 0) {
      rows.push([value]);
      value = plus(value, by);
      run.budget.spend(1);
      if (rows.length % 4_096 === 0) run.budget.keep(rows.length, 0);
    }
    return rows;
  };
  return (run) => endingAt(at, () => rowsOf(run));
}

/** Of two values of one type; only how large it is counts. */
function minus(left: Value, right: Value): Value {
  return typeof left === "bigint" && typeof right === "bigint" ? left - right : Number(left) - Number(right);
}

function compileBind({ locals, body }: Kind<"bind">, compiler: Compiler): Produce {
  const values = locals.map(({ index, value }) => ({ index, evaluate: compiler.scalar(value) }));
  const produce = compiler.tabular(body);
  return (run) => {
    for (const { index, evaluate } of values) run.frame[index] = evaluate([], run);
    return produce(run);
  };
}

function compileUnion({ legs, columns, hasSource }: Kind<"union">, compiler: Compiler): Produce {
  const first = hasSource ? 1 : 0;
  const none = columns.slice(first).map(({ type }): Value => (type === "string" ? "" : null));
  const parts = legs.map(({ of, slots, name }) => {
    const isSame = !hasSource && slots.length === of.columns.length && slots.every((slot, index) => slot === index);
    return { produce: compiler.tabular(of), slots, name, isSame };
  });
  return (run) => {
    const all: Row[] = [];
    for (const { produce, slots, name, isSame } of parts) {
      const rows = produce(run);
      run.budget.spend(rows.length);
      for (const row of rows) {
        const moved = isSame ? row : slots.map((slot, index) => (slot < 0 ? none[index] : row[slot]) as Value);
        all.push(hasSource ? [name, ...moved] : moved);
      }
      run.budget.keep(all.length, 0);
    }
    return all;
  };
}
