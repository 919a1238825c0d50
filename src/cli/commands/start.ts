/** `picket start`: the main job, embedded. */

import type { Command } from "commander";
import { hasErrors } from "../../diagnostics";
import { showTenant } from "../../operations/project";
import { startPretty } from "../reporters/start-pretty";
import { tellDiagnostics } from "../tell-diagnostics";
import { usesColour } from "../terminal";

export function addStartCommand(program: Command): void {
  program
    .command("start")
    .description("run the Pulumi program of a tenant in the embedded monitor and show what it deploys")
    .option("--tenant <key>", "key of a Tenant document", "sample")
    .action(async ({ tenant }: { readonly tenant: string }) => {
      const started = performance.now();
      const shown = await showTenant({ folder: ".", tenant, now: new Date().toISOString() });
      tellDiagnostics(shown.diagnostics);
      const { plan, run } = shown;
      if (plan && run) {
        const seconds = (performance.now() - started) / 1000;
        process.stdout.write(startPretty({ plan, run, seconds }, usesColour(process.stdout)));
      }
      process.exitCode =
        !plan && shown.diagnostics.some(({ code }) => code === "PKT9030")
          ? 2
          : hasErrors(shown.diagnostics) || run?.failure
            ? 1
            : 0;
    });
}
