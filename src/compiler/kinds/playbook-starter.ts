/** Sentinel's own right to start playbooks. */

import { SECURITY_INSIGHTS_APP_ID } from "../../azure";
import { placeOf } from "../../diagnostics";
import type { Resource } from "../../plan";
import type { Frame } from "../frame";
import { playbookGroupId } from "../playbooks/resource-ids";
import { ROLE_ASSIGNMENT_TYPE, SERVICE_PRINCIPAL_LOOKUP } from "../playbooks/resource-types";
import { uuid5 } from "../rule-id";
import type { ResolvedTenant } from "../tenants/resolved-tenant";

/** Logical name: no document has it, because a key holds no two hyphens in a row. */
export const STARTER_NAME = "sentinel--playbooks";

/** Names of its assignment are made in this namespace, from the scope. Fixed for ever. */
const NAMESPACE = "5d6f2c0b-7a3e-5c84-9e1d-6b0f8a2d4c17";

/** Microsoft Sentinel Automation Contributor. Source: https://learn.microsoft.com/azure/sentinel/roles, read 2026-11-23. */
const STARTER_ROLE = "f4c81013-99ee-4d62-a7ee-b3f1f648599a";

/** Sentinel starts playbooks as a service principal of its own, which needs a role on their resource group, and on nothing else. */
export function playbookStarter(tenant: ResolvedTenant, { playbooks }: Frame): Resource {
  const scope = playbookGroupId(playbooks);
  const { path, start } = placeOf(tenant.at("/playbooks"));
  return {
    name: STARTER_NAME,
    type: ROLE_ASSIGNMENT_TYPE,
    parent: "response",
    inputs: {
      roleAssignmentName: playbooks.adopted.get(STARTER_NAME) ?? uuid5(NAMESPACE, scope),
      scope,
      roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${STARTER_ROLE}`,
      principalId: {
        "picket:lookup": {
          type: SERVICE_PRINCIPAL_LOOKUP,
          args: { clientId: SECURITY_INSIGHTS_APP_ID },
          path: "objectId",
        },
      },
      principalType: "ServicePrincipal",
    },
    dependsOn: [],
    options: {},
    origin: { document: tenant.key, path, line: start.line },
  };
}
