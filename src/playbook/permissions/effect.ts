/** What a call does to the world, as far as that is known before a run. */

import type { KnownCall, Right } from "./need";
import { needOfCall } from "./need-of-call";

/**
 * `reads`: changes nothing; `comments`: adds a comment to an incident; `writes`: changes something, such as an incident or a mailbox;
 * `acts`: changes accounts, devices, policies or resources, so that a false alert does harm.
 */
export type Effect = "reads" | "comments" | "writes" | "acts";

/** Roles with which nothing is changed. */
const READING_ROLES = /Reader$|^Key Vault Secrets User$/;
/** Roles with which only Sentinel's own records are changed. */
const RECORD_ROLES = /^Microsoft Sentinel /;
/** Permissions of Graph with which mail is sent, or an incident or alert is changed: no account, device, policy or resource is. */
const RECORD_PERMISSIONS = /^(Mail\.Send|Security(Incident|Alert)\.ReadWrite\.All)$/;
const READING_PERMISSION = /\.Read(Basic)?(\.|$)/;

/** Connectors whose calls change accounts or devices. Source: https://learn.microsoft.com/connectors/connector-reference, read 2026-11-23. */
const ACTING_CONNECTORS = new Set(["arm", "azuread", "azureadip", "azureautomation", "azurevm", "intune", "wdatp"]);

export function effectOf(call: KnownCall): Effect {
  if (/^(GET|HEAD|OPTIONS)$/i.test(call.method)) return "reads";
  if (call.connector !== undefined) return connectorEffect(call, call.connector.toLowerCase());
  // Whoever signs in, the address tells what is done.
  const need = needOfCall({ ...call, authentication: "ManagedServiceIdentity" });
  if (need.kind === "delegatedOnly") return "acts";
  if (need.kind === "unknown" && need.isReading) return "reads";
  if (need.kind !== "rights") return isMicrosoftApi(call) ? "acts" : "writes";
  return effectOfRights(need.rights, call);
}

function connectorEffect(call: KnownCall, connector: string): Effect {
  if (connector === "azuresentinel" && /^\/(Incidents\/)?Comment/i.test(call.path ?? "")) return "comments";
  const need = needOfCall({ ...call, isManagedConnection: true });
  if (need.kind === "rights") return effectOfRights(need.rights, call);
  return ACTING_CONNECTORS.has(connector) ? "acts" : "writes";
}

function effectOfRights(rights: readonly Right[], { uri = "" }: KnownCall): Effect {
  if (rights.every(isReading)) return "reads";
  if (/\/incidents\/[^/]+\/comments\//i.test(uri)) return "comments";
  return rights.every((right) => isReading(right) || isOfRecords(right)) ? "writes" : "acts";
}

function isOfRecords(right: Right): boolean {
  return right.kind === "azure" ? RECORD_ROLES.test(right.role) : RECORD_PERMISSIONS.test(right.value);
}

function isReading(right: Right): boolean {
  return right.kind === "azure" ? READING_ROLES.test(right.role) : READING_PERMISSION.test(right.value);
}

/** Hosts at which a call that is not in the tables may do anything. */
function isMicrosoftApi({ uri = "" }: KnownCall): boolean {
  return /^https:\/\/[^/]*(graph\.microsoft|management\.azure|securitycenter|security\.microsoft)[^/]*\//i.test(uri);
}
