/** The types of trigger, and what each must have. */

export interface TriggerType {
  readonly type: string;
  readonly required: readonly string[];
}

/** Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers, read 2026-11-23. */
const TRIGGER_TYPES: readonly TriggerType[] = [
  { type: "ApiConnection", required: ["inputs/host/connection/name", "inputs/method", "inputs/path"] },
  { type: "ApiConnectionWebhook", required: ["inputs/host/connection/name", "inputs/path"] },
  { type: "ApiManagement", required: [] },
  { type: "Batch", required: ["inputs"] },
  { type: "EventGrid", required: [] },
  { type: "Http", required: ["inputs/method", "inputs/uri"] },
  { type: "HttpWebhook", required: ["inputs/subscribe"] },
  { type: "Manual", required: [] },
  { type: "Recurrence", required: ["recurrence/frequency", "recurrence/interval"] },
  { type: "Request", required: [] },
  { type: "SlidingWindow", required: ["recurrence/frequency", "recurrence/interval"] },
];

/** A type by name, whatever the case. */
export function triggerType(name: string): TriggerType | undefined {
  return TRIGGER_TYPES.find(({ type }) => type.toLowerCase() === name.toLowerCase());
}

export function triggerTypeNames(): readonly string[] {
  return TRIGGER_TYPES.map(({ type }) => type);
}
