/** Reads Pulumi.yaml, and starts the program by the same command as Pulumi's own language host for Node. */

import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { parse } from "yaml";

export interface PulumiProject {
  readonly name: string;
  /** Folder in which the program runs. */
  readonly programFolder: string;
  /** The file in it, or `.`. */
  readonly entry: string;
  readonly nodeArguments: readonly string[];
  /** False: the program runs as it is, without Pulumi's TypeScript loader. */
  readonly isTypeScript: boolean;
  readonly tsconfig?: string;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface ProgramSettings {
  readonly folder: string;
  readonly stack: string;
  readonly isPreview: boolean;
  /** Address of the server that is monitor and engine. */
  readonly address: string;
  readonly config: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** Throws where Pulumi.yaml is missing or is none. */
export function readPulumiProject(folder: string): PulumiProject {
  const file = parse(readFileSync(join(folder, "Pulumi.yaml"), "utf8")) as PulumiYaml | null;
  if (typeof file?.name !== "string") throw new Error("Pulumi.yaml has no `name`");
  const options = typeof file.runtime === "object" ? (file.runtime.options ?? {}) : {};
  return {
    name: file.name,
    ...programPlace(folder, file.main),
    nodeArguments: splitArguments(options.nodeargs ?? ""),
    isTypeScript: options.typescript ?? true,
    ...(options.tsconfig === undefined ? {} : { tsconfig: options.tsconfig }),
  };
}

/** The command line and environment that the language host gives to `@pulumi/pulumi/cmd/run`. */
export function programCommand(project: PulumiProject, settings: ProgramSettings): Command {
  const { address, config, secrets, stack, folder } = settings;
  const fromProgram = createRequire(join(project.programFolder, "package.json"));
  return {
    file: process.execPath,
    folder: project.programFolder,
    args: [
      ...project.nodeArguments,
      fromProgram.resolve("@pulumi/pulumi/cmd/run"),
      `--monitor=${address}`,
      `--engine=${address}`,
      `--project=${project.name}`,
      `--stack=${stack}`,
      `--organization=${ORGANIZATION}`,
      `--root-directory=${resolve(folder)}`,
      `--pwd=${project.programFolder}`,
      `--parallel=${PARALLEL}`,
      ...(settings.isPreview ? ["--dry-run"] : []),
      project.entry,
    ],
    env: {
      ...ambientEnvironment(),
      PULUMI_CONFIG: JSON.stringify({ ...config, ...secrets }),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(Object.keys(secrets)),
      ...(project.isTypeScript ? { PULUMI_NODEJS_TYPESCRIPT: "true" } : {}),
      ...(project.tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: project.tsconfig }),
      [MONITOR_VARIABLE]: address,
    },
  };
}

/** By this a program knows that it runs in picket's monitor and that nothing it registers reaches a cloud: the
 *  variable holds the monitor's address, the same that the program registers with. Left over from elsewhere it says nothing. */
export const MONITOR_VARIABLE = "PICKET_MONITOR";

interface PulumiYaml {
  readonly name?: unknown;
  readonly main?: string;
  readonly runtime?:
    | string
    | {
        readonly name: string;
        readonly options?: { readonly typescript?: boolean; readonly tsconfig?: string; readonly nodeargs?: string };
      };
}

/** A `main` that is a file runs in its own folder. Source: pulumi, sdk/go/common (GetPwdMain), read 2026-11-24. */
function programPlace(folder: string, main: string | undefined): { programFolder: string; entry: string } {
  const path = resolve(folder, main ?? ".");
  if (statSync(path).isDirectory()) return { programFolder: path, entry: "." };
  return { programFolder: dirname(path), entry: basename(path) };
}

/** Words are split at blanks; quotes hold a word together. */
function splitArguments(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}

/** The caller's own Pulumi settings are not the program's. */
function ambientEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith("PULUMI_"));
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? ""]));
}

/** Pulumi's name for an organization where there is none. */
const ORGANIZATION = "organization";
/** The default of `pulumi up --parallel` is four times the processors; registrations cost nothing here. */
const PARALLEL = 16;
