/** The steps of a pipe to closures. Through steps that go row by row the rows go in parts, so that what lies between two of them is never held whole. */

import { functionNamed } from "../functions/registry";
import type { Pipe, PipeStep } from "../ir/tabular";
import { stepFor } from "../operators/registry";
import type { Column } from "../values/type-name";
import type { Row, Rows } from "../values/value";
import type { Compiler } from "./compiler";
import { endingAt } from "./query-end";
import type { Fold, Produce, Run, Tap, Transform } from "./run";

/** Rows that go through a segment at once: what is made of them stays in the processor's cache, and its memory is free again before it is moved. */
const PART_ROWS = 1_024;
/** Rows of a step that a tap shows. */
const SAMPLE_ROWS = 5;

interface CompiledStep {
  readonly name: string;
  readonly at: readonly [start: number, end: number];
  readonly columns: readonly Column[];
  readonly work: { readonly transform: Transform } | { readonly fold: Fold };
  /** Takes rows in parts. */
  readonly isPartial: boolean;
}

/** Steps that rows go through in parts: a step alone, or some that go row by row with a fold at the end or none. */
type Segment = readonly [CompiledStep, ...CompiledStep[]];

export function compilePipe({ source, steps }: Pipe, compiler: Compiler): Produce {
  const produce = compiler.tabular(source);
  const compiled = steps.map((step) => compileStep(step, compiler));
  const segments = segmentsOf(compiled);
  const single = compiled.map((step): Segment => [step]);
  return (run) => {
    let rows = produce(run);
    // Taps tell what each step was given and gave, so with them no step is run together with others.
    for (const segment of run.taps ? single : segments) {
      const made = runSegment(segment, rows, run);
      run.taps?.push(tapOf(segment[0], rows, made));
      rows = made;
    }
    return rows;
  };
}

function compileStep({ step, at, columns }: PipeStep, compiler: Compiler): CompiledStep {
  const definition = stepFor(step.kind);
  const frame = { name: step.kind, at, columns };
  if ("fold" in definition) {
    return { ...frame, work: { fold: definition.fold(step, compiler) }, isPartial: !looksAround(step) };
  }
  const isPartial = definition.isRowByRow === true && !looksAround(step);
  return { ...frame, work: { transform: definition.compile(step, compiler) }, isPartial };
}

/** True when a function in it reads neighbours of its row. */
function looksAround(part: unknown): boolean {
  if (typeof part !== "object" || part === null) return false;
  const { kind, name } = part as { readonly kind?: string; readonly name?: string };
  if (kind === "call" && functionNamed(name ?? "")?.is === "window") return true;
  return Object.values(part).some(looksAround);
}

function segmentsOf(steps: readonly CompiledStep[]): readonly Segment[] {
  const segments: [CompiledStep, ...CompiledStep[]][] = [];
  for (const step of steps) {
    const segment = segments.at(-1);
    const last = segment?.at(-1);
    if (segment && last?.isPartial && "transform" in last.work && step.isPartial) segment.push(step);
    else segments.push([step]);
  }
  return segments;
}

function runSegment(segment: Segment, rows: Rows, run: Run): Rows {
  const stages = segment.map((step) => begin(step, run));
  const parts = segment.length === 1 || rows.length <= PART_ROWS ? [rows] : partsOf(rows);
  const given = parts.map((part) => stages.reduce((through, { take }) => take(through), part));
  const [only] = given;
  const made = stages.at(-1)?.finish?.() ?? (only && given.length === 1 ? only : ([] as Row[]).concat(...given));
  const { at, columns } = segment.at(-1) ?? segment[0];
  endingAt(at, () => run.budget.keep(made.length, made === rows ? 0 : columns.length));
  return made;
}

function partsOf(rows: Rows): readonly Rows[] {
  return Array.from({ length: Math.ceil(rows.length / PART_ROWS) }, (_, index) =>
    rows.slice(index * PART_ROWS, (index + 1) * PART_ROWS),
  );
}

/** A step at work in one run of its pipe. */
interface Stage {
  /** Takes rows and gives what is made of them already. */
  readonly take: (rows: Rows) => Rows;
  /** A fold's rows, when there are no more to take. */
  readonly finish?: () => Rows;
}

function begin({ work, at }: CompiledStep, run: Run): Stage {
  if ("fold" in work) {
    const folder = work.fold(run);
    return {
      take: (rows) => {
        endingAt(at, () => inWindow(rows, run, () => folder.add(rows)));
        return [];
      },
      finish: () => endingAt(at, () => inWindow([], run, folder.finish)),
    };
  }
  let count = 0;
  return {
    take: (rows) =>
      endingAt(at, () => {
        const made = inWindow(rows, run, () => work.transform(rows, run));
        count += made.length;
        run.budget.keep(count, 0);
        return made;
      }),
  };
}

/** Each step has its own window; a subquery's steps give the outer one back. */
function inWindow<T>(rows: Rows, run: Run, work: () => T): T {
  const outer = run.window;
  run.budget.spend(rows.length + 1);
  run.window = { rows, index: 0, carried: new Map() };
  const made = work();
  run.window = outer;
  return made;
}

function tapOf({ name, at, columns }: CompiledStep, rowsIn: Rows, rowsOut: Rows): Tap {
  const sample = rowsOut.slice(0, SAMPLE_ROWS);
  return { step: name, at, rowsIn: rowsIn.length, rowsOut: rowsOut.length, sample, columns };
}
