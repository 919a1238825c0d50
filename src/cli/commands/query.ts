/** `picket query`. */

import { createInterface } from "node:readline";
import { text as readAll } from "node:stream/consumers";
import { type Command, Option } from "commander";
import { codeFrame, type Diagnostic, hasErrors, sourceText } from "../../diagnostics";
import { openQuerySession, type QueryAnswer, type QuerySession } from "../../operations";
import { helpExamples } from "../help-examples";
import { GREETING, queryPrompt } from "../query-prompt";
import { painter } from "../reporters/pretty";
import { QUERY_REPORTERS } from "../reporters/query-reports";
import { tellDiagnostics } from "../tell-diagnostics";
import { usesColour } from "../terminal";

interface QueryOptions {
  readonly expression?: string;
  readonly table?: readonly string[];
  readonly geo?: string;
  readonly seasonality?: string;
  readonly now?: string;
  readonly taps?: boolean;
  readonly format: string;
}

export function addQueryCommand(program: Command): void {
  program
    .command("query")
    .description("run KQL on rows of files, offline; without a query, ask for one after another")
    .argument("[file]", "a file of KQL, or a rule or hunt: rules/x.yaml, rules/x.yaml#key (default: standard input)")
    .option("-e, --expression <kql>", "the query itself")
    .option("--table <name=file>", "rows of a table: .ndjson, .json or .csv; again for each table", collected)
    .option("--geo <file>", "where addresses are, for geo_info_from_ip_address: a .json of locations by network")
    .option("--seasonality <members>", "the period that series_decompose finds by itself, 0 for none")
    .option("--now <time>", "what now() is, ISO 8601 (default: now)")
    .option("--taps", "show how many rows went through each step")
    .addOption(
      new Option("--format <format>", "how rows are printed").choices(Object.keys(QUERY_REPORTERS)).default("pretty"),
    )
    .addHelpText(
      "after",
      helpExamples(
        'query -e "SigninLogs | count" --table SigninLogs=events.csv',
        "query rules/x/detection.yaml --taps --table SigninLogs=events.ndjson",
      ),
    )
    .action(runQuery);
}

function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

async function runQuery(file: string | undefined, options: QueryOptions): Promise<void> {
  const { expression, table = [], geo, seasonality, now = new Date().toISOString() } = options;
  const fail = (message: string) => {
    process.stderr.write(`error: ${message}\n`);
    process.exitCode = 2;
  };
  if (file !== undefined && expression !== undefined) return fail("a file or -e, not both");
  if (Number.isNaN(Date.parse(now))) return fail(`--now expects a time such as 2026-01-15T12:00:00Z, got \`${now}\``);
  if (seasonality !== undefined && !/^\d{1,7}$/.test(seasonality))
    return fail(`--seasonality expects a whole number, got \`${seasonality}\``);
  const elapsedSeconds = () => performance.now() / 1000;
  const at = new Date(now).toISOString();
  const session = openQuerySession({
    folder: ".",
    tables: table,
    geo,
    ...(seasonality === undefined ? {} : { seasonality: Number(seasonality) }),
    now: at,
    elapsedSeconds,
  });
  tellDiagnostics(session.diagnostics);
  if (hasErrors(session.diagnostics)) {
    process.exitCode = 2;
  } else if (file !== undefined) tell(session.askFile(file), options);
  else if (expression !== undefined) tell(session.askText(sourceText("-e", expression)), options);
  else if (!process.stdin.isTTY) tell(session.askText(sourceText("stdin", await readAll(process.stdin))), options);
  else prompt(session, options);
}

function tell({ result, diagnostics }: QueryAnswer, { format, taps = false }: QueryOptions): void {
  tellDiagnostics(diagnostics);
  if (result) process.stdout.write((QUERY_REPORTERS[format] ?? QUERY_REPORTERS.pretty)(result, { taps }));
  else process.exitCode = diagnostics.some(({ code }) => code === "PKT9050") ? 2 : 1;
}

/** Lines until the terminal ends them; earlier ones come back with the arrow keys. */
function prompt(session: QuerySession, { format, taps: always = false }: QueryOptions): void {
  const reader = createInterface({ input: process.stdin, output: process.stdout, prompt: "kql> " });
  const asked = queryPrompt(session, ({ result, diagnostics }, taps) => {
    const rows = result && (QUERY_REPORTERS[format] ?? QUERY_REPORTERS.pretty)(result, { taps: taps || always });
    return `${frames(diagnostics)}${rows ?? ""}`;
  });
  process.stdout.write(GREETING);
  reader.prompt();
  reader.on("line", (line) => {
    const { text, goesOn, isOver } = asked.take(line);
    process.stdout.write(text);
    if (isOver) return reader.close();
    reader.setPrompt(goesOn ? "...> " : "kql> ");
    reader.prompt();
  });
}

function frames(diagnostics: readonly Diagnostic[]): string {
  const paint = painter(usesColour(process.stdout));
  const shown = diagnostics.filter(({ severity }) => severity !== "info");
  return shown.map((each) => `${codeFrame(each, { paint })}\n\n`).join("");
}
