/** Where rows went: what each step of the query was given and what it gave on. */

import { placeOf, type Span } from "../../diagnostics";
import type { Tap } from "../../kql/run";

/** A step of a query where it was written. */
export interface PlacedTap extends Pick<Tap, "step" | "rowsIn" | "rowsOut"> {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Steps that are shown; of a longer query the last ones. */
const STEPS_SHOWN_MAX = 20;

/** Lines for a person: the step after which no row was left, then the way there. */
export function rowTrace(taps: readonly Tap[], placed: (start: number, end: number) => Span): readonly string[] {
  const steps = taps.map(({ step, rowsIn, rowsOut, at: [start, end] }): PlacedTap => {
    const { path, start: from } = placeOf(placed(start, end));
    return { step, rowsIn, rowsOut, path, line: from.line, column: from.column };
  });
  const last = steps.findLastIndex(({ rowsIn, rowsOut }) => rowsIn > 0 && rowsOut === 0);
  const lost = steps[last];
  if (!lost) return ["no step lost all of its rows:", ...indented(tapLines(steps.slice(-STEPS_SHOWN_MAX)))];
  const rest = steps.slice(last + 1);
  // Nothing comes of nothing: the steps behind are only counted.
  const isEmpty = rest.every(({ rowsIn, rowsOut }) => rowsIn === 0 && rowsOut === 0);
  const shown = (isEmpty ? steps.slice(0, last + 1) : steps).slice(-STEPS_SHOWN_MAX);
  const more = isEmpty && rest.length > 0 ? [`no row reached the ${stepsText(rest.length)} behind it`] : [];
  const head = `rows were lost by \`${lost.step}\` at ${lost.path}:${lost.line}:${lost.column}: ${lost.rowsIn} in, none out`;
  return [head, ...indented([...tapLines(shown), ...more])];
}

function stepsText(count: number): string {
  return count === 1 ? "step" : `${count} steps`;
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

/** A line for each step; the file is named where it is another than that of the step before. */
export function tapLines(taps: readonly PlacedTap[]): readonly string[] {
  const places = taps.map(({ line, column }) => `${line}:${column}`);
  const width = Math.max(0, ...places.map(({ length }) => length));
  return taps.flatMap(({ path, step, rowsIn, rowsOut }, index) => [
    ...(path === taps[index - 1]?.path ? [] : [path]),
    `  ${(places[index] ?? "").padStart(width)}  ${step.padEnd(12)} ${rowsIn} -> ${rowsOut}`,
  ]);
}
