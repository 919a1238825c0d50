/** `npm run fuzz -- <room> [--minutes N] [--seed S]`: exit 0 when nothing was found, 1 with the input at the first finding, 2 for wrong usage. */

import { fork } from "node:child_process";
import { commandWords } from "../command-words";
import { tryInput } from "./room";
import { rooms } from "./rooms";

/** An input that is not done by then hangs, in milliseconds. */
const HANG_MS = 20_000;

const { values, positionals } = commandWords({
  minutes: { type: "string", default: "1" },
  seed: { type: "string" },
  worker: { type: "boolean", default: false },
});
const room = rooms.find(({ name }) => name === positionals[0]);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const minutes = Number(values.minutes);

/** Tries one seed after another; each is told to the watching process before it is tried. */
function work(): number {
  const end = performance.now() + minutes * 60_000;
  let count = 0;
  for (; room && performance.now() < end; count++) {
    process.send?.(seed + count);
    const { input, problem } = tryInput(room, seed + count);
    if (problem === undefined) continue;
    console.log(`seed ${seed + count}: ${problem}\n--- input\n${input}`);
    return 1;
  }
  console.log(`${count} inputs, seeds ${seed} to ${seed + count - 1}: nothing found`);
  return 0;
}

/** Runs the work in a process of its own, which can be ended where an input hangs. */
function watchOver(): void {
  console.log(`seed ${seed}`);
  const worker = fork(__filename, [
    positionals[0] ?? "",
    "--minutes",
    String(minutes),
    "--seed",
    String(seed),
    "--worker",
  ]);
  let last = seed;
  const hang = () => {
    console.log(`seed ${last}: does not end`);
    worker.kill("SIGKILL");
  };
  let timer = setTimeout(hang, HANG_MS);
  worker.on("message", (tried) => {
    last = Number(tried);
    clearTimeout(timer);
    timer = setTimeout(hang, HANG_MS);
  });
  worker.on("exit", (code) => {
    clearTimeout(timer);
    process.exitCode = code ?? 1;
  });
}

if (!room || !(minutes > 0) || !Number.isSafeInteger(seed)) {
  console.error(`usage: npm run fuzz -- ${rooms.map(({ name }) => name).join(" | ")} [--minutes N] [--seed S]`);
  process.exitCode = 2;
} else if (values.worker) process.exit(work());
else watchOver();
