/** `picket test`. */

import { type Command, Option } from "commander";
import { runProjectTests } from "../../operations";
import { TEST_REPORTERS } from "../reporters/test-reports";
import { tellDiagnostics } from "../tell-diagnostics";
import { usesColour } from "../terminal";

interface TestOptions {
  readonly filter?: string;
  readonly format: string;
}

export function addTestCommand(program: Command): void {
  program
    .command("test")
    .description("run the tests: every case, offline")
    .argument("[paths...]", "files and folders with tests (default: the whole project)")
    .option("--filter <text>", "only cases whose subject or name has this text")
    .addOption(
      new Option("--format <format>", "how results are printed").choices(Object.keys(TEST_REPORTERS)).default("pretty"),
    )
    .action(async (paths: readonly string[], { filter, format }: TestOptions) => {
      const now = new Date().toISOString();
      const elapsedSeconds = () => performance.now() / 1000;
      const { results, diagnostics } = await runProjectTests({
        folder: ".",
        paths,
        now,
        elapsedSeconds,
        ...(filter === undefined ? {} : { filter }),
      });
      tellDiagnostics(diagnostics);
      process.stdout.write((TEST_REPORTERS[format] ?? TEST_REPORTERS.pretty)(results, usesColour(process.stdout)));
      const fails = results.some(({ outcome }) => outcome === "failed");
      process.exitCode = diagnostics.length > 0 || results.length === 0 ? 2 : fails ? 1 : 0;
    });
}
