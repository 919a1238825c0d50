/** What a managed connector needs: a role where it can use the workflow's identity, else somebody's consent. */

import { azureRight } from "./azure-rules";
import type { KnownCall, Need } from "./need";

interface ConnectorRule {
  readonly connector: string;
  readonly methods: readonly string[];
  readonly path: RegExp;
  readonly role: string;
}

const ANY = ["DELETE", "GET", "PATCH", "POST", "PUT"];
const RESPONDER = "Microsoft Sentinel Responder";
const READER = "Microsoft Sentinel Reader";

/** The first that fits counts. Source: https://learn.microsoft.com/azure/sentinel/automation/authenticate-playbooks-to-sentinel
 *  and the connectors' own pages, read 2026-11-23. */
const RULES: readonly ConnectorRule[] = [
  { connector: "azuresentinel", methods: ["POST"], path: /^\/entities\//i, role: READER },
  { connector: "azuresentinel", methods: ["POST"], path: /^\/Incidents$/i, role: READER },
  { connector: "azuresentinel", methods: ["GET"], path: /^/, role: READER },
  { connector: "azuresentinel", methods: ["POST"], path: /^\/(subscribe|incident-creation|entity\/)/i, role: READER },
  { connector: "azuresentinel", methods: ANY, path: /^\/(Incidents|Comment|Case|Cases|Alert)(\/|$)/i, role: RESPONDER },
  {
    connector: "azuresentinel",
    methods: ANY,
    path: /^\/(Watchlists?|Bookmarks?|ThreatIntelligence)/i,
    role: "Microsoft Sentinel Contributor",
  },
  {
    connector: "azuremonitorlogs",
    methods: ["POST", "GET"],
    path: /^\/(queryData|visualizeQuery)/i,
    role: "Log Analytics Reader",
  },
  { connector: "keyvault", methods: ["GET"], path: /^\/secrets\//i, role: "Key Vault Secrets User" },
];

/** Connectors that can use a managed identity. Source: https://learn.microsoft.com/azure/logic-apps/authenticate-with-managed-identity, read 2026-11-23. */
const MANAGED_CONNECTORS = new Set([
  "arm",
  "azureautomation",
  "azureblob",
  "azuredataexplorer",
  "azureeventgrid",
  "azuremonitorlogs",
  "azurequeues",
  "azuresentinel",
  "azuretables",
  "azurevm",
  "eventhubs",
  "keyvault",
  "servicebus",
  "sql",
  "webcontents",
]);

/** Whether the connector can use the identity of a workflow instead of somebody's consent. */
export function isManagedConnector(connector: string): boolean {
  return MANAGED_CONNECTORS.has(connector.toLowerCase());
}

const SOURCE =
  "https://learn.microsoft.com/azure/sentinel/automation/authenticate-playbooks-to-sentinel, read 2026-11-23";

export function connectorNeed(call: KnownCall, connector: string, path: string): Need {
  const name = connector.toLowerCase();
  if (!isManagedConnector(name) || call.isManagedConnection === false) {
    return {
      kind: "consent",
      connector: name,
      source: "https://learn.microsoft.com/azure/logic-apps/authenticate-with-managed-identity, read 2026-11-23",
    };
  }
  const known = RULES.find(
    (each) => each.connector === name && each.methods.includes(call.method) && each.path.test(path),
  );
  if (!known)
    return { kind: "unknown", why: `\`${call.method} ${path}\` of the connector \`${name}\` is not in the tables` };
  const scope = name === "keyvault" ? "vault" : "workspace";
  return { kind: "rights", rights: [azureRight(known.role, scope)], source: SOURCE };
}
