/** A user-action policy can't be report-only. */

import type { CheckInfo } from "../../../diagnostics";
import { documents, GLASS, policy, tenant } from "./example";

export const userActionStage: CheckInfo = {
  code: "PKT5419",
  severity: "info",
  title: "a policy for a user action below its stage",
  why: "Policies for registering security information or devices are not evaluated in report-only mode, so they are disabled until the tenant enforces.",
  source:
    "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-report-only, read 2026-11-23",
  avoid: documents(
    tenant({ access: GLASS, stage: "stage: observe" }),
    policy({ apps: "includeUserActions: ['urn:user:registersecurityinfo']", exclude: "excludeGroups: [break-glass]" }),
  ),
  prefer: documents(
    tenant({ access: GLASS, stage: "stage: enforce" }),
    policy({ apps: "includeUserActions: ['urn:user:registersecurityinfo']", exclude: "excludeGroups: [break-glass]" }),
  ),
  nearMiss: documents(
    tenant({ access: GLASS, stage: "stage: observe" }),
    policy({
      state: "state: disabled",
      apps: "includeUserActions: ['urn:user:registersecurityinfo']",
      exclude: "excludeGroups: [break-glass]",
    }),
  ),
};
