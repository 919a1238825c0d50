/** `npm run test:live`: what the stand-ins can't prove, on a tenant of the user's own (docs/decisions/engine-tests.md). */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { eventsOf } from "../engine/engine-events";
import { type LiveRun, liveRunOf, USAGE } from "./arguments";
import { changedHunt, liveFiles, OBJECTS } from "./documents";

const root = join(__dirname, "../..");

interface Live {
  readonly folder: string;
  readonly failures: string[];
}

function main(args: readonly string[]): number {
  const wanted = liveRunOf(args);
  if (typeof wanted === "string") {
    console.error(`${wanted}\n\n${USAGE}`);
    return 2;
  }
  if (spawnSync("pulumi", ["version"]).status !== 0) {
    console.error("`pulumi` is not on PATH: the official CLI brings the providers that this test is about");
    return 2;
  }
  const live = { folder: mkdtempSync(join(tmpdir(), "picket-live-")), failures: [] };
  try {
    play(live, wanted);
  } finally {
    if (wanted.writes) step(live, "all is deleted again", "destroy --yes --skip-preview", { delete: OBJECTS });
    if (live.failures.length === 0) rmSync(live.folder, { recursive: true });
    else console.error(`the stack is kept in ${live.folder}: \`pulumi destroy\` there deletes what is left`);
  }
  return live.failures.length === 0 ? 0 : 1;
}

function play(live: Live, wanted: LiveRun): void {
  write(live, {
    ...liveFiles(wanted),
    "Pulumi.yaml": `name: picket
main: ${join(root, "index.ts")}
runtime: { name: nodejs, options: { tsconfig: tsconfig.pulumi.json } }
`,
  });
  pulumi(live, "stack init live");
  pulumi(live, "config set picket:tenant live --stack live");
  step(live, "the preflight passes, and a preview shows six objects", "preview", { create: OBJECTS });
  if (!wanted.writes || live.failures.length > 0) return;
  step(live, "Azure takes one object of each kind", "up --yes --skip-preview", { create: OBJECTS });
  step(live, "a second up changes nothing", "up --yes --skip-preview", {});
  step(live, "nothing drifts by itself", "up --yes --skip-preview --refresh", {});
  write(live, { "rules/hunt.yaml": changedHunt });
  step(live, "another query of a hunt replaces it", "up --yes --skip-preview", { replace: 1 });
}

/** One command, and how many objects it may do what with. What a refresh finds equal is not counted. */
function step(live: Live, what: string, command: string, expected: Readonly<Record<string, number>>): void {
  const { status, text, changes } = pulumi(live, `${command} --stack live`);
  const counts = Object.entries(changes).filter(([word]) => word !== "refresh");
  const done = Object.fromEntries(counts.map(([word, names]) => [word, names.length]));
  const isFine = status === 0 && JSON.stringify(done) === JSON.stringify(expected);
  console.log(`${isFine ? "ok    " : "FAILED"} ${what}${isFine ? "" : `: ${JSON.stringify(done)}\n${text}`}`);
  if (!isFine) live.failures.push(what);
}

function pulumi({ folder }: Live, command: string) {
  const events = join(folder, "events.ndjson");
  writeFileSync(events, "");
  const isUpdate = /^(up|preview|destroy)/.test(command);
  const { status, stdout, stderr } = spawnSync(
    "pulumi",
    [...command.split(" "), "--non-interactive", ...(isUpdate ? ["--event-log", events] : [])],
    {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...process.env,
        PULUMI_BACKEND_URL: `file://${folder}`,
        PULUMI_CONFIG_PASSPHRASE: "live",
        PULUMI_DEBUG_COMMANDS: "true",
      },
    },
  );
  return { status, text: stdout + stderr, ...eventsOf(readFileSync(events, "utf8")) };
}

function write({ folder }: Live, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

process.exitCode = main(process.argv.slice(2));
