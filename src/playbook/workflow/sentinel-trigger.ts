/** What of Sentinel starts a workflow. */

import { valueAt } from "./pointer";
import { isType, type Workflow } from "./workflow";

export interface SentinelTrigger {
  /** Name of the first trigger. */
  readonly name: string;
  /** `other` is nothing that an automation rule can run. */
  readonly kind: "incident" | "alert" | "entity" | "other";
}

/** Paths of the Sentinel connector's triggers. Source: https://learn.microsoft.com/connectors/azuresentinel, read 2026-11-23. */
const PATHS: readonly (readonly [RegExp, SentinelTrigger["kind"]])[] = [
  [/^\/incident-creation/i, "incident"],
  [/^\/subscribe/i, "alert"],
  [/^\/entity\//i, "entity"],
];

/** Undefined for a definition without trigger, which the checks report. */
export function sentinelTriggerOf({ triggers: [trigger] }: Workflow): SentinelTrigger | undefined {
  if (!trigger) return undefined;
  const path = valueAt(trigger.json, "inputs/path");
  const isWebhook = isType(trigger, "ApiConnectionWebhook") && typeof path === "string";
  const kind = isWebhook ? PATHS.find(([pattern]) => pattern.test(path))?.[1] : undefined;
  return { name: trigger.name, kind: kind ?? "other" };
}
