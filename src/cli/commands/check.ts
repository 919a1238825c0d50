/** `picket check`. */

import { type Command, Option } from "commander";
import type { Severity } from "../../diagnostics";
import { checkProject, watchCheck } from "../../operations/project";
import { type ProgressLine, progressLine } from "../progress-line";
import { github } from "../reporters/github";
import { json } from "../reporters/json";
import { pretty } from "../reporters/pretty";
import type { Reporter } from "../reporters/report";
import { sarif } from "../reporters/sarif";
import { verdictPretty } from "../reporters/verdict-pretty";
import { usesColour } from "../terminal";
import { counted, noneIn } from "../words";

const REPORTERS: Readonly<Record<string, Reporter>> = { pretty, json, sarif, github };

interface CheckOptions {
  readonly format: string;
  readonly failOn: Severity;
  readonly notes?: boolean;
  readonly cache: boolean;
  readonly watch?: boolean;
}

const AT_LEAST: Readonly<Record<Severity, readonly Severity[]>> = {
  error: ["error"],
  warning: ["error", "warning"],
  info: ["error", "warning", "info"],
};

export function addCheckCommand(program: Command): void {
  program
    .command("check")
    .description("find mistakes in documents: shape, meaning, wiring, limits, and every tenant")
    .argument("[paths...]", "files and folders (default: rules/, tenants/ and what tenants name)")
    .addOption(
      new Option("--format <format>", "how findings are printed").choices(Object.keys(REPORTERS)).default("pretty"),
    )
    .addOption(
      new Option("--fail-on <severity>", "least severity that gives exit status 1")
        .choices(["error", "warning", "info"])
        .default("error"),
    )
    .option("--notes", "show infos one by one")
    .option("--no-cache", "look at everything again, also where nothing has changed (results are kept in .picket/)")
    .option("--watch", "check again at every change, and tell what is new and what is gone")
    .action(async (paths: readonly string[], options: CheckOptions) => {
      if (!options.watch) await checkOnce(paths, options);
      else if (options.format === "pretty") watchOn(paths, options);
      else {
        process.stderr.write("error: --watch tells people what changes: it goes with --format pretty only\n");
        process.exitCode = 2;
      }
    });
}

async function checkOnce(
  paths: readonly string[],
  { format, failOn, notes = false, cache }: CheckOptions,
): Promise<void> {
  const started = performance.now();
  const progress = progressLine();
  const checked = await checkProject({
    folder: ".",
    paths,
    now: new Date().toISOString(),
    cache,
    onFile: (count) => tellCount(progress, count),
  });
  progress.end();
  const seconds = (performance.now() - started) / 1000;
  const isEmpty = checked.files === 0 && checked.diagnostics.length === 0;
  if (isEmpty) process.stderr.write(`nothing to check: ${noneIn("document", paths)}\n`);
  if (!isEmpty || format !== "pretty") {
    const report = { ...checked, seconds };
    process.stdout.write((REPORTERS[format] ?? pretty)(report, { notes, colour: usesColour(process.stdout) }));
  }
  const fails = AT_LEAST[failOn];
  process.exitCode =
    isEmpty || checked.diagnostics.some(({ code }) => code === "PKT9020")
      ? 2
      : checked.diagnostics.some(({ severity }) => fails.includes(severity))
        ? 1
        : 0;
}

/** Runs until the terminal ends it. What was printed stays. */
function watchOn(paths: readonly string[], { notes = false }: CheckOptions): void {
  let started = performance.now();
  watchCheck({
    folder: ".",
    paths,
    clock: () => {
      started = performance.now();
      return new Date().toISOString();
    },
    onVerdict: (verdict) => {
      const seconds = (performance.now() - started) / 1000;
      process.stdout.write(verdictPretty(verdict, seconds, { notes, colour: usesColour(process.stdout) }));
    },
  });
}

/** Files between two lines of progress. */
const FILES_PER_LINE = 100;

function tellCount(progress: ProgressLine, count: number): void {
  if (count % FILES_PER_LINE === 0) progress.tell(`${counted(count, "file")} read`);
}
