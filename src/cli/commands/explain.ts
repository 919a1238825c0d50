/** `picket explain`. */

import { type Command, Option } from "commander";
import { didYouMean } from "../../diagnostics";
import { allChecks } from "../all-checks";
import { EXPLAIN_REPORTERS } from "../reporters/explain-reports";
import { usesColour } from "../terminal";

export function addExplainCommand(program: Command): void {
  program
    .command("explain")
    .description("say what a code means and how to mend it")
    .argument("<code>", "such as PKT1021")
    .addOption(
      new Option("--format <format>", "how it is printed").choices(Object.keys(EXPLAIN_REPORTERS)).default("pretty"),
    )
    .action((code: string, { format }: { readonly format: string }) => {
      const check = allChecks.find((each) => each.code === code.toUpperCase());
      if (check) {
        const report = EXPLAIN_REPORTERS[format] ?? EXPLAIN_REPORTERS.pretty;
        process.stdout.write(report(check, usesColour(process.stdout)));
        return;
      }
      const codes = allChecks.map((each) => each.code);
      const near = didYouMean(code.toUpperCase(), codes);
      const help = near ?? "a code is written as in a finding, such as PKT1021; docs/checks/README.md lists all";
      process.stderr.write(`error: unknown code \`${code}\`\n  = help: ${help}\n`);
      process.exitCode = 2;
    });
}
