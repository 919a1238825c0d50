/** Stands in the place of `test/kql/program-of.ts` while the evaluator is mutated: programs come from disk, so that no mutant pays for Microsoft's library. */

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Lowered } from "../../kql/program-of";
import { storedAt } from "./store";

/** The project itself, not the mutated copy of it. */
const root = process.env.PICKET_MUTATED_ROOT ?? "";

/** A query that is not stored yet, as where a mutant changes the text of an example, is bound by the code as it is. */
export function programOf(query: string): Lowered {
  const file = storedAt(root, query);
  if (!existsSync(file))
    execFileSync(process.execPath, ["-r", "tsx/cjs", join(root, "test/mutation/kql/lower.ts")], {
      cwd: root,
      input: query,
    });
  return JSON.parse(readFileSync(file, "utf8")) as Lowered;
}
