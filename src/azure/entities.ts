/** Entity types of Sentinel and what identifies them. */

import { ENTITY_IDENTIFIERS, STRONG_IDENTIFIER_SETS } from "./generated/entity-identifiers";

/** Identifiers that the service takes though the reference page does not list them for a mapping.
 *  Source: EntityMappingIdentifiers of the detection schema tests of https://github.com/Azure/Azure-Sentinel, read 2026-11-24. */
const FURTHER_IDENTIFIERS: Readonly<Record<string, readonly string[]>> = {
  Account: ["CloudAppAccountId"],
  IoTDevice: [
    "DeviceId",
    "DeviceName",
    "DeviceType",
    "FirmwareVersion",
    "IoTSecurityAgentId",
    "MacAddress",
    "Manufacturer",
    "Model",
    "OperatingSystem",
    "Protocols",
    "SerialNumber",
    "Source",
  ],
};

/** Entity types that a mapping may name. */
export const ENTITY_TYPES: readonly string[] = [...Object.keys(ENTITY_IDENTIFIERS), "IoTDevice"];

/** Identifiers that a mapping of this type may use; none for an unknown type. */
export function identifiersOf(entityType: string): readonly string[] {
  return [...(ENTITY_IDENTIFIERS[entityType] ?? []), ...(FURTHER_IDENTIFIERS[entityType] ?? [])];
}

/** Sets of identifiers of which each names exactly one entity. */
export function strongSetsOf(entityType: string): readonly (readonly string[])[] {
  return (STRONG_IDENTIFIER_SETS[entityType] ?? []).map((set) => set.split("+"));
}

/** What a mapping of each type has to have: one of these identifiers, or both of a pair.
 *  Source: the detection schema tests of https://github.com/Azure/Azure-Sentinel, read 2026-11-23. */
export const REQUIRED_IDENTIFIERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Account: [["FullName"], ["Sid"], ["Name"], ["AadUserId"], ["PUID"], ["ObjectGuid"]],
  Host: [["FullName"], ["HostName"], ["NetBiosName"], ["AzureID"], ["OMSAgentID"]],
  IP: [["Address"]],
  IoTDevice: [["DeviceId"]],
  URL: [["Url"]],
  DNS: [["DomainName"]],
  File: [["Name"]],
  FileHash: [["Algorithm", "Value"]],
  Process: [["CommandLine"], ["ProcessId"]],
  CloudApplication: [["AppId"], ["Name"]],
  AzureResource: [["ResourceId"]],
  Malware: [["Name"]],
  RegistryKey: [["Key"], ["Hive"]],
  RegistryValue: [["Name"]],
  SecurityGroup: [["DistinguishedName"], ["SID"], ["ObjectGuid"]],
  Mailbox: [["MailboxPrimaryAddress"]],
  MailCluster: [["Query"], ["Source"]],
  MailMessage: [["NetworkMessageId"], ["Recipient"]],
  SubmissionMail: [["SubmissionId"], ["NetworkMessageId"], ["Recipient"], ["Submitter"]],
};
