/** The command line. */

import { Command } from "commander";
import { addBatchCommand } from "./commands/batch";
import { addCheckCommand } from "./commands/check";
import { addCoverageCommand } from "./commands/coverage";
import { addExplainCommand } from "./commands/explain";
import { addNewCommand } from "./commands/new";
import { addPlanCommand } from "./commands/plan";
import { addProveCommand } from "./commands/prove";
import { addQueryCommand } from "./commands/query";
import { addStartCommand } from "./commands/start";
import { addTestCommand } from "./commands/test";
import { addWhatIfCommand } from "./commands/what-if";

const program = new Command("picket")
  .description("Detection as code for Microsoft Sentinel and Entra.")
  .showHelpAfterError("--help says what there is")
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

// A reader that has seen enough (`picket check | head`) closes the pipe: the rest is for nobody.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

addStartCommand(program);
addCheckCommand(program);
addNewCommand(program);
addTestCommand(program);
addCoverageCommand(program);
addQueryCommand(program);
addPlanCommand(program);
addWhatIfCommand(program);
addProveCommand(program);
addExplainCommand(program);
addBatchCommand(program);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 3;
});
