/** `picket batch`. */

import type { Command } from "commander";
import { operations } from "../../operations";
import { batchAnswerer } from "../batch";

export function addBatchCommand(program: Command): void {
  program
    .command("batch")
    .description("answer one JSON request per line on standard input (docs/batch.md)")
    .action(async () => {
      const answer = batchAnswerer(operations, {
        now: new Date().toISOString(),
        elapsedSeconds: () => performance.now() / 1_000,
      });
      for await (const line of linesOf(process.stdin)) {
        if (line.trim() === "") continue;
        if (!process.stdout.write(`${await answer(line)}\n`))
          await new Promise((go) => process.stdout.once("drain", go));
      }
    });
}

/** Lines end with a line feed only: U+2028, U+2029 and a lone carriage return may stand inside one. */
async function* linesOf(input: NodeJS.ReadStream): AsyncGenerator<string> {
  input.setEncoding("utf8");
  let rest = "";
  for await (const chunk of input) {
    const parts = (rest + String(chunk)).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
  if (rest !== "") yield rest;
}
