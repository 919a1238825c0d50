/** Runs a Pulumi program against an embedded resource monitor: no Pulumi CLI, no cloud, nothing changed anywhere. */

import type { Server } from "@grpc/grpc-js";
import type { Answers, Invocation, Mode } from "./answers";
import { engineService, monitorService, type ServiceSettings } from "./monitor-services";
import { type ProgramEnd, type RunningProgram, startProgram } from "./program-process";
import type { PropertyMap } from "./property-value";
import { protocol } from "./protocol";
import { type PulumiProject, programCommand, readPulumiProject } from "./pulumi-project";
import { type LogMessage, newRecording, orderedRegistrations, type Recording } from "./recording";
import type { Registration } from "./registration";
import { STACK_TYPE } from "./urn";

export interface ProgramOptions {
  /** Folder of Pulumi.yaml. */
  readonly folder: string;
  /** Name of the stack, as it stands in URNs. */
  readonly stack: string;
  readonly mode: Mode;
  /** Configuration values by full key, such as `picket:tenant`. */
  readonly config?: Readonly<Record<string, string>>;
  /** Configuration values that the program sees as secrets. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly answers: Answers;
  /** How long the program may run.
   *  @default 120 */
  readonly secondsMax?: number;
}

export interface ProgramRun {
  /** Why the run is no success, in one line; absent on success. */
  readonly failure?: string;
  readonly exitCode?: number;
  /** Parents first, then what is depended on; among equals by URN. */
  readonly registrations: readonly Registration[];
  /** Provider functions that were called, in order of arrival. */
  readonly invocations: readonly Invocation[];
  readonly messages: readonly LogMessage[];
  /** Outputs of the stack. */
  readonly outputs: PropertyMap;
  /** Outputs that components registered, by URN. */
  readonly componentOutputs: Readonly<Record<string, PropertyMap>>;
  readonly stdout: string;
  readonly stderr: string;
  /** Most memory that the program's process held until it had registered all; known on Linux only. */
  readonly peakMemoryBytes?: number;
}

/** Never throws for a program that is missing, fails, hangs or floods: the result says so. */
export async function runProgram(options: ProgramOptions): Promise<ProgramRun> {
  let project: PulumiProject;
  try {
    project = readPulumiProject(options.folder);
  } catch (error) {
    return failedRun(`no Pulumi program in \`${options.folder}\`: ${error instanceof Error ? error.message : error}`);
  }
  const recording = newRecording();
  let running: RunningProgram | undefined;
  let peakMemoryBytes: number | undefined;
  const server = newServer({
    project: project.name,
    stack: options.stack,
    mode: options.mode,
    answers: options.answers,
    recording,
    onShutdown: () => {
      peakMemoryBytes = running?.peakMemoryBytes();
    },
  });
  try {
    const command = programCommand(project, {
      folder: options.folder,
      stack: options.stack,
      isPreview: options.mode === "preview",
      address: await listen(server),
      config: options.config ?? {},
      secrets: options.secrets ?? {},
    });
    running = startProgram(command, options.secondsMax ?? SECONDS_MAX);
    return runOf(recording, await running.ended, peakMemoryBytes);
  } catch (error) {
    return failedRun(`the program did not start: ${error instanceof Error ? error.message : error}`);
  } finally {
    server.forceShutdown();
  }
}

function runOf(recording: Recording, end: ProgramEnd, peakMemoryBytes: number | undefined): ProgramRun {
  const registrations = orderedRegistrations(recording);
  const stack = registrations.find(({ type }) => type === STACK_TYPE);
  const componentOutputs = registrations
    .filter(({ urn }) => urn !== stack?.urn && recording.outputs.has(urn))
    .map(({ urn }): [string, PropertyMap] => [urn, recording.outputs.get(urn) ?? {}]);
  const failure = recording.refusals[0] ?? end.failure;
  return {
    ...end,
    ...(failure === undefined ? {} : { failure }),
    registrations,
    invocations: recording.invocations,
    messages: recording.messages,
    outputs: recording.outputs.get(stack?.urn ?? "") ?? {},
    componentOutputs: Object.fromEntries(componentOutputs),
    ...(peakMemoryBytes === undefined ? {} : { peakMemoryBytes }),
  };
}

function failedRun(failure: string): ProgramRun {
  return {
    failure,
    registrations: [],
    invocations: [],
    messages: [],
    outputs: {},
    componentOutputs: {},
    stdout: "",
    stderr: "",
  };
}

function newServer(settings: ServiceSettings): Server {
  const { EngineService, ResourceMonitorService, Server } = protocol();
  const server = new Server({ "grpc.max_receive_message_length": MESSAGE_BYTES_MAX });
  server.addService(ResourceMonitorService, monitorService(settings));
  server.addService(EngineService, engineService(settings));
  return server;
}

/** On the loopback address only, on a port that the system picks. */
async function listen(server: Server): Promise<string> {
  const { ServerCredentials } = protocol();
  const port = await new Promise<number>((bound, failed) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, free) =>
      error === null ? bound(free) : failed(error),
    );
  });
  return `127.0.0.1:${port}`;
}

const SECONDS_MAX = 120;
/** The SDK's own limit. Source: @pulumi/pulumi 3.248.0, runtime/settings.js, read 2026-11-24. */
const MESSAGE_BYTES_MAX = 400 * 1024 * 1024;
