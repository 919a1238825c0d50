/** Entities in the three spellings of Sentinel: mapping, ARM and triggers, alert and connector. */

import type { Json } from "../../plan";
import type { Entity } from "../../sentinel";
import { isJsonObject } from "../api/request";
import type { Properties } from "../directory";
import type { Resource } from "../workspace";

interface EntityKind {
  /** In an entity mapping. */
  readonly type: string;
  /** In ARM and in triggers. */
  readonly kind: string;
  /** Mapping identifier to the property in ARM. Those of the alert's own JSON are the mapping's. */
  readonly properties: Readonly<Record<string, string>>;
}

/** Source: https://learn.microsoft.com/rest/api/securityinsights/entities/get (properties) and
 *  https://learn.microsoft.com/azure/sentinel/entities-reference (identifiers), read 2026-11-25. */
const KINDS: readonly EntityKind[] = [
  {
    type: "Account",
    kind: "Account",
    properties: {
      Name: "accountName",
      UPNSuffix: "upnSuffix",
      NTDomain: "ntDomain",
      DnsDomain: "dnsDomain",
      AadUserId: "aadUserId",
      AadTenantId: "aadTenantId",
      Sid: "sid",
      PUID: "puid",
      ObjectGuid: "objectGuid",
      DisplayName: "displayName",
      UserPrincipalName: "userPrincipalName",
    },
  },
  { type: "IP", kind: "Ip", properties: { Address: "address" } },
  {
    type: "Host",
    kind: "Host",
    properties: {
      HostName: "hostName",
      DnsDomain: "dnsDomain",
      NTDomain: "ntDomain",
      NetBiosName: "netBiosName",
      AzureID: "azureID",
      OMSAgentID: "omsAgentID",
      OSFamily: "osFamily",
      OSVersion: "osVersion",
    },
  },
  { type: "URL", kind: "Url", properties: { Url: "url" } },
  { type: "DNS", kind: "DnsResolution", properties: { DomainName: "domainName" } },
  { type: "FileHash", kind: "FileHash", properties: { Algorithm: "algorithm", Value: "hashValue" } },
  { type: "File", kind: "File", properties: { Name: "fileName", Directory: "directory" } },
  { type: "Process", kind: "Process", properties: { ProcessId: "processId", CommandLine: "commandLine" } },
  {
    type: "CloudApplication",
    kind: "CloudApplication",
    properties: { AppId: "appId", Name: "appName", InstanceName: "instanceName" },
  },
  { type: "AzureResource", kind: "AzureResource", properties: { ResourceId: "resourceId" } },
  { type: "Mailbox", kind: "Mailbox", properties: { MailboxPrimaryAddress: "mailboxPrimaryAddress", Upn: "upn" } },
  { type: "Malware", kind: "Malware", properties: { Name: "malwareName", Category: "category" } },
  {
    type: "SecurityGroup",
    kind: "SecurityGroup",
    properties: { DistinguishedName: "distinguishedName", SID: "sid", ObjectGuid: "objectGuid" },
  },
];

/** The types of entities that incidents of the stand-in can carry. */
export const ENTITY_TYPES_KEPT: readonly string[] = KINDS.map(({ type }) => type);

/** An entity as ARM and the triggers show it; undefined for a type or identifier that the table does not have. */
export function entityResource(entity: Entity, name: string): Resource | undefined {
  const known = KINDS.find(({ type }) => type === entity.type);
  if (!known) return undefined;
  const properties: Properties = {};
  for (const [identifier, value] of Object.entries(entity.identifiers)) {
    const property = known.properties[identifier];
    if (property === undefined) return undefined;
    properties[property] = value;
  }
  const friendlyName = Object.values(properties)[0] ?? "";
  const own = known.kind === "Account" ? { isDomainJoined: true } : {};
  const more = known.kind === "Ip" || known.kind === "Url" ? {} : { additionalData: {} };
  return { name, kind: known.kind, properties: { ...properties, ...own, ...more, friendlyName } };
}

/** The same with the names of the alert's own JSON, which connector answers share. */
export function pascalProperties(kind: string, properties: Json | undefined): Properties {
  const known = KINDS.find((each) => each.kind.toLowerCase() === kind.toLowerCase());
  if (!known || !isJsonObject(properties)) return {};
  const named = Object.entries(known.properties).flatMap(([identifier, property]) =>
    properties[property] === undefined ? [] : [[identifier, properties[property]] as const],
  );
  const joined =
    properties.isDomainJoined === undefined ? [] : [["IsDomainJoined", properties.isDomainJoined] as const];
  return Object.fromEntries([...named, ...joined]);
}

/** The way back: an entity of an incident as a mapping names it. */
export function mappedEntity({ kind = "", properties }: Resource): Entity | undefined {
  const known = KINDS.find((each) => each.kind === kind);
  if (!known) return undefined;
  const { IsDomainJoined: _, ...named } = pascalProperties(kind, properties);
  return {
    type: known.type,
    identifiers: Object.fromEntries(Object.entries(named).map(([name, value]) => [name, String(value)])),
  };
}
