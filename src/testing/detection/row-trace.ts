/** Where rows went: what each step of the query was given and what it gave on. */

import { placeOf, type Span } from "../../diagnostics";
import type { Tap } from "../../kql/run";

/** Steps that are shown; of a longer query the last ones. */
const STEPS_SHOWN_MAX = 20;

/** Lines for a person: the step after which no row was left, then the way there. */
export function rowTrace(taps: readonly Tap[], placed: (start: number, end: number) => Span): readonly string[] {
  const place = ({ at: [start, end] }: Tap) => {
    const { path, start: from } = placeOf(placed(start, end));
    return `${path}:${from.line}:${from.column}`;
  };
  const lost = taps.findLast(({ rowsIn, rowsOut }) => rowsIn > 0 && rowsOut === 0);
  const head = lost
    ? [`rows were lost by \`${lost.step}\` at ${place(lost)}: ${lost.rowsIn} in, none out`]
    : ["no step lost all of its rows:"];
  const shown = taps.slice(-STEPS_SHOWN_MAX);
  const width = Math.max(0, ...shown.map((tap) => place(tap).length));
  const lines = shown.map(
    (tap) => `  ${place(tap).padEnd(width)}  ${tap.step.padEnd(12)} ${tap.rowsIn} -> ${tap.rowsOut}`,
  );
  return [...head, ...lines];
}
