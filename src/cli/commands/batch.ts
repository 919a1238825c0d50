/** `picket batch`. */

import type { Command } from "commander";
import { operations } from "../../operations";
import { batchAnswerer } from "../batch";
import { LINE_CHARS_MAX } from "../batch-checks";
import { linesOf } from "../lines-of";

export function addBatchCommand(program: Command): void {
  program
    .command("batch")
    .description("answer one JSON request per line on standard input (docs/batch.md)")
    .action(async () => {
      const answer = batchAnswerer(operations, {
        now: new Date().toISOString(),
        elapsedSeconds: () => performance.now() / 1_000,
      });
      for await (const line of linesOf(process.stdin.setEncoding("utf8"), LINE_CHARS_MAX)) {
        if (line.trim() === "") continue;
        if (!process.stdout.write(`${await answer(line)}\n`))
          await new Promise((go) => process.stdout.once("drain", go));
      }
    });
}
