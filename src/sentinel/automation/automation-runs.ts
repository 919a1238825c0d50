/** Which automation rules a new incident starts, in their order. */

import type { Json } from "../../kql/run";
import { allOf, holds } from "./condition";
import type { IncidentFacts } from "./incident-facts";

export interface AutomationRule {
  readonly key: string;
  readonly order: number;
  readonly triggeringLogic: {
    readonly isEnabled: boolean;
    readonly triggersOn: string;
    readonly triggersWhen: string;
    readonly expirationTimeUtc?: string;
    readonly conditions?: readonly Json[];
  };
  /** As ARM has them. */
  readonly actions: readonly Json[];
}

export interface AutomationRuns {
  /** Keys of the rules that run. */
  readonly keys: readonly string[];
  /** Why it can't be told of others, by key. */
  readonly unclear: readonly { readonly key: string; readonly why: string }[];
}

/** Each rule sees what the rules before it changed; what their playbooks change is not seen.
 *  Source: https://learn.microsoft.com/azure/sentinel/automate-incident-handling-with-automation-rules, read 2026-11-25. */
export function automationRuns(rules: readonly AutomationRule[], incident: IncidentFacts, now: number): AutomationRuns {
  const keys: string[] = [];
  const unclear: { key: string; why: string }[] = [];
  let facts = incident;
  for (const rule of [...rules].sort((left, right) => left.order - right.order)) {
    const { isEnabled, triggersOn, triggersWhen, expirationTimeUtc, conditions = [] } = rule.triggeringLogic;
    if (!isEnabled || triggersOn !== "Incidents" || triggersWhen !== "Created") continue;
    if (expirationTimeUtc !== undefined && Date.parse(expirationTimeUtc) < now) continue;
    const verdict = allOf(conditions.map((each) => holds(each, facts)));
    if (typeof verdict === "object") unclear.push({ key: rule.key, why: verdict.unclear });
    if (verdict !== true) continue;
    keys.push(rule.key);
    facts = rule.actions.reduce<IncidentFacts>(changed, facts);
  }
  return { keys, unclear };
}

type Properties = { readonly [key: string]: Json | undefined };

function changed(facts: IncidentFacts, action: Json): IncidentFacts {
  const { actionType, actionConfiguration } = (action ?? {}) as Properties;
  if (actionType !== "ModifyProperties") return facts;
  const { severity, status, labels } = (actionConfiguration ?? {}) as Properties;
  const added = Array.isArray(labels) ? labels.map((label) => String((label as Properties).labelName ?? "")) : [];
  return {
    ...facts,
    ...(typeof severity === "string" ? { severity } : {}),
    ...(typeof status === "string" ? { status } : {}),
    tags: [...new Set([...facts.tags, ...added])],
  };
}
