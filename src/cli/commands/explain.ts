/** `picket explain`. */

import { type Command, Option } from "commander";
import { didYouMean } from "../../diagnostics";
import { allChecks } from "../all-checks";
import { explainedWords, nearestWord } from "../explained-words";
import { helpExamples } from "../help-examples";
import { EXPLAIN_REPORTERS, WORD_REPORTERS } from "../reporters/explain-reports";
import { usesColour } from "../terminal";

export function addExplainCommand(program: Command): void {
  program
    .command("explain")
    .description("say what a code means and how to mend it, or what a kind, key, step or part of KQL is")
    .argument("<word>", "a code such as PKT1021, or a word such as Scheduled, queryPeriod, disable-user, summarize")
    .addOption(
      new Option("--format <format>", "how it is printed").choices(Object.keys(EXPLAIN_REPORTERS)).default("pretty"),
    )
    .addHelpText("after", helpExamples("explain PKT1021", "explain queryPeriod"))
    .action((word: string, { format }: { readonly format: string }) => {
      const check = allChecks.find((each) => each.code === word.toUpperCase());
      if (check) {
        const report = EXPLAIN_REPORTERS[format] ?? EXPLAIN_REPORTERS.pretty;
        process.stdout.write(report(check, usesColour(process.stdout)));
        return;
      }
      const words = explainedWords(word);
      if (words.length > 0) {
        const report = WORD_REPORTERS[format] ?? WORD_REPORTERS.pretty;
        process.stdout.write(report(words, usesColour(process.stdout)));
        return;
      }
      const codes = allChecks.map((each) => each.code);
      const isCode = /^PKT\d*$/i.test(word);
      const help = (isCode ? didYouMean(word.toUpperCase(), codes) : undefined) ?? nearestWord(word);
      process.stderr.write(`error: ${isCode ? "unknown code" : "nothing is called"} \`${word}\`\n  = help: ${help}\n`);
      process.exitCode = 2;
    });
}
