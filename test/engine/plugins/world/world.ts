/** The cloud of a test: objects on disk, one file each, so that they outlive the providers and the CLI; and the plan of what goes wrong. */

import { createHash } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Properties } from "../values";

export interface World {
  readonly folder: string;
}

/** Who the credentials belong to. */
export interface SignIn {
  readonly tenantId: string;
  readonly clientId: string;
  readonly objectId: string;
}

/** What goes wrong, and how slow all is. */
export interface FaultPlan {
  /** Of each call. */
  readonly latencyMs?: number;
  readonly faults?: readonly Fault[];
}

export interface Fault {
  readonly method: string;
  /** A part of the object's id. */
  readonly id: string;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** How often, counted in one process.
   *  @default always */
  readonly times?: number;
}

/** One call that a provider made. */
export interface Call {
  readonly method: string;
  readonly id: string;
  readonly status: number;
}

/** The objects of one service: `arm` or `graph`. Ids do not care about case. */
export interface Objects {
  readonly get: (id: string) => Properties | undefined;
  readonly put: (id: string, body: Properties) => void;
  readonly remove: (id: string) => void;
  readonly all: () => readonly Properties[];
}

/** The variable by which the CLI's environment leads the providers to the world. */
export const WORLD_VARIABLE = "PICKET_ENGINE_WORLD";

export function worldOfEnvironment(): World {
  const folder = process.env[WORLD_VARIABLE];
  if (folder === undefined) throw new Error(`${WORLD_VARIABLE} names no folder`);
  return { folder };
}

export function objectsOf({ folder }: World, service: string): Objects {
  const place = join(folder, service);
  mkdirSync(place, { recursive: true });
  const fileOf = (id: string) => join(place, `${createHash("sha256").update(id.toLowerCase()).digest("hex")}.json`);
  const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Properties;
  return {
    get: (id) => (existsSync(fileOf(id)) ? read(fileOf(id)) : undefined),
    put: (id, body) => writeWhole(fileOf(id), body),
    remove: (id) => rmSync(fileOf(id), { force: true }),
    all: () =>
      readdirSync(place)
        .filter((name) => name.endsWith(".json"))
        .map((name) => read(join(place, name))),
  };
}

export function signInOf({ folder }: World): SignIn {
  return JSON.parse(readFileSync(join(folder, "sign-in.json"), "utf8")) as SignIn;
}

export function signIn({ folder }: World, who: SignIn): void {
  mkdirSync(folder, { recursive: true });
  writeWhole(join(folder, "sign-in.json"), who);
}

export function planFaults({ folder }: World, plan: FaultPlan): void {
  writeWhole(join(folder, "faults.json"), plan);
}

export function faultPlanOf({ folder }: World): FaultPlan {
  const file = join(folder, "faults.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as FaultPlan) : {};
}

export function logCall({ folder }: World, call: Call): void {
  appendFileSync(join(folder, "calls.ndjson"), `${JSON.stringify(call)}\n`);
}

export function callsOf({ folder }: World): readonly Call[] {
  const file = join(folder, "calls.ndjson");
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as Call);
}

/** A file is there whole or not at all, whoever is killed meanwhile. */
function writeWhole(file: string, value: object): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(value));
  renameSync(draft, file);
}
