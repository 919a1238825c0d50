/** Conditions that the Defender portal no longer answers as one would think. */

import { type Diagnostic, finding } from "../../diagnostics";
import { automationPortal } from "../checks/automation/automation-portal";
import type { Effective, Frame } from "../frame";

/** Source: https://learn.microsoft.com/azure/sentinel/move-to-defender, read 2026-11-23. */
const UNSAFE: Readonly<Record<string, string>> = {
  IncidentProviderName: "every incident has the provider Microsoft XDR, so the condition on it is gone",
  IncidentDescription: "incidents have no description to look at, so the condition does not work",
  IncidentTitle: "correlation renames incidents, so a rule should be known by its key",
};

export function portalFindings({ body, at }: Effective<"AutomationRule">, { portal }: Frame): readonly Diagnostic[] {
  if (portal !== "defender") return [];
  return (body.conditions ?? []).flatMap((each, index) => {
    const named = [...JSON.stringify(each).matchAll(/"propertyName":"(\w+)"/g)].map(([, name = ""]) => name);
    return [...new Set(named)].flatMap((name) => {
      const why = UNSAFE[name];
      if (why === undefined) return [];
      return [
        finding(automationPortal, {
          message: `\`${name}\` under the Defender portal: ${why}`,
          at: at(`/conditions/${index}`),
        }),
      ];
    });
  });
}
