/** Small playbooks, from which the examples of checks are made. */

const TRIGGER = { manual: { type: "Request", kind: "Http", inputs: {} } };

const RAW = {
  kind: "kind: Playbook",
  key: "key: contain",
  definition: definition({ Note: { type: "Compose", inputs: "seen" } }),
} as const;

/** A playbook with some lines replaced (an empty one leaves the key out) and others added. */
export function rawPlaybook(lines: Readonly<Record<string, string>> = {}): string {
  return Object.values({ ...RAW, ...lines })
    .filter((line) => line !== "")
    .map((line) => `${line}\n`)
    .join("");
}

/** The key `definition` of a document: a workflow of some actions. */
export function definition(actions: Readonly<Record<string, unknown>>, parameters?: unknown): string {
  return `definition: ${JSON.stringify({ ...(parameters ? { parameters } : {}), triggers: TRIGGER, actions })}`;
}

/** One action that makes a call with the identity of the workflow. */
export function call(method: string, uri: string): Readonly<Record<string, unknown>> {
  const authentication = { type: "ManagedServiceIdentity", audience: "https://graph.microsoft.com" };
  return { Call: { type: "Http", inputs: { method, uri, authentication } } };
}
