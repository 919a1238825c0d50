/** Runs the actions of a small workflow. */

import { type RunRequest, type RunResult, runWorkflow, type Stub, stubAnswers } from "../../../src/playbook/run";

export const NOW = "2026-03-01T10:00:00Z";

interface RunParts extends Partial<Omit<RunRequest, "answer" | "definition">> {
  readonly stubs?: Readonly<Record<string, readonly Stub[]>>;
  readonly answer?: RunRequest["answer"];
  readonly definition?: object;
}

/** The result; a refusal as its kind and first message. */
export async function runOf(actions: object, parts: RunParts = {}): Promise<RunResult | string> {
  const { stubs = {}, definition = {}, ...rest } = parts;
  const answer = await runWorkflow({
    definition: { triggers: { manual: { type: "Request", inputs: {} } }, actions, ...definition },
    trigger: { outputs: { body: {} } },
    answer: stubAnswers(stubs),
    now: NOW,
    ...rest,
  });
  return "result" in answer ? answer.result : `${answer.refused}: ${answer.diagnostics[0]?.message}`;
}

/** The same, where a refusal would be a mistake of the test. */
export async function resultOf(actions: object, parts: RunParts = {}): Promise<RunResult> {
  const result = await runOf(actions, parts);
  if (typeof result === "string") throw new Error(result);
  return result;
}

export function runsAfter(name: string, ...statuses: readonly string[]): object {
  return { runAfter: { [name]: statuses.length > 0 ? statuses : ["Succeeded"] } };
}

export const compose = (inputs: unknown, parts: object = {}) => ({ type: "Compose", inputs, ...parts });
export const failing = (parts: object = {}) => compose("@div(1, 0)", parts);
export const get = (parts: object = {}, inputs: object = {}) => ({
  type: "Http",
  inputs: { method: "GET", uri: "https://contoso.example/x", ...inputs },
  ...parts,
});
export const init = (name: string, type: string, value?: unknown) => ({
  type: "InitializeVariable",
  inputs: { variables: [{ name, type, ...(value === undefined ? {} : { value }) }] },
});
export const set = (name: string, value: unknown, parts: object = {}, type = "SetVariable") => ({
  type,
  inputs: { name, value },
  ...parts,
});
export const each = (foreach: unknown, actions: object, parts: object = {}) => ({
  type: "Foreach",
  foreach,
  actions,
  ...parts,
});
