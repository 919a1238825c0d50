/** `picket new`. */

import type { Command } from "commander";
import { kinds } from "../../documents";
import { newDocument } from "../../operations/project";
import { helpExamples } from "../help-examples";
import { tellDiagnostics } from "../tell-diagnostics";

export function addNewCommand(program: Command): void {
  program
    .command("new")
    .description("start a document that passes check, in its usual place")
    .argument("<kind>", kinds.map(({ kind }) => kind).join(", "))
    .argument("<key>", "its key, such as new-user; of a Table, its name; of a test, the key of what it tests")
    .addHelpText("after", helpExamples("new Scheduled bad-address", "new DetectionTest bad-address"))
    .action(async (kind: string, key: string) => {
      const { path, diagnostics } = await newDocument({ folder: ".", kind, key, now: new Date().toISOString() });
      tellDiagnostics(diagnostics);
      if (path === undefined) process.exitCode = 2;
      else process.stdout.write(`${path}\n`);
    });
}
