/** What a rule says that the tenant's portal does not follow. */

import { type Diagnostic, finding } from "../../diagnostics";
import { alertPropertyPortal } from "../checks/alert-property-portal";
import { groupingPortal } from "../checks/grouping-portal";
import type { Effective, Frame } from "../frame";

const CORRELATED_BY = new Set(["ProductName", "ProviderName", "ProductComponentName"]);

/** Only with a tenant: the portal is the tenant's. */
export function portalFindings(
  { body, at }: Effective<"Scheduled" | "NRT">,
  { tenant, portal }: Frame,
): readonly Diagnostic[] {
  if (!tenant || portal !== "defender") return [];
  const where = `in the Defender portal (tenant \`${tenant.key}\`)`;
  const diagnostics: Diagnostic[] = [];
  const { createIncident, groupingConfiguration } = body.incidentConfiguration ?? {};
  if (createIncident === false) {
    const message = `\`createIncident: false\` is not followed ${where}`;
    diagnostics.push(finding(groupingPortal, { message, at: at("/incidentConfiguration/createIncident") }));
  }
  if (groupingConfiguration?.reopenClosedIncident) {
    const message = `\`reopenClosedIncident\` is not followed ${where}`;
    diagnostics.push(
      finding(groupingPortal, { message, at: at("/incidentConfiguration/groupingConfiguration/reopenClosedIncident") }),
    );
  }
  for (const [index, { alertProperty }] of (body.alertDetailsOverride?.alertDynamicProperties ?? []).entries()) {
    if (!CORRELATED_BY.has(alertProperty)) continue;
    const message = `an alert with its own \`${alertProperty}\` is not correlated ${where}`;
    diagnostics.push(
      finding(alertPropertyPortal, { message, at: at(`/alertDetailsOverride/alertDynamicProperties/${index}`) }),
    );
  }
  return diagnostics;
}
