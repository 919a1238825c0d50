/** `picket coverage`. */

import { type Command, Option } from "commander";
import { projectCoverage } from "../../operations";
import { COVERAGE_REPORTERS } from "../reporters/coverage-reports";
import { tellDiagnostics } from "../tell-diagnostics";
import { usesColour } from "../terminal";
import { noneIn } from "../words";

export function addCoverageCommand(program: Command): void {
  program
    .command("coverage")
    .description("say what the tests cover: rules, hunts, functions, and ATT&CK techniques where a test shows them")
    .argument("[paths...]", "files and folders (default: the whole project)")
    .addOption(
      new Option("--format <format>", "how it is printed").choices(Object.keys(COVERAGE_REPORTERS)).default("pretty"),
    )
    .action((paths: readonly string[], { format }: { readonly format: string }) => {
      const { diagnostics, ...coverage } = projectCoverage(".", paths);
      tellDiagnostics(diagnostics);
      if (coverage.documents.length === 0 && diagnostics.length === 0) {
        process.stderr.write(`nothing to cover: ${noneIn("rule, hunt or function", paths)}\n`);
        process.exitCode = 2;
        return;
      }
      if (coverage.documents.length === 0) {
        process.stderr.write("nothing to cover: the documents can't be read\n");
        process.exitCode = 2;
        return;
      }
      const report = COVERAGE_REPORTERS[format] ?? COVERAGE_REPORTERS.pretty;
      process.stdout.write(report(coverage, usesColour(process.stdout)));
      process.exitCode = diagnostics.length > 0 ? 2 : 0;
    });
}
