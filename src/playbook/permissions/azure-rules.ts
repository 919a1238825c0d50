/** The least Azure role for a method and an address in Azure. */

import { azureRoleId } from "../../azure";
import { invariant } from "../../diagnostics";
import type { AzureRight, KnownCall, Need } from "./need";

interface AzureRule {
  readonly host: RegExp;
  readonly methods: readonly string[];
  readonly path: RegExp;
  readonly role: string;
  /** The part of the path that the role is given on; the whole host where it is left out. */
  readonly scope?: RegExp;
  readonly source: string;
}

const ARM = /^management\.azure\.com$/i;
const LOG_ANALYTICS = /^api\.loganalytics\.(azure\.com|io)$/i;
const WRITES = ["DELETE", "PATCH", "POST", "PUT"];
const SENTINEL_ROLES = "https://learn.microsoft.com/azure/sentinel/roles, read 2026-11-23";
const BUILT_IN_ROLES = "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles, read 2026-11-23";

const WORKSPACE = /^.*?\/workspaces\/[^/]+/i;
const RESOURCE = /^\/subscriptions\/[^/]+(?:\/resourceGroups\/[^/]+(?:\/providers\/[^/]+\/[^/]+\/[^/]+)?)?/i;

const SENTINEL = "/providers/Microsoft\\.SecurityInsights/";

function sentinel(methods: readonly string[], path: string, role: string): AzureRule {
  return { host: ARM, methods, path: new RegExp(SENTINEL + path, "i"), role, scope: WORKSPACE, source: SENTINEL_ROLES };
}

function azure(methods: readonly string[], path: RegExp, role: string): AzureRule {
  return { host: ARM, methods, path, role, scope: RESOURCE, source: BUILT_IN_ROLES };
}

/** The first that fits counts. Responder's definition holds no `watchlists` operation but reading, so items need Contributor.
 *  Source: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/security#microsoft-sentinel-responder, read 2026-11-25. */
const RULES: readonly AzureRule[] = [
  sentinel(["GET"], "", "Microsoft Sentinel Reader"),
  sentinel(["POST"], "(entities|incidents)/[^/]+/runPlaybook$", "Microsoft Sentinel Playbook Operator"),
  sentinel(["POST"], "incidents/[^/]+/(alerts|entities|bookmarks)$", "Microsoft Sentinel Reader"),
  sentinel(WRITES, "incidents(/|$)", "Microsoft Sentinel Responder"),
  sentinel(WRITES, "", "Microsoft Sentinel Contributor"),
  {
    host: ARM,
    methods: ["GET", "POST"],
    path: /\/workspaces\/[^/]+(\/api)?\/query$/i,
    role: "Log Analytics Reader",
    scope: WORKSPACE,
    source: BUILT_IN_ROLES,
  },
  {
    host: LOG_ANALYTICS,
    methods: ["GET", "POST"],
    path: /\/workspaces\/[^/]+\/query$/i,
    role: "Log Analytics Reader",
    scope: WORKSPACE,
    source: BUILT_IN_ROLES,
  },
  {
    host: /\.vault\.azure\.net$/i,
    methods: ["GET"],
    path: /^\/secrets\//i,
    role: "Key Vault Secrets User",
    source: BUILT_IN_ROLES,
  },
  {
    host: /\.blob\.core\.windows\.net$/i,
    methods: ["GET", "HEAD"],
    path: /^/,
    role: "Storage Blob Data Reader",
    source: BUILT_IN_ROLES,
  },
  {
    host: /\.blob\.core\.windows\.net$/i,
    methods: WRITES,
    path: /^/,
    role: "Storage Blob Data Contributor",
    source: BUILT_IN_ROLES,
  },
  azure(
    ["POST"],
    /\/Microsoft\.Compute\/virtualMachines\/[^/]+\/(start|powerOff|deallocate|restart)$/i,
    "Virtual Machine Contributor",
  ),
  azure(WRITES, /\/Microsoft\.Network\//i, "Network Contributor"),
  azure(["PUT"], /\/Microsoft\.Automation\/automationAccounts\/[^/]+\/jobs\//i, "Automation Job Operator"),
  azure(["GET"], /^/, "Reader"),
  azure(["POST"], /^\/providers\/Microsoft\.ResourceGraph\/resources$/i, "Reader"),
];

/** What a call to Azure needs; undefined when no rule knows it. */
export function azureNeed({ method }: KnownCall, host: string, path: string): Need | undefined {
  const known = RULES.find((each) => each.host.test(host) && each.methods.includes(method) && each.path.test(path));
  if (!known) return undefined;
  const scope = known.scope ? known.scope.exec(path)?.[0] : host;
  if (scope === undefined) {
    // Lists across subscriptions and Resource Graph: a role is given on what they are to show, which the address does not say.
    const why = `\`${method} ${host}${path}\` shows what the identity may read, and only people can say what that is to be`;
    return { kind: "unknown", why, ...(known.role === "Reader" ? { isReading: true as const } : {}) };
  }
  return { kind: "rights", rights: [azureRight(known.role, scope)], source: known.source };
}

/** A role by its name. */
export function azureRight(role: string, scope: string): AzureRight {
  const id = azureRoleId(role);
  invariant(id, `\`${role}\` is a built-in role of Azure`);
  return { kind: "azure", role, id, scope };
}

/** All roles that the rules may ask for. */
export function azureRuleRoles(): readonly string[] {
  return [...new Set(RULES.map(({ role }) => role))];
}
