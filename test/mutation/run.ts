/** `npm run mutate -- <room> [--seed N] [--lines N] [--files GLOB] [--workers N]`: exit 0 when enough mutants are killed, 1 when too few, 2 for wrong usage or when Stryker can't run. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { commandWords } from "../command-words";
import type { MutationRoom } from "./room";
import { rooms } from "./rooms";
import { sampleRanges } from "./sample";
import { scoreLines, scoreOf } from "./score";
import { ensureInstalled, mutate } from "./stryker";

const ROOT = join(__dirname, "../..");
const SEED = 20260115;
/** So many lines are done within minutes on two cores. */
const LINES = 300;
const PERCENT_MIN = 80;

const { values, positionals } = commandWords({
  seed: { type: "string", default: String(SEED) },
  lines: { type: "string", default: String(LINES) },
  files: { type: "string" },
  workers: { type: "string", default: String(availableParallelism()) },
});
const room = rooms.find(({ name }) => name === positionals[0]);
const seed = Number(values.seed);
const lines = Number(values.lines);
const workers = Number(values.workers);

/** Git knows globs, and which files are the project's. */
function filesOf({ sources }: MutationRoom, glob: string | undefined): readonly string[] {
  const list = (...patterns: readonly string[]) =>
    execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...patterns], {
      cwd: ROOT,
      encoding: "utf8",
    })
      .split("\n")
      .filter((file) => file !== "");
  const pathspec = (pattern: string) =>
    pattern.startsWith("!") ? `:(exclude,glob)${pattern.slice(1)}` : `:(glob)${pattern}`;
  const ofRoom = list(...sources.map(pathspec));
  if (glob === undefined) return ofRoom;
  const wanted = new Set(list(pathspec(glob)));
  return ofRoom.filter((file) => wanted.has(file));
}

function main(mutated: MutationRoom): number {
  const files = filesOf(mutated, values.files);
  if (files.length === 0) {
    console.error(`no file of ${mutated.name} is \`${values.files}\``);
    return 2;
  }
  if (!ensureInstalled()) {
    console.error("StrykerJS could not be installed: `npm ci` in test/mutation says why above");
    return 2;
  }
  const texts = files.map((file) => ({ file, text: readFileSync(join(ROOT, file), "utf8") }));
  const ranges = sampleRanges(texts, { seed, lines });
  console.log(`${mutated.name}: ${ranges.length} statements of ${files.length} files, seed ${seed}`);
  const mutants = mutate(mutated, ranges, workers);
  if (mutants === undefined) {
    console.error("StrykerJS gave no result; what it said stands above");
    return 2;
  }
  for (const line of scoreLines(mutants)) console.log(line);
  return scoreOf(mutants).percent >= PERCENT_MIN ? 0 : 1;
}

if (!room || !Number.isSafeInteger(seed) || !(lines > 0) || !(workers >= 1)) {
  console.error(
    `usage: npm run mutate -- ${rooms.map(({ name }) => name).join(" | ")} [--seed N] [--lines N] [--files GLOB] [--workers N]`,
  );
  process.exitCode = 2;
} else process.exitCode = main(room);
