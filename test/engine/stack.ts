/** A project, a stack and a world of a test, and the real CLI on them. */

import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { type EngineEvents, eventsOf } from "./engine-events";
import { type Objects, objectsOf, signIn, WORLD_VARIABLE, type World } from "./plugins/world/world";
import { findPulumi } from "./pulumi/pulumi-cli";

const root = join(__dirname, "../..");

export const tenantId = "11111111-1111-4111-8111-111111111111";
export const subscriptionId = "22222222-2222-4222-8222-222222222222";
export const workspaceId = workspaceIdOf("law-soc");

export interface CliRun extends EngineEvents {
  readonly exitCode: number;
  /** What was printed, on both streams. */
  readonly text: string;
}

export interface RunOptions {
  readonly stack?: string;
  /** Further arguments. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the running CLI, which is the leader of its own group of processes. */
  readonly whileRunning?: (cli: ChildProcess) => Promise<void>;
}

/** A folder with a project whose program is the repository's own index.ts. */
export interface Project {
  readonly folder: string;
  readonly world: World;
  /** What exists in Azure. */
  readonly arm: Objects;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  readonly remove: (path: string) => void;
  readonly newStack: (stack: string, tenant: string) => Promise<void>;
  readonly pulumi: (command: string, options?: RunOptions) => Promise<CliRun>;
  readonly up: (options?: RunOptions) => Promise<CliRun>;
  readonly exportState: (stack?: string) => Promise<string>;
}

/** The project's stack `dev` deploys the tenant `contoso`, whose workspace is there and has Sentinel. */
export async function newProject(files: Readonly<Record<string, string>>): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), "picket-engine-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const world = { folder: join(folder, ".world") };
  signIn(world, { tenantId, clientId: "stand-in-client", objectId: "stand-in-object" });
  const project = projectIn(folder, world);
  addWorkspace(project, "law-soc");
  project.write({ "Pulumi.yaml": PULUMI_YAML, "tenants/contoso.yaml": tenantYaml(), ...files });
  await project.newStack("dev", "contoso");
  return project;
}

export function addWorkspace({ arm }: Pick<Project, "arm">, name: string): void {
  const id = workspaceIdOf(name);
  arm.put(id, { id, name, location: "westeurope", properties: {} });
  const onboarding = `${id}/providers/Microsoft.SecurityInsights/onboardingStates/default`;
  arm.put(onboarding, { id: onboarding, name: "default", properties: {} });
}

export function workspaceIdOf(name: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/rg-soc/providers/Microsoft.OperationalInsights/workspaces/${name}`;
}

export function tenantYaml(more = ""): string {
  return `kind: Tenant
key: contoso
tenantId: ${tenantId}
workspace: { subscriptionId: ${subscriptionId}, resourceGroup: rg-soc, name: law-soc }
stage: enforce
${more}`;
}

/** Scheduled rules of the workspace by display name, as Azure holds them. */
export function rulesIn({ arm }: Project): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const rules = arm.all().filter(({ id }) => /\/alertRules\/[^/]+$/.test(String(id)));
  const named = rules.map(({ properties }) => properties as Readonly<Record<string, unknown>>);
  return Object.fromEntries(named.map((properties) => [String(properties.displayName), properties]).sort());
}

function projectIn(folder: string, world: World): Project {
  const pulumi = (command: string, options: RunOptions = {}) => runCli(folder, world, command, options);
  return {
    folder,
    world,
    arm: objectsOf(world, "arm"),
    write: (files) => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    newStack: async (stack, tenant) => {
      const { exitCode, text } = await pulumi(`stack init ${stack}`, { stack });
      if (exitCode !== 0) throw new Error(text);
      const file = join(folder, `Pulumi.${stack}.yaml`);
      if (!readFileSync(file, "utf8").includes("config:")) {
        appendFileSync(file, `config:\n  picket:tenant: ${tenant}\n`);
      }
    },
    pulumi,
    up: (options = {}) => pulumi("up --yes --skip-preview", options),
    exportState: async (stack = "dev") => {
      const file = join(folder, `.${stack}.state.json`);
      const { exitCode, text } = await pulumi(`stack export --file ${file}`, { stack });
      if (exitCode !== 0) throw new Error(text);
      return readFileSync(file, "utf8");
    },
  };
}

async function runCli(folder: string, world: World, command: string, options: RunOptions): Promise<CliRun> {
  const cli = findPulumi();
  if (cli === undefined) throw new Error("there is no `pulumi`: `npm run test:engine` gets one");
  const [name = "", ...words] = command.split(" ");
  const events = join(folder, `.events-${process.hrtime.bigint()}.ndjson`);
  const child = spawn(
    cli.file,
    [
      name,
      ...words,
      ...(options.args ?? []),
      ...(name === "stack" ? [] : ["--stack", options.stack ?? "dev"]),
      ...(name === "stack" && words[0] === "export" ? ["--stack", options.stack ?? "dev"] : []),
      "--non-interactive",
      "--color=never",
      ...(EVENT_COMMANDS.has(name) ? ["--event-log", events, "--suppress-outputs"] : []),
    ],
    {
      cwd: folder,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...cliEnvironment(folder, world, cli.pathFolders), ...options.env },
    },
  );
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
    });
  }
  const ended = new Promise<number>((settle) => child.once("close", (code) => settle(code ?? -1)));
  await options.whileRunning?.(child);
  const exitCode = await ended;
  return { exitCode, text, ...eventsOf(existsSync(events) ? readFileSync(events, "utf8") : "") };
}

/** Nothing of the user's own Pulumi, and nothing that asks the internet.
 *  Source: https://www.pulumi.com/docs/iac/cli/environment-variables, read 2026-11-23. */
function cliEnvironment(folder: string, world: World, pathFolders: readonly string[]): NodeJS.ProcessEnv {
  const ambient = Object.entries(process.env).filter(
    ([name]) => !/^(PULUMI_|ARM_|AZURE_|VITEST|NODE_OPTIONS$)/.test(name),
  );
  mkdirSync(join(folder, ".state"), { recursive: true });
  return {
    ...Object.fromEntries(ambient),
    PATH: [join(__dirname, "plugins/bin"), ...pathFolders, process.env.PATH ?? ""].join(delimiter),
    PULUMI_HOME: join(folder, ".pulumi-home"),
    PULUMI_BACKEND_URL: `file://${join(folder, ".state")}`,
    PULUMI_CONFIG_PASSPHRASE: "stand-in",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    // It has the flag `--event-log`.
    PULUMI_DEBUG_COMMANDS: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
    [WORLD_VARIABLE]: world.folder,
  };
}

const EVENT_COMMANDS: ReadonlySet<string> = new Set(["up", "preview", "refresh", "destroy"]);

const PULUMI_YAML = `name: picket
main: ${join(root, "index.ts")}
runtime: { name: nodejs, options: { tsconfig: tsconfig.pulumi.json } }
`;
