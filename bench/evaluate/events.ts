/** Generated rows of a log, the same in every run, as picket holds them; and picket's side of a measure. */

import { sourceText } from "../../src/diagnostics";
import { checkQuery } from "../../src/kql/check";
import { type Column, compileProgram, type Row, type Rows, runProgram } from "../../src/kql/run";

export const EVENT_COLUMNS: readonly Column[] = [
  { name: "TimeGenerated", type: "datetime" },
  { name: "Account", type: "string" },
  { name: "Address", type: "string" },
  { name: "ResultType", type: "string" },
  { name: "App", type: "string" },
  { name: "Agent", type: "string" },
  { name: "Session", type: "long" },
  { name: "Bytes", type: "long" },
];

/** 2026-01-01, in ticks of 100 ns since the year 1. */
const START_TICKS = 639_028_224_000_000_000n;
const TICKS_PER_SECOND = 10_000_000n;
const SECONDS_PER_WEEK = 604_800;

const DOMAINS = names(40, (number) => `Domain${number}.Example.COM`);
const ACCOUNTS = names(20_000, (number) => `User${number}@${DOMAINS[number % DOMAINS.length]}`);
const ADDRESSES = names(50_000, (number) => `10.${number % 200}.${(number >> 8) % 256}.${number % 256}`);
const RESULTS = ["0", "50126", "50053", "50074"];
const APPS = names(30, (number) => `Application ${number}`);
const AGENTS = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X)",
  "python-requests/2.31",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_1)",
];

export function generatedEvents(count: number): Rows {
  const below = randomBelow();
  const pick = (texts: readonly string[]) => texts[below(texts.length)] as string;
  return Array.from(
    { length: count },
    (): Row => [
      START_TICKS + BigInt(below(SECONDS_PER_WEEK)) * TICKS_PER_SECOND,
      pick(ACCOUNTS),
      pick(ADDRESSES),
      pick(RESULTS),
      pick(APPS),
      pick(AGENTS),
      below(1_000_000_000),
      below(100_000),
    ],
  );
}

function names(count: number, nameOf: (number: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, number) => nameOf(number));
}

/** Numbers that look random and are the same in every run: the generator of Numerical Recipes. */
export function randomBelow(): (limit: number) => number {
  let state = 1;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** A query over tables of these columns, bound and compiled once. */
export function preparedQuery(
  query: string,
  tables: Readonly<Record<string, readonly Column[]>>,
): (tables: ReadonlyMap<string, Rows>) => Rows {
  const source = sourceText("query", query);
  const shapes = Object.entries(tables).map(([name, columns]) => ({ name, columns }));
  const { program, diagnostics } = checkQuery(source, { tables: shapes });
  if (!program) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const compiled = compileProgram(program);
  return (world) => {
    const ran = runProgram(compiled, { now: "2026-01-08", elapsedSeconds: () => 0, tables: world }, source);
    if (ran.kind !== "rows") throw new Error(ran.diagnostic.message);
    return ran.rows;
  };
}

/** Makes the garbage of one measure no burden of the next. */
export function collectGarbage(): void {
  globalThis.gc?.();
}

/** Milliseconds that the work takes. */
export function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
