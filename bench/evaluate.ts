/** The evaluator against DuckDB on the same rows, and what a row costs as there are more of them, beside loops written by hand; each in a process of its own. */

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { BenchResult } from "./bench";
import type { Against } from "./evaluate/against";
import type { Costs, OperatorCosts } from "./evaluate/growth";

const FOLDER = join(__dirname, "evaluate");
/** What the largest measure holds: five million rows and what a query makes of them. */
const HEAP_MEGABYTES = 8192;

export async function benchEvaluate(): Promise<BenchResult> {
  ensureInstalled();
  const few = inProcess<Against>("against", "200");
  const many = inProcess<Against>("against", "1000000");
  const rows = inProcess<Costs>("rows");
  const operators = Object.entries(inProcess<Readonly<Record<string, OperatorCosts>>>("operators"));
  return {
    bench: "evaluate",
    sides: {
      "200 rows": againstFigures(few),
      "1 M rows": againstFigures(many),
      "a row of": costFigures(rows),
      ...Object.fromEntries(
        operators.flatMap(([name, { picket, plain }]) => [
          [name, costFigures(picket)],
          [`${name} by hand`, costFigures(plain)],
        ]),
      ),
    },
    ratios: {
      few: few.picket / few.query,
      many: many.picket / (many.load + many.query),
      rows: growthOf(rows),
      ...Object.fromEntries(operators.map(([name, { picket, plain }]) => [name, growthOf(picket) / growthOf(plain)])),
    },
    goals: { few: 0.05, many: 0.3, rows: 1.5, join: 1.5, summarize: 1.5, sort: 1.5, mvExpand: 1.5 },
  };
}

/** What a row of the most costs against a row of the fewest. */
function growthOf(costs: Costs): number {
  const bySize = Object.entries(costs).toSorted(([left], [right]) => Number(left) - Number(right));
  return (bySize.at(-1)?.[1] ?? Number.NaN) / (bySize[0]?.[1] ?? Number.NaN);
}

function costFigures(costs: Costs): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(costs).map(([size, cost]) => [size, `${Math.round(cost)} ns`]));
}

function againstFigures({ picket, load, query }: Against): Readonly<Record<string, string>> {
  const figure = (ms: number) => `${ms < 10 ? ms.toFixed(3) : Math.round(ms)} ms`;
  return { picket: figure(picket), "DuckDB's query": figure(query), "its load": figure(load) };
}

/** DuckDB takes 70 MB: it is installed by the first run, from a lock file of its own. */
function ensureInstalled(): void {
  if (existsSync(join(FOLDER, "node_modules", "@duckdb", "node-api"))) return;
  execFileSync("npm", ["ci"], { cwd: FOLDER, stdio: ["ignore", "ignore", "inherit"] });
}

function inProcess<T>(...args: readonly string[]): T {
  const flags = ["--expose-gc", `--max-old-space-size=${HEAP_MEGABYTES}`, "-r", "tsx/cjs"];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, join(FOLDER, "run.ts"), ...args], {
    cwd: join(__dirname, ".."),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`a measured process failed: ${stderr}`);
  return JSON.parse(stdout) as T;
}
