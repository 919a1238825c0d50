/** `picket plan`. */

import { type Command, Option } from "commander";
import { hasErrors } from "../../diagnostics";
import { planChanges } from "../../operations/project";
import { canonicalJson } from "../../plan";
import { helpExamples } from "../help-examples";
import { planMarkdown } from "../reporters/plan-markdown";
import { type PlanView, planPretty } from "../reporters/plan-pretty";
import { tellDiagnostics } from "../tell-diagnostics";
import { usesColour } from "../terminal";

interface PlanOptions {
  readonly tenant: string;
  readonly against?: string;
  readonly format: "pretty" | "json" | "markdown";
  readonly cache: boolean;
}

export function addPlanCommand(program: Command): void {
  program
    .command("plan")
    .description("show what a tenant gets, or what changes against an old state")
    .requiredOption("--tenant <key>", "key of a Tenant document")
    .option("--against <file>", "a Plan (--format json) or a `pulumi stack export`")
    .addOption(
      new Option("--format <format>", "how it is printed").choices(["pretty", "json", "markdown"]).default("pretty"),
    )
    .option("--no-cache", "compile again, also where nothing has changed (results are kept in .picket/)")
    .addHelpText(
      "after",
      helpExamples("plan --tenant contoso --format json > old.json", "plan --tenant contoso --against old.json"),
    )
    .action(async ({ tenant, against, format, cache }: PlanOptions) => {
      const now = new Date().toISOString();
      const { plan, changes, access, rights, diagnostics } = await planChanges({
        folder: ".",
        tenant,
        now,
        cache,
        ...(against === undefined ? {} : { against }),
      });
      tellDiagnostics(diagnostics);
      if (plan)
        process.stdout.write(
          printed(
            {
              plan,
              changes: against === undefined ? undefined : changes,
              ...(access ? { access } : {}),
              ...(rights ? { rights } : {}),
            },
            format,
          ),
        );
      const isUsage = diagnostics.some(({ code }) => code === "PKT9030" || code === "PKT9031");
      process.exitCode = isUsage ? 2 : hasErrors(diagnostics) ? 1 : 0;
    });
}

function printed(view: PlanView, format: PlanOptions["format"]): string {
  if (format === "markdown") return planMarkdown(view);
  if (format === "pretty") return planPretty(view, usesColour(process.stdout));
  return `${canonicalJson(view.changes ? { tenant: view.plan.tenant, changes: view.changes, access: view.access, rights: view.rights } : view.plan, 2)}\n`;
}
