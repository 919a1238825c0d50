/** `picket explain`. */

import type { Command } from "commander";
import { didYouMean } from "../../diagnostics";
import { allChecks } from "../all-checks";
import { checkPage } from "../check-page";

export function addExplainCommand(program: Command): void {
  program
    .command("explain")
    .description("say what a code means and how to mend it")
    .argument("<code>", "such as PKT1021")
    .action((code: string) => {
      const check = allChecks.find((each) => each.code === code.toUpperCase());
      if (check) {
        process.stdout.write(checkPage(check));
        return;
      }
      const codes = allChecks.map((each) => each.code);
      const near = didYouMean(code.toUpperCase(), codes);
      process.stderr.write(`unknown code \`${code}\`${near ? `: ${near}` : ""}\n`);
      process.exitCode = 2;
    });
}
