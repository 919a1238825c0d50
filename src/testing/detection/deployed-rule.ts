/** The rule that a compiled document deploys, as the service runs it. */

import type { Compiled } from "../../compiler";
import { parseDuration } from "../../documents";
import type { DetectionRule } from "../../sentinel";

export function deployedRule({ entry, resources }: Compiled): DetectionRule | undefined {
  const inputs = resources[0]?.resource.inputs as Readonly<Record<string, unknown>> | undefined;
  if (!inputs || (entry.kind !== "Scheduled" && entry.kind !== "NRT")) return undefined;
  // The generic resource of the preview API carries the same properties one level deeper.
  const rule = (inputs.properties ?? inputs) as Readonly<Record<string, unknown>> &
    Pick<DetectionRule, "displayName" | "severity">;
  const { eventGroupingSettings, incidentConfiguration, queryPeriod } = rule as unknown as {
    readonly eventGroupingSettings: Pick<DetectionRule, "aggregationKind">;
    readonly incidentConfiguration: {
      readonly createIncident: boolean;
      readonly groupingConfiguration: DetectionRule["grouping"];
    };
    readonly queryPeriod?: string;
  };
  return {
    ...rule,
    kind: entry.kind,
    aggregationKind: eventGroupingSettings.aggregationKind,
    createIncident: incidentConfiguration.createIncident,
    grouping: incidentConfiguration.groupingConfiguration,
    ...(queryPeriod === undefined ? {} : { queryPeriodSeconds: parseDuration(queryPeriod)?.seconds ?? 0 }),
  };
}
