/** What conditions of automation rules can look at: an incident's properties, its entities, its custom details. */

import type { Entity } from "../entities";

export interface IncidentFacts {
  readonly title: string;
  readonly description: string;
  readonly severity: string;
  readonly status: string;
  readonly providerName: string;
  /** Resource ids of the analytics rules. */
  readonly ruleIds: readonly string[];
  readonly tactics: readonly string[];
  readonly tags: readonly string[];
  readonly entities: readonly Entity[];
  readonly customDetails: Readonly<Record<string, readonly string[]>>;
}

/** Entity type and identifier by the name that conditions use.
 *  Source: https://learn.microsoft.com/azure/sentinel/automation-rule-reference, read 2026-11-25. */
const ENTITY_PROPERTIES: Readonly<Record<string, readonly [type: string, identifier: string]>> = {
  AccountAadTenantId: ["Account", "AadTenantId"],
  AccountAadUserId: ["Account", "AadUserId"],
  AccountName: ["Account", "Name"],
  AccountNTDomain: ["Account", "NTDomain"],
  AccountObjectGuid: ["Account", "ObjectGuid"],
  AccountPUID: ["Account", "PUID"],
  AccountSid: ["Account", "Sid"],
  AccountUPNSuffix: ["Account", "UPNSuffix"],
  AzureResourceResourceId: ["AzureResource", "ResourceId"],
  CloudApplicationAppId: ["CloudApplication", "AppId"],
  CloudApplicationAppName: ["CloudApplication", "Name"],
  DNSDomainName: ["DNS", "DomainName"],
  FileDirectory: ["File", "Directory"],
  FileHashValue: ["FileHash", "Value"],
  FileName: ["File", "Name"],
  HostAzureID: ["Host", "AzureID"],
  HostName: ["Host", "HostName"],
  HostNetBiosName: ["Host", "NetBiosName"],
  HostNTDomain: ["Host", "NTDomain"],
  IPAddress: ["IP", "Address"],
  MailboxPrimaryAddress: ["Mailbox", "MailboxPrimaryAddress"],
  MailboxUPN: ["Mailbox", "Upn"],
  MalwareCategory: ["Malware", "Category"],
  MalwareName: ["Malware", "Name"],
  ProcessCommandLine: ["Process", "CommandLine"],
  ProcessId: ["Process", "ProcessId"],
  Url: ["URL", "Url"],
};

/** The values of a property; undefined for one that is not evaluated. */
export function valuesOf(facts: IncidentFacts, property: string): readonly string[] | undefined {
  const entity = ENTITY_PROPERTIES[property];
  if (entity) {
    const [type, identifier] = entity;
    return facts.entities
      .filter((each) => each.type === type)
      .flatMap(({ identifiers }) => identifiers[identifier] ?? []);
  }
  switch (property) {
    case "IncidentTitle":
      return [facts.title];
    case "IncidentDescription":
      return [facts.description];
    case "IncidentSeverity":
      return [facts.severity];
    case "IncidentStatus":
      return [facts.status];
    case "IncidentProviderName":
      return [facts.providerName];
    case "IncidentRelatedAnalyticRuleIds":
      return facts.ruleIds;
    case "IncidentTactics":
      return facts.tactics;
    case "IncidentLabel":
      return facts.tags;
    default:
      return undefined;
  }
}
