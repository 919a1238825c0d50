/** One binder process: requests go in, answers come back in the same order. */

import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import type { BindAnswer, BindRequest } from "../../kql/check";
import { ownEnvironment, SNAPSHOT_FLAGS } from "./snapshot-file";

export interface BinderProcess {
  /** Undefined when the process ended before it answered. */
  readonly ask: (request: BindRequest) => Promise<BindAnswer | undefined>;
  readonly end: () => void;
}

type Child = ChildProcessByStdio<Writable, Readable, null>;
type Settle = (answer: BindAnswer | undefined) => void;

export function startBinder(snapshot: string): BinderProcess {
  const child: Child = spawn(process.execPath, [...SNAPSHOT_FLAGS, "--snapshot-blob", snapshot], {
    stdio: ["pipe", "pipe", "ignore"],
    env: ownEnvironment(),
  });
  const waiting: Settle[] = [];
  let isOver = false;
  const giveUp = () => {
    isOver = true;
    for (const settle of waiting.splice(0)) settle(undefined);
  };
  child.on("error", giveUp);
  child.on("exit", giveUp);
  // A process that has ended tells so by its exit; that its input is closed is no other news.
  child.stdin.on("error", () => undefined);
  eachLine(child.stdout, (line) => waiting.shift()?.(JSON.parse(line) as BindAnswer));
  return {
    ask: (request) =>
      new Promise((resolve) => {
        if (isOver) return resolve(undefined);
        waiting.push(resolve);
        child.stdin.write(`${JSON.stringify(request)}\n`);
      }),
    end: () => {
      child.stdin.end();
      child.kill();
    },
  };
}

function eachLine(stream: Readable, take: (line: string) => void): void {
  let rest: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      rest.push(chunk.subarray(from, end));
      take(Buffer.concat(rest).toString("utf8"));
      rest = [];
      from = end + 1;
    }
    rest.push(chunk.subarray(from));
  });
}
