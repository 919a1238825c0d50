/** One measure of `bench evaluate` in a process of its own; prints its figures as JSON. */

import { measureAgainst } from "./against";
import { measureOperators, measureRows } from "./growth";

async function main([measure, count]: readonly string[]): Promise<void> {
  const figures =
    measure === "against"
      ? await measureAgainst(Number(count))
      : measure === "rows"
        ? measureRows()
        : measureOperators();
  process.stdout.write(JSON.stringify(figures));
}

main(process.argv.slice(2));
