/** Runs a program as a process of its own, with a time limit, and says in one sentence how it ended. */

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Command } from "./pulumi-project";

export interface RunningProgram {
  readonly ended: Promise<ProgramEnd>;
  /** Most memory that the process has held so far, in bytes; known on Linux only. */
  readonly peakMemoryBytes: () => number | undefined;
}

export interface ProgramEnd {
  /** Absent when a signal ended it, or it never started. */
  readonly exitCode?: number;
  /** Why the end is no success, without a final stop. */
  readonly failure?: string;
  readonly stdout: string;
  readonly stderr: string;
}

export function startProgram(command: Command, secondsMax: number): RunningProgram {
  const child = spawn(command.file, command.args, {
    cwd: command.folder,
    env: command.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  // A program whose monitor is gone would try to reach it for ever.
  const endWithUs = () => child.kill("SIGKILL");
  process.once("exit", endWithUs);
  const ended = new Promise<ProgramEnd>((settle) => {
    let isTimeOver = false;
    const timer = setTimeout(() => {
      isTimeOver = true;
      child.kill("SIGKILL");
    }, secondsMax * 1000);
    const end = (exitCode: number | null, failure: string | undefined) => {
      clearTimeout(timer);
      process.removeListener("exit", endWithUs);
      settle({
        ...(exitCode === null ? {} : { exitCode }),
        ...(failure === undefined ? {} : { failure }),
        stdout: stdout(),
        stderr: stderr(),
      });
    };
    child.once("error", (error) => end(null, `the program did not start: ${error.message}`));
    child.once("close", (exitCode, signal) => {
      if (isTimeOver)
        end(null, `the program was still running after ${secondsMax} seconds, the time limit, and was ended`);
      else end(exitCode, failureOf(exitCode, signal));
    });
  });
  return { ended, peakMemoryBytes: () => peakMemoryBytes(child.pid) };
}

function failureOf(exitCode: number | null, signal: string | null): string | undefined {
  if (exitCode === 0) return undefined;
  if (exitCode !== null) return `the program ended with exit code ${exitCode}`;
  return `the program was ended by the signal ${signal ?? "unknown"}; short memory does that`;
}

/** Keeps the first part of a stream: a program that floods its output must not fill our memory. */
function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on("data", (chunk: Buffer) => {
    if (bytes < OUTPUT_BYTES_MAX) chunks.push(chunk.subarray(0, OUTPUT_BYTES_MAX - bytes));
    bytes += chunk.length;
  });
  return () => {
    const text = Buffer.concat(chunks).toString("utf8");
    return bytes > OUTPUT_BYTES_MAX ? `${text}\n(${bytes - OUTPUT_BYTES_MAX} more bytes)` : text;
  };
}

/** High-water mark of the resident set. Source: proc_pid_status(5), `VmHWM`, read 2026-11-24. */
function peakMemoryBytes(pid: number | undefined): number | undefined {
  try {
    const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
  } catch {
    return undefined;
  }
}

const OUTPUT_BYTES_MAX = 1024 * 1024;
