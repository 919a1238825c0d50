/** `picket what-if`. */

import { type Command, Option } from "commander";
import { hasErrors } from "../../diagnostics";
import { tenantWhatIf } from "../../operations";
import { helpExamples } from "../help-examples";
import { byOption, type OptionNames } from "../option-findings";
import { whatIfPretty } from "../reporters/what-if-pretty";
import { tellDiagnostics } from "../tell-diagnostics";
import { usesColour } from "../terminal";

interface WhatIfOptions {
  readonly tenant?: string;
  readonly policies?: string;
  readonly promoted?: boolean;
  readonly signIn?: string;
  readonly who: string;
  readonly group?: readonly string[];
  readonly role?: readonly string[];
  readonly guest?: string;
  readonly to?: string;
  readonly client?: string;
  readonly platform?: string;
  readonly ip?: string;
  readonly country?: string;
  readonly signInRisk?: string;
  readonly userRisk?: string;
  readonly flow?: string;
  readonly format: "pretty" | "json";
}

const several = (value: string, before: readonly string[] = []) => [...before, value];

export function addWhatIfCommand(program: Command): void {
  program
    .command("what-if")
    .description("say what becomes of one sign-in: what policies ask, what happens in practice, and which apply")
    .option("--tenant <key>", "key of a Tenant document: its policies and its baseline")
    .option("--policies <file>", "policies as Graph exports them, in the place of a tenant")
    .option("--promoted", "with every policy of ours enabled that its document does not switch off")
    .option("--sign-in <json>", "the whole sign-in as JSON (docs/batch.md), as failed claims print it")
    .option("--who <name>", "an object id or a name of your own, or break-glass", "somebody")
    .option("--group <key>", "a group that the person is in, by key or id; may be repeated", several)
    .option("--role <name>", "a role that the person has; may be repeated", several)
    .option("--guest <type>", "what kind of guest, such as b2bCollaborationGuest")
    .option("--to <resource>", "an application's name or id, Office365, registerSecurityInformation, c1 ...")
    .option("--client <type>", "browser, mobileAppsAndDesktopClients, exchangeActiveSync or other")
    .option("--platform <name>", "windows, macOS, linux, iOS, android or unrecognised")
    .option("--ip <address>", "address")
    .option("--country <code>", "country of the address, as two letters")
    .option("--sign-in-risk <level>", "none, low, medium or high")
    .option("--user-risk <level>", "none, low, medium or high")
    .option("--flow <name>", "deviceCodeFlow or authenticationTransfer")
    .addOption(new Option("--format <format>", "how it is printed").choices(["pretty", "json"]).default("pretty"))
    .addHelpText(
      "after",
      helpExamples(
        'what-if --tenant contoso --to "Exchange Online" --client other',
        "what-if --policies export.json --to Office365 --guest b2bCollaborationGuest --country DE",
      ),
    )
    .action((options: WhatIfOptions) => run(options));
}

function run(options: WhatIfOptions): void {
  const { tenant, policies, promoted = false, signIn, to, format } = options;
  const problem = usageProblem(options);
  if (problem !== undefined) {
    process.stderr.write(`error: ${problem}\n--help says what there is\n`);
    process.exitCode = 2;
    return;
  }
  const told = tenantWhatIf({
    folder: ".",
    now: new Date().toISOString(),
    ...(tenant === undefined ? {} : { tenant }),
    ...(policies === undefined ? {} : { policies }),
    isPromoted: promoted,
    signIn: signIn === undefined ? asked(options, to ?? "") : { json: signIn },
  });
  tellDiagnostics(signIn === undefined ? byOption(told.diagnostics, OPTIONS) : told.diagnostics);
  if (told.answers.length > 0)
    process.stdout.write(
      format === "json"
        ? `${JSON.stringify(jsonOf(told), undefined, 2)}\n`
        : whatIfPretty(told, usesColour(process.stdout)),
    );
  process.exitCode = hasErrors(told.diagnostics) ? 2 : 0;
}

/** What each option becomes in the sign-in. */
const OPTIONS: OptionNames = {
  "/to": "--to",
  "/person/groups": "--group",
  "/person/roles": "--role",
  "/signIn/identity/external/type": "--guest",
  "/signIn/clientAppType": "--client",
  "/signIn/devicePlatform": "--platform",
  "/signIn/network/ipAddress": "--ip",
  "/signIn/network/country": "--country",
  "/signIn/risk/signIn": "--sign-in-risk",
  "/signIn/risk/user": "--user-risk",
  "/signIn/authenticationFlow": "--flow",
};

function jsonOf({ answers }: ReturnType<typeof tenantWhatIf>) {
  return { answers: answers.map(({ signIn, words, answer }) => ({ signIn, words, ...answer })) };
}

function usageProblem({ tenant, policies, to, signIn }: WhatIfOptions): string | undefined {
  if ((tenant === undefined) === (policies === undefined)) return "one of --tenant and --policies is needed";
  return (to === undefined) === (signIn === undefined) ? "one of --to and --sign-in is needed" : undefined;
}

/** Values are checked by the language: an unknown one is told by name. */
function asked(options: WhatIfOptions, to: string) {
  const { who, group = [], role = [], guest, client, platform, ip, country, signInRisk, userRisk, flow } = options;
  const person = { id: who, groups: [...group], roles: [...role], guest };
  const situation = {
    clientAppType: client,
    devicePlatform: platform,
    ipAddress: ip,
    country,
    signInRisk,
    userRisk,
    authenticationFlow: flow,
  };
  const given = Object.fromEntries(Object.entries(situation).filter(([, value]) => value !== undefined));
  const own = Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined));
  return { who, person: who === "break-glass" ? undefined : own, to, with: given };
}
