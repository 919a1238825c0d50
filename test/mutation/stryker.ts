/** One run of StrykerJS in a process of its own: ranges in, mutants with their fates out. */

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MutationRoom } from "./room";
import type { LineRange } from "./sample";

const ROOT = join(__dirname, "../..");
const MODULES = join(__dirname, "node_modules/@stryker-mutator");
/** Under the folder that git and the linter leave alone. */
const WORK = ".picket/mutation";

/** Stryker's words, of which those that a score counts: `Killed` and `Timeout` on one side, `Survived` and `NoCoverage` on the other. */
export type Fate = "Killed" | "Timeout" | "Survived" | "NoCoverage" | "Ignored" | "CompileError" | "RuntimeError";

export interface Mutant {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
  readonly fate: Fate;
}

interface Report {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly mutatorName: string;
          readonly replacement?: string;
          readonly status: Fate;
          readonly location: { readonly start: Place; readonly end: Place };
        }[];
      }
    >
  >;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Stryker takes 64 MB: it is installed by the first run, from a lock file of its own. False when that fails. */
export function ensureInstalled(): boolean {
  if (existsSync(join(MODULES, "vitest-runner"))) return true;
  const npm = spawnSync("npm", ["ci"], { cwd: __dirname, stdio: ["ignore", "ignore", "inherit"] });
  return npm.status === 0;
}

/** Undefined when Stryker gave no report; why stands on stderr. */
export function mutate(
  room: MutationRoom,
  ranges: readonly LineRange[],
  workers: number,
): readonly Mutant[] | undefined {
  const config = join(ROOT, WORK, `${room.name}.config.json`);
  const report = join(ROOT, WORK, `${room.name}.json`);
  mkdirSync(join(ROOT, WORK), { recursive: true });
  rmSync(report, { force: true });
  writeFileSync(config, JSON.stringify(optionsFor(room, ranges, workers), undefined, 2));
  const before = environment(room, "before");
  if (
    room.standIns &&
    spawnSync(process.execPath, [...VITEST], { cwd: ROOT, stdio: ["ignore", 2, 2], env: before }).status !== 0
  )
    return undefined;
  spawnSync(process.execPath, [join(MODULES, "core/bin/stryker.js"), "run", config], {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
    env: environment(room, "mutated"),
  });
  return existsSync(report) ? mutantsOf(JSON.parse(readFileSync(report, "utf8")) as Report) : undefined;
}

const CONFIG = "test/mutation/vitest.config.ts";
const VITEST = [join(ROOT, "node_modules/vitest/vitest.mjs"), "run", "--config", CONFIG, "--root", ROOT];

/** What `vitest.config.ts` and the stand-ins read. */
function environment({ tests, slow = [], standIns = [] }: MutationRoom, when: "before" | "mutated"): NodeJS.ProcessEnv {
  const files = Object.fromEntries(standIns.map((each) => [each.import, each[when]]));
  return {
    ...process.env,
    PICKET_MUTATED_TESTS: JSON.stringify({ include: tests, exclude: slow, standIns: files }),
    PICKET_MUTATED_ROOT: ROOT,
    PICKET_MUTATED_SOURCES: sourcesDigest(),
  };
}

/** What is stored under it is of these sources alone. */
function sourcesDigest(): string {
  const digest = createHash("sha256");
  for (const path of readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" }).sort())
    if (path.endsWith(".ts")) digest.update(path).update(readFileSync(join(ROOT, "src", path)));
  return digest.digest("hex").slice(0, 16);
}

function optionsFor(room: MutationRoom, ranges: readonly LineRange[], workers: number): object {
  return {
    testRunner: "vitest",
    plugins: [join(MODULES, "vitest-runner/dist/src/index.js"), join(__dirname, "prose.js")],
    ignorers: ["prose"],
    // `related` would follow imports to find the files that the room's list names anyway.
    vitest: { configFile: CONFIG, related: false },
    coverageAnalysis: "perTest",
    mutate: ranges.map(({ file, first, last }) => `${file}:${first}-${last}`),
    concurrency: workers,
    disableTypeChecks: false,
    ignorePatterns: [".picket", "changes"],
    tempDirName: join(WORK, "copy"),
    reporters: ["json", ...(process.stderr.isTTY ? ["progress"] : [])],
    jsonReporter: { fileName: join(WORK, `${room.name}.json`) },
    allowEmpty: true,
  };
}

function mutantsOf({ files }: Report): readonly Mutant[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split("\n");
    return mutants.map(({ mutatorName, replacement = "", status, location }) => ({
      file,
      line: location.start.line,
      mutator: mutatorName,
      original: between(lines, location.start, location.end),
      replacement,
      fate: status,
    }));
  });
}

/** Text between two places; columns are from 1, the end is not part of it. */
function between(lines: readonly string[], start: Place, end: Place): string {
  const taken = lines.slice(start.line - 1, end.line);
  const last = taken.length - 1;
  return taken
    .map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined))
    .join("\n");
}
