/** A stand-in for Pulumi's language host for Node, which can't be had as a Go module: answers the engine and starts programs and policy
 *  packs as the official one does. Used only where the official one is missing.
 *  Source: sdk/nodejs/cmd/pulumi-language-nodejs/main.go of https://github.com/pulumi/pulumi, read 2026-11-23. */

import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { ServerWritableStream } from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import {
  AboutResponse,
  GetRequiredPackagesResponse,
  GetRequiredPluginsResponse,
  LanguageHandshakeResponse,
  type RunPluginRequest,
  RunPluginResponse,
  type RunRequest,
  RunResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { servePlugin, unary } from "../plugins/plugin-server";

/** The engine's address is the first argument that is no flag; flags hold the options of Pulumi.yaml. */
const engine = process.argv.slice(2).find((argument) => !argument.startsWith("-")) ?? "";

servePlugin(LanguageRuntimeService, {
  handshake: unary(() => new LanguageHandshakeResponse()),
  getPluginInfo: unary(() => new PluginInfo().setVersion("0.0.0")),
  getRequiredPackages: unary(() => new GetRequiredPackagesResponse()),
  getRequiredPlugins: unary(() => new GetRequiredPluginsResponse()),
  about: unary(() => new AboutResponse().setExecutable(process.execPath).setVersion(process.version)),
  cancel: unary(() => new Empty()),
  run: unary(run),
  runPlugin,
});

/** The program's output is the host's own: the engine shows it. */
async function run(request: RunRequest): Promise<RunResponse> {
  const exitCode = await ended(spawn(process.execPath, programArguments(request), programSettings(request)));
  if (exitCode === 0) return new RunResponse();
  // The program has told its mistake itself.
  if (exitCode === BAIL_EXIT_CODE) return new RunResponse().setBail(true);
  return new RunResponse().setError(`Program exited with non-zero exit code: ${exitCode}`);
}

function programArguments(request: RunRequest): readonly string[] {
  const info = request.getInfo();
  const options = optionsOf(info?.getOptions()?.toJavaScript());
  return [
    ...(options.nodeargs ?? "").split(/\s+/).filter((argument) => argument !== ""),
    createRequire(join(request.getPwd(), "package.json")).resolve("@pulumi/pulumi/cmd/run"),
    `--monitor=${request.getMonitorAddress()}`,
    `--engine=${engine}`,
    `--project=${request.getProject()}`,
    `--stack=${request.getStack()}`,
    `--organization=${request.getOrganization()}`,
    `--root-directory=${info?.getRootDirectory() ?? ""}`,
    `--pwd=${request.getPwd()}`,
    `--parallel=${request.getParallel()}`,
    ...(request.getDryrun() ? ["--dry-run"] : []),
    info?.getEntryPoint() ?? ".",
    ...request.getArgsList(),
  ];
}

function programSettings(request: RunRequest): SpawnOptions {
  const options = optionsOf(request.getInfo()?.getOptions()?.toJavaScript());
  const config = Object.fromEntries(request.getConfigMap().toArray());
  return {
    cwd: request.getPwd(),
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      PULUMI_CONFIG: JSON.stringify(config),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
      ...(options.typescript === false ? {} : { PULUMI_NODEJS_TYPESCRIPT: "true" }),
      ...(options.tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: options.tsconfig }),
    },
  };
}

/** Starts a policy pack and gives its output on; the engine reads its port there. */
function runPlugin(call: ServerWritableStream<RunPluginRequest, RunPluginResponse>): void {
  const { request } = call;
  const folder = request.getInfo()?.getProgramDirectory() ?? request.getPwd();
  const runner = createRequire(join(folder, "package.json")).resolve(RUNNERS[request.getKind()] ?? "");
  const child = spawn(process.execPath, [runner, ...request.getArgsList(), "."], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environmentOf(request.getEnvList()), PULUMI_NODEJS_TYPESCRIPT: "true" },
  });
  child.stdout?.on("data", (chunk: Buffer) => call.write(new RunPluginResponse().setStdout(chunk)));
  child.stderr?.on("data", (chunk: Buffer) => call.write(new RunPluginResponse().setStderr(chunk)));
  call.on("cancelled", () => child.kill());
  void ended(child).then((exitCode) => {
    call.write(new RunPluginResponse().setExitcode(exitCode));
    call.end();
  });
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((settle) => {
    child.once("error", () => settle(1));
    child.once("close", (exitCode) => settle(exitCode ?? 1));
  });
}

interface Options {
  readonly typescript?: boolean;
  readonly tsconfig?: string;
  readonly nodeargs?: string;
}

function optionsOf(value: unknown): Options {
  return (value ?? {}) as Options;
}

function environmentOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
}

/** By the kind of plugin. */
const RUNNERS: Readonly<Record<string, string>> = {
  analyzer: "@pulumi/pulumi/cmd/run-policy-pack",
  resource: "@pulumi/pulumi/cmd/run-plugin",
};

/** By this exit code a program says that it has reported its errors. Source: @pulumi/pulumi 3.248.0, cmd/run/run.js, read 2026-11-25. */
const BAIL_EXIT_CODE = 32;
