/** Incident settings under the Defender portal. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

export const groupingPortal: CheckInfo = {
  code: "PKT5220",
  severity: "warning",
  title: "a setting that the Defender portal does not follow",
  why: "In the Defender portal its own engine makes and reopens incidents: alerts always become incidents, and closed ones are not opened again.",
  source: "https://learn.microsoft.com/azure/sentinel/move-to-defender, read 2026-11-23",
  avoid: documents(tenant(), rule({ incidentConfiguration: "incidentConfiguration: { createIncident: false }" })),
  prefer: documents(
    tenant({ portal: "portal: azure" }),
    rule({ incidentConfiguration: "incidentConfiguration: { createIncident: false }" }),
  ),
  nearMiss: documents(
    tenant(),
    rule({
      incidentConfiguration:
        "incidentConfiguration: { createIncident: true, groupingConfiguration: { enabled: true, reopenClosedIncident: false } }",
    }),
  ),
};
