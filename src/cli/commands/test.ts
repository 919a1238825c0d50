/** `picket test`. */

import { type Command, Option } from "commander";
import { runProjectTests, type Tested, watchTests } from "../../operations";
import { TEST_REPORTERS, type TestReportOptions } from "../reporters/test-reports";
import { tellDiagnostics } from "../tell-diagnostics";
import { usesColour } from "../terminal";
import { counted } from "../words";

interface TestOptions {
  readonly filter?: string;
  readonly format: string;
  readonly watch?: boolean;
  readonly verbose?: boolean;
}

export function addTestCommand(program: Command): void {
  program
    .command("test")
    .description("run the tests beside rules, policies and playbooks: every case, offline")
    .argument("[paths...]", "files and folders with tests, or with what is tested (default: the whole project)")
    .option("--filter <text>", "only cases whose subject or name has this text")
    .addOption(
      new Option("--format <format>", "how results are printed").choices(Object.keys(TEST_REPORTERS)).default("pretty"),
    )
    .option("--verbose", "name every case that passes, not only how many")
    .option("--watch", "run them again at every change; what passes is only counted")
    .action(async (paths: readonly string[], options: TestOptions) => {
      if (options.watch && options.format !== "pretty") {
        process.stderr.write("error: --watch tells people what fails: it goes with --format pretty only\n");
        process.exitCode = 2;
      } else if (options.watch) watchOn(paths, options);
      else await testOnce(paths, options);
    });
}

async function testOnce(paths: readonly string[], { filter, format, verbose }: TestOptions): Promise<void> {
  const tested = await runProjectTests({ ...asked(paths, filter), now: new Date().toISOString() });
  tellDiagnostics(tested.diagnostics);
  const empty = emptyBecause(tested, paths, filter);
  if (empty) process.stderr.write(`${empty}\n`);
  if (!empty || format !== "pretty") process.stdout.write(report(tested, format, verbose ? "named" : "by subject"));
  const fails = tested.results.some(({ outcome }) => outcome === "failed");
  process.exitCode = tested.diagnostics.length > 0 || empty ? 2 : fails ? 1 : 0;
}

/** Runs until the terminal ends it. What was printed stays. */
function watchOn(paths: readonly string[], { filter }: TestOptions): void {
  watchTests({
    ...asked(paths, filter),
    clock: () => new Date().toISOString(),
    onTested: (tested) => {
      tellDiagnostics(tested.diagnostics);
      const empty = emptyBecause(tested, paths, filter);
      process.stdout.write(empty ? `${empty}\n` : report(tested, "pretty", "in the sum"));
    },
  });
}

function asked(paths: readonly string[], filter: string | undefined) {
  const elapsedSeconds = () => performance.now() / 1000;
  return { folder: ".", paths, elapsedSeconds, ...(filter === undefined ? {} : { filter }) };
}

function report({ results }: Tested, format: string, passed: NonNullable<TestReportOptions["passed"]>): string {
  const reporter = TEST_REPORTERS[format] ?? TEST_REPORTERS.pretty;
  return reporter(results, { colour: usesColour(process.stdout), passed });
}

/** Why no case ran; undefined where one did. */
function emptyBecause(
  { results, diagnostics, files, tests }: Tested,
  paths: readonly string[],
  filter: string | undefined,
): string | undefined {
  if (results.length > 0) return undefined;
  if (diagnostics.length > 0) return "nothing was tested: the tests can't be read";
  const where = paths.length > 0 ? paths.join(", ") : "rules/ and tenants/";
  if (tests > 0) return `no case of ${counted(tests, "test document")} has \`${filter ?? ""}\` in its subject or name`;
  const found = files === 0 ? "no document" : `no test among ${counted(files, "file")}`;
  const start = files === 0 ? "Scheduled my-rule" : "DetectionTest <key of a rule>";
  return `nothing to test: ${found} in ${where}; start one with \`npm run picket -- new ${start}\``;
}
