/** Stands in the place of `test/kql/program-of.ts` in the run before: what the tests ask for is lowered and stored. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type Lowered, programOf as lowered } from "../../kql/program-of";
import { storedAt } from "./store";

export function programOf(query: string): Lowered {
  const file = storedAt(process.env.PICKET_MUTATED_ROOT ?? "", query);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Lowered;
  const program = lowered(query);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(program));
  // As a mutant's run will read it.
  return JSON.parse(JSON.stringify(program)) as Lowered;
}
