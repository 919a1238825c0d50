/** Small playbooks, from which the examples of checks are made. */

import { exampleLines } from "../../../diagnostics";

const TRIGGER = { manual: { type: "Request", kind: "Http", inputs: {} } };

const RAW = {
  kind: "kind: Playbook",
  key: "key: contain",
  definition: definition({ Note: { type: "Compose", inputs: "seen" } }),
} as const;

/** A playbook with some lines replaced (an empty one leaves the key out) and others added. */
export function rawPlaybook(lines: Readonly<Record<string, string>> = {}): string {
  return exampleLines({ ...RAW, ...lines });
}

/** The key `definition` of a document: a workflow of some actions. */
export function definition(actions: Readonly<Record<string, unknown>>, parameters?: unknown): string {
  return `definition: ${JSON.stringify({ ...(parameters ? { parameters } : {}), triggers: TRIGGER, actions })}`;
}

/** The call of picket's guard. */
export const guardCall = {
  Guard: {
    type: "Workflow",
    inputs: {
      host: { workflow: { id: "@parameters('picketGuard')" }, triggerName: "manual" },
      body: { userId: "@triggerBody()?['userId']" },
    },
  },
} as const;

/** One action that makes a call with the identity of the workflow. */
export function call(method: string, uri: string): Readonly<Record<string, unknown>> {
  const authentication = { type: "ManagedServiceIdentity", audience: "https://graph.microsoft.com" };
  return { Call: { type: "Http", inputs: { method, uri, authentication } } };
}

const STEPS = {
  kind: "kind: Playbook",
  key: "key: contain",
  on: "on: incident",
  steps: "steps: [disable-user]",
} as const;

/** A playbook of steps, likewise. */
export function stepPlaybook(lines: Readonly<Record<string, string>> = {}): string {
  return exampleLines({ ...STEPS, ...lines });
}

/** What a tenant says so that it gets playbooks. */
export const PLACE = {
  playbooks: "playbooks: { resourceGroup: rg-playbooks, location: westeurope }",
  breakGlass: "breakGlass: { group: 33333333-3333-4333-8333-333333333333 }",
} as const;

/** Object ids of so many groups. */
export function groups(count: number): string {
  return Array.from({ length: count }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`).join(
    ", ",
  );
}
