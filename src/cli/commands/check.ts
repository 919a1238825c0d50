/** `picket check`. */

import { type Command, Option } from "commander";
import type { Severity } from "../../diagnostics";
import { checkProject } from "../../operations/project";
import { github } from "../reporters/github";
import { json } from "../reporters/json";
import { pretty } from "../reporters/pretty";
import type { Reporter } from "../reporters/report";
import { sarif } from "../reporters/sarif";
import { usesColour } from "../terminal";

const REPORTERS: Readonly<Record<string, Reporter>> = { pretty, json, sarif, github };

interface CheckOptions {
  readonly format: string;
  readonly failOn: Severity;
  readonly notes: boolean;
  readonly cache: boolean;
}

const AT_LEAST: Readonly<Record<Severity, readonly Severity[]>> = {
  error: ["error"],
  warning: ["error", "warning"],
  info: ["error", "warning", "info"],
};

export function addCheckCommand(program: Command): void {
  program
    .command("check")
    .description("find mistakes in documents: shape, meaning, wiring, limits, and every tenant")
    .argument("[paths...]", "files and folders (default: rules/, tenants/ and what tenants name)")
    .addOption(
      new Option("--format <format>", "how findings are printed").choices(Object.keys(REPORTERS)).default("pretty"),
    )
    .addOption(
      new Option("--fail-on <severity>", "least severity that gives exit status 1")
        .choices(["error", "warning", "info"])
        .default("error"),
    )
    .option("--notes", "show infos one by one", false)
    .option("--no-cache", "look at everything again, also where nothing has changed (results are kept in .picket/)")
    .action((paths: readonly string[], { format, failOn, notes, cache }: CheckOptions) => {
      const started = performance.now();
      const checked = checkProject({ folder: ".", paths, now: new Date().toISOString(), cache });
      const seconds = (performance.now() - started) / 1000;
      process.stdout.write(
        (REPORTERS[format] ?? pretty)({ ...checked, seconds }, { notes, colour: usesColour(process.stdout) }),
      );
      const fails = AT_LEAST[failOn];
      process.exitCode = checked.diagnostics.some(({ code }) => code === "PKT9020")
        ? 2
        : checked.diagnostics.some(({ severity }) => fails.includes(severity))
          ? 1
          : 0;
    });
}
