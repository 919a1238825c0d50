/** Which operations the built-in roles hold that playbooks are given. */

import type { AzureGrant, Caller } from "../api/caller";

interface RoleOperations {
  readonly actions: readonly string[];
  readonly notActions?: readonly string[];
}

const SENTINEL_READS = [
  "Microsoft.SecurityInsights/*/read",
  "Microsoft.OperationalInsights/workspaces/analytics/query/action",
  "Microsoft.OperationalInsights/workspaces/*/read",
  "Microsoft.OperationalInsights/workspaces/query/read",
  "Microsoft.OperationalInsights/workspaces/query/*/read",
  "Microsoft.Authorization/*/read",
];

const CONFIDENTIAL = ["Microsoft.SecurityInsights/ConfidentialWatchlists/*"];

/** As far as the contract's calls need them.
 *  Source: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/security (and /monitor, /general), read 2026-11-25. */
const ROLES: Readonly<Record<string, RoleOperations>> = {
  "Microsoft Sentinel Reader": { actions: SENTINEL_READS, notActions: CONFIDENTIAL },
  "Microsoft Sentinel Responder": {
    actions: [
      ...SENTINEL_READS,
      "Microsoft.SecurityInsights/incidents/*",
      "Microsoft.SecurityInsights/automationRules/*",
    ],
    notActions: [...CONFIDENTIAL, "Microsoft.SecurityInsights/incidents/*/Delete"],
  },
  "Microsoft Sentinel Contributor": {
    actions: [...SENTINEL_READS, "Microsoft.SecurityInsights/*"],
    notActions: CONFIDENTIAL,
  },
  "Microsoft Sentinel Playbook Operator": { actions: ["Microsoft.SecurityInsights/entities/runPlaybook/action"] },
  "Log Analytics Reader": { actions: ["*/read", "Microsoft.OperationalInsights/workspaces/analytics/query/action"] },
  Reader: { actions: ["*/read"] },
  Contributor: { actions: ["*"], notActions: ["Microsoft.Authorization/*/Write", "Microsoft.Authorization/*/Delete"] },
  Owner: { actions: ["*"] },
};

/** Is it allowed? The name of a role that the table does not have where that role could decide it. */
export function isAllowed(
  { azure }: Caller,
  operation: string,
  resourceId: string,
): boolean | { readonly unknownRole: string } {
  const grants = azure.filter(({ scope }) => isBelow(resourceId, scope));
  if (grants.some((grant) => holds(grant, operation))) return true;
  const unknown = grants.find(({ role }) => !Object.hasOwn(ROLES, role));
  return unknown ? { unknownRole: unknown.role } : false;
}

function holds({ role }: AzureGrant, operation: string): boolean {
  const operations = ROLES[role];
  if (!operations) return false;
  const { actions, notActions = [] } = operations;
  return actions.some((each) => covers(each, operation)) && !notActions.some((each) => covers(each, operation));
}

/** `*` stands for any text. */
function covers(pattern: string, operation: string): boolean {
  const text = pattern
    .split("*")
    .map((part) => part.replace(/[.\\/]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${text}$`, "i").test(operation);
}

function isBelow(resourceId: string, scope: string): boolean {
  const [inner, outer] = [`${resourceId.toLowerCase()}/`, scope.toLowerCase().replace(/\/+$/, "")];
  return inner.startsWith(`${outer}/`);
}
