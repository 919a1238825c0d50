/** `picket prove`. */

import { type Command, Option } from "commander";
import { type Diagnostic, hasErrors } from "../../diagnostics";
import { tenantProofs } from "../../operations";
import { helpExamples } from "../help-examples";
import { byOption, type OptionNames } from "../option-findings";
import { provePretty } from "../reporters/prove-pretty";
import { tellDiagnostics } from "../tell-diagnostics";
import { usesColour } from "../terminal";

interface ProveOptions {
  readonly tenant?: string;
  readonly policies?: string;
  readonly of?: string;
  readonly group?: string;
  readonly role?: string;
  readonly user?: string;
  readonly sessionControl?: string;
  readonly format: "pretty" | "json";
}

export function addProveCommand(program: Command): void {
  program
    .command("prove")
    .description("prove a claim over all sign-ins, as deployed and once promoted, or show one that breaks it")
    .argument(
      "[question]",
      "neverBlocked, mfaAlways, noMfaPath, legacyAlwaysBlocked, everySignInHas, permanentlyBlocked, redundant, neverDecisive or neverApplies (default: what every tenant is asked)",
    )
    .option("--tenant <key>", "key of a Tenant document: its policies and its baseline")
    .option("--policies <file>", "policies as Graph exports them, in the place of a tenant")
    .option("--of <subjects>", "all users (default), members, guests, all users but break-glass, break-glass")
    .option("--group <key>", "the members of a group, by key or id")
    .option("--role <name>", "the holders of a role")
    .option("--user <id>", "one user")
    .option("--session-control <name>", "of everySignInHas, such as signInFrequency")
    .addOption(new Option("--format <format>", "how it is printed").choices(["pretty", "json"]).default("pretty"))
    .addHelpText(
      "after",
      helpExamples("prove --tenant contoso", 'prove mfaAlways --tenant contoso --role "Global Administrator"'),
    )
    .action((kind: string | undefined, options: ProveOptions) => run(kind, options));
}

function run(kind: string | undefined, { tenant, policies, format, ...about }: ProveOptions): void {
  if ((tenant === undefined) === (policies === undefined)) {
    process.stderr.write("error: one of --tenant and --policies is needed\n--help says what there is\n");
    process.exitCode = 2;
    return;
  }
  const told = tenantProofs({
    folder: ".",
    now: new Date().toISOString(),
    ...(tenant === undefined ? {} : { tenant }),
    ...(policies === undefined ? {} : { policies }),
    questions: kind === undefined ? [] : [questionOf(kind, about)],
  });
  const { proofs, scope, diagnostics } = told;
  tellDiagnostics(byOption(diagnostics.map(withOptionHelp), optionsOf(about)));
  if (proofs.length > 0)
    process.stdout.write(
      format === "json"
        ? `${JSON.stringify({ scope, proofs }, undefined, 2)}\n`
        : provePretty(told, usesColour(process.stdout)),
    );
  const isBroken = kind !== undefined && proofs.some(({ holds }) => holds === false);
  process.exitCode = hasErrors(diagnostics) ? 2 : isBroken ? 1 : 0;
}

function optionsOf({ group, role }: Omit<ProveOptions, "format">): OptionNames {
  const subjects = group ? "--group" : role ? "--role" : "--of";
  return { "/question/subjects": subjects, "/question/sessionControl": "--session-control" };
}

/** A claim's subjects are written `{ group }` in documents and requests, and here as options. */
function withOptionHelp(each: Diagnostic): Diagnostic {
  const { help, pointer } = each;
  if (pointer !== "/question/subjects" || help === undefined || !help.includes("{ group }")) return each;
  return {
    ...each,
    help: help.replace("{ group }, { role } or { user }", "or --group, --role or --user in its place"),
  };
}

function questionOf(kind: string, { of, group, role, user, sessionControl }: Omit<ProveOptions, "format">) {
  const subjects = group ? { group } : role ? { role } : user ? { user } : of;
  return { kind, ...(subjects ? { subjects } : {}), ...(sessionControl ? { sessionControl } : {}) };
}
