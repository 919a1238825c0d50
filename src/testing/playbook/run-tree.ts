/** A run as a tree: actions as they stand in each other, how each ended, and the calls that it made. */

import type { CompiledWorkflow } from "../../compiler";
import type { Json } from "../../plan";
import type { ChildRun, RecordedCall, RunResult, Status } from "../../playbook/run";
import { shownCall } from "../../tenant";

/** Lines that are shown at most; a person reads no more. */
const LINES_MAX = 150;

type Statuses = Readonly<Record<string, Status>>;
type Errors = RunResult["errors"];

interface Part {
  readonly actions: Statuses;
  readonly errors: Errors;
  readonly calls: readonly RecordedCall[];
  /** Runs of workflows that this one called, by the action that called. */
  readonly children: readonly ChildRun[];
}

interface Tree {
  readonly result: RunResult;
  readonly workflows: readonly CompiledWorkflow[];
  /** Shows a path as a test would write it. */
  readonly shown: (text: string) => string;
}

export function runTree(
  result: RunResult,
  { start, workflows, shown }: Omit<Tree, "result"> & { readonly start: CompiledWorkflow },
): readonly string[] {
  const tree = { result, workflows, shown };
  const seconds = Math.round(result.milliseconds / 1000);
  const lines = [
    `run of ${start.name}: ${result.status} after ${seconds} s${result.error ? ` (${result.error.code})` : ""}`,
    ...scopeLines(tree, start.definition.actions, rootPart(result), "  "),
  ];
  if (lines.length <= LINES_MAX) return lines;
  return [...lines.slice(0, LINES_MAX), `... ${lines.length - LINES_MAX} more lines`];
}

function rootPart({ actions, errors, calls, children = [] }: RunResult): Part {
  return {
    actions,
    errors,
    calls: calls.filter(({ workflow }) => workflow === undefined),
    children: children.filter(({ caller }) => caller === undefined),
  };
}

function childPart({ result }: Tree, child: ChildRun): Part {
  return {
    actions: child.actions,
    errors: child.errors,
    calls: child.calls,
    children: (result.children ?? []).filter(({ caller }) => caller === child.workflow),
  };
}

/** A scope that was skipped is told in one line; what only succeeded, calling nothing, is left out. */
function scopeLines(tree: Tree, actions: Json | undefined, part: Part, indent: string): readonly string[] {
  if (!isObject(actions)) return [];
  return Object.entries(actions).flatMap(([name, action]) => {
    const status = part.actions[name] ?? "Skipped";
    const error = status === "Failed" || status === "TimedOut" ? part.errors[name] : undefined;
    const why = error ? ` (${error.code}: ${error.message})` : "";
    const head = `${indent}${name}: ${status}${why}`;
    if (status === "Skipped" || !isObject(action)) return [head];
    const inner = `${indent}  `;
    const inside = [
      ...part.calls.filter((call) => call.action === name).map((call) => `${inner}${callText(tree, call)}`),
      ...part.children.filter((child) => child.action === name).flatMap((child) => childLines(tree, child, inner)),
      ...scopesOf(action).flatMap((scope) => scopeLines(tree, scope, part, inner)),
    ];
    return inside.length === 0 && status === "Succeeded" ? [] : [head, ...inside];
  });
}

/** Of a called workflow that went through, its calls are enough. */
function childLines(tree: Tree, child: ChildRun, indent: string): readonly string[] {
  const workflow = tree.workflows.find(({ id }) => id === child.workflow);
  if (!workflow) return [];
  const part = childPart(tree, child);
  const inner = `${indent}  `;
  const isTold = child.status !== "Succeeded" || Object.values(child.actions).some((status) => status === "Failed");
  return [
    `${indent}${workflow.name}: ${child.status}${passText(child.iteration)}`,
    ...(isTold
      ? scopeLines(tree, workflow.definition.actions, part, inner)
      : part.calls.map((call) => `${inner}${callText(tree, call)}`)),
  ];
}

function callText({ shown }: Tree, call: RecordedCall): string {
  const { method, path } = shownCall(call);
  const status = call.statusCode ?? "no answer";
  if (call.kind === "workflow") return `called -> ${status}${passText(call.iteration)}`;
  const tries = call.attempts > 1 ? ` after ${call.attempts} tries` : "";
  return `${method} ${shown(path)} -> ${status}${tries}${passText(call.iteration)}`;
}

function passText(iteration: readonly number[]): string {
  return iteration.length > 0 ? ` in pass ${iteration.map((index) => index + 1).join(".")}` : "";
}

/** The actions inside an action: of a scope, of both branches, of all cases. */
function scopesOf(action: Readonly<Record<string, Json>>): readonly Json[] {
  const branch = (value: Json | undefined) => (isObject(value) && value.actions !== undefined ? [value.actions] : []);
  return [
    ...branch(action),
    ...branch(action.else),
    ...(isObject(action.cases) ? Object.values(action.cases).flatMap(branch) : []),
    ...branch(action.default),
  ];
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
