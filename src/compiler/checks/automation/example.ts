/** A small automation rule, from which the examples of checks are made. */

import { exampleLines } from "../../../diagnostics";

const AUTOMATION = {
  kind: "kind: AutomationRule",
  key: "key: triage",
  order: "order: 1",
  on: "on: incident created",
  then: "then: [{ addTask: Look at it }]",
} as const;

/** An automation rule with some lines replaced (an empty one leaves the key out) and others added. */
export function automation(lines: Readonly<Record<string, string>> = {}): string {
  return exampleLines({ ...AUTOMATION, ...lines });
}
