/** `npm run bench -- <name>`: exit 0 when every goal is met, 1 when one is missed, 2 for an unknown name. */

import { type Bench, missedGoals, resultLines } from "./bench";
import { benchCheck } from "./check";
import { benchCheckKql } from "./check-kql";
import { benchEvaluate } from "./evaluate";
import { benchPlaybook } from "./playbook";
import { benchProgram } from "./program";
import { benchProve } from "./prove";
import { benchUp } from "./up";

const BENCHES: Readonly<Record<string, Bench>> = {
  check: benchCheck,
  "check-kql": benchCheckKql,
  evaluate: benchEvaluate,
  playbook: benchPlaybook,
  program: benchProgram,
  prove: benchProve,
  up: benchUp,
};

async function main(name: string | undefined): Promise<number> {
  const bench = name === undefined ? undefined : BENCHES[name];
  if (bench === undefined) {
    console.error(`usage: npm run bench -- ${Object.keys(BENCHES).join(" | ")}`);
    return 2;
  }
  const result = await bench();
  for (const line of resultLines(result)) console.log(line);
  return missedGoals(result).length === 0 ? 0 : 1;
}

main(process.argv[2]).then((code) => {
  process.exitCode = code;
});
