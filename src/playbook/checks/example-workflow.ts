/** Builds the small workflows that the checks show as examples. */

import { exampleJson } from "../../diagnostics";

interface ExampleParts {
  readonly triggers?: object;
  readonly parameters?: object;
  readonly outputs?: object;
  /** Values, as ARM takes them. */
  readonly values?: object;
}

/** The JSON text of a request to check a workflow with these actions. */
export function workflowText(actions: object, parts: ExampleParts = {}): string {
  const { triggers = EXAMPLE_TRIGGER, parameters, outputs, values } = parts;
  return exampleJson({
    definition: { ...(parameters ? { parameters } : {}), triggers, actions, ...(outputs ? { outputs } : {}) },
    ...(values ? { parameters: values } : {}),
  });
}

const EXAMPLE_TRIGGER = { manual: { type: "Request", kind: "Http", inputs: { schema: {} } } };

/** The usual `runAfter`. */
export function after(...names: readonly string[]): object {
  return { runAfter: Object.fromEntries(names.map((name) => [name, ["Succeeded"]])) };
}
