/** The steps of a pipe to closures. Through steps that go row by row the rows go in parts, so that what lies between two of them is never held whole. */

import { functionNamed } from "../functions/registry";
import type { Pipe, PipeStep } from "../ir/tabular";
import { stepFor } from "../operators/registry";
import type { Column } from "../values/type-name";
import type { Row, Rows } from "../values/value";
import type { Compiler } from "./compiler";
import { placed } from "./query-end";
import type { Fold, Folder, Produce, Run, Tap, Transform, Window } from "./run";

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
    // No function in it reads neighbours of its row (`lower/window-place.ts`).
    return { ...frame, work: { fold: definition.fold(step, compiler) }, isPartial: true };
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
  const stages = segment.map(
    (step): Stage => ({ step, folder: "fold" in step.work ? step.work.fold(run) : undefined, given: 0 }),
  );
  let { at } = segment[0];
  try {
    const given: Rows[] = [];
    for (const part of segment.length === 1 || rows.length <= PART_ROWS ? [rows] : partsOf(rows)) {
      let through = part;
      for (const stage of stages) {
        at = stage.step.at;
        through = take(stage, through, run);
      }
      given.push(through);
    }
    const [only] = given;
    const last = stages.at(-1)?.folder;
    const made = last ? finish(last, run) : only && given.length === 1 ? only : ([] as Row[]).concat(...given);
    run.budget.keep(made.length, made === rows ? 0 : (segment.at(-1)?.columns.length ?? 0));
    return made;
  } catch (error) {
    throw placed(error, at);
  }
}

function partsOf(rows: Rows): readonly Rows[] {
  return Array.from({ length: Math.ceil(rows.length / PART_ROWS) }, (_, index) =>
    rows.slice(index * PART_ROWS, (index + 1) * PART_ROWS),
  );
}

/** A step at work in one run of its pipe. */
interface Stage {
  readonly step: CompiledStep;
  readonly folder: Folder | undefined;
  /** Rows that it has given so far. */
  given: number;
}

/** Gives what is made of the rows already: a fold's come at the end. */
function take(stage: Stage, rows: Rows, run: Run): Rows {
  const { folder, step } = stage;
  const outer = openWindow(rows, run);
  if (folder) folder.add(rows);
  const made = "transform" in step.work ? step.work.transform(rows, run) : NO_ROWS;
  run.window = outer;
  stage.given += made.length;
  run.budget.keep(stage.given, 0);
  return made;
}

function finish(folder: Folder, run: Run): Rows {
  const outer = openWindow(NO_ROWS, run);
  const made = folder.finish();
  run.window = outer;
  return made;
}

const NO_ROWS: Rows = [];

/** Each step has its own window; the one that is given back here is put in its place again, for a subquery stands in a step. */
function openWindow(rows: Rows, run: Run): Window {
  const outer = run.window;
  run.budget.spend(rows.length + 1);
  run.window = { rows, index: 0, carried: new Map() };
  return outer;
}

function tapOf({ name, at, columns }: CompiledStep, rowsIn: Rows, rowsOut: Rows): Tap {
  const sample = rowsOut.slice(0, SAMPLE_ROWS);
  return { step: name, at, rowsIn: rowsIn.length, rowsOut: rowsOut.length, sample, columns };
}
