/** The evaluator against DuckDB on the same rows, and what a row costs as there are more of them; each in a process of its own. */

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { BenchResult } from "./bench";
import type { Against } from "./evaluate/against";
import type { Growth } from "./evaluate/growth";

const FOLDER = join(__dirname, "evaluate");
/** What the largest measure holds: five million rows and what a query makes of them. */
const HEAP_MEGABYTES = 8192;

export async function benchEvaluate(): Promise<BenchResult> {
  ensureInstalled();
  const few = inProcess<Against>("against", "200");
  const many = inProcess<Against>("against", "1000000");
  const rows = inProcess<Growth>("rows");
  const operators = inProcess<Readonly<Record<string, Growth>>>("operators");
  return {
    bench: "evaluate",
    sides: {
      "200 rows": againstFigures(few),
      "1 M rows": againstFigures(many),
      "a row of": Object.fromEntries(Object.entries(rows.costs).map(([count, ns]) => [count, `${Math.round(ns)} ns`])),
      ...Object.fromEntries(
        Object.entries(operators).map(([name, { costs }]) => [
          name,
          Object.fromEntries(Object.entries(costs).map(([count, ns]) => [count, `${ns.toFixed(1)} ns`])),
        ]),
      ),
    },
    ratios: {
      few: few.picket / few.query,
      many: many.picket / (many.load + many.query),
      rows: rows.growth,
      ...Object.fromEntries(Object.entries(operators).map(([name, { growth }]) => [name, growth])),
    },
    goals: { few: 0.05, many: 0.3, rows: 1.5, join: 1.5, summarize: 1.5, sort: 1.5, mvExpand: 1.5 },
  };
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
