/**
 * Entity types of an entity mapping, the identifiers that each may use, and the sets of identifiers that are strong by themselves.
 * Source: https://learn.microsoft.com/azure/sentinel/entities-reference, dated 2026-04-28, read 2026-11-23.
 * Written by scripts/generate-azure-facts.ts.
 */

export const ENTITY_IDENTIFIERS: Readonly<Record<string, readonly string[]>> = {
  Account: ["AadTenantId","AadUserId","DisplayName","DnsDomain","FullName","IsDomainJoined","NTDomain","Name","ObjectGuid","PUID","Sid","UPNSuffix"],
  AzureResource: ["ResourceId"],
  CloudApplication: ["AppId","InstanceName","Name"],
  DNS: ["DomainName"],
  File: ["Directory","Name"],
  FileHash: ["Algorithm","Value"],
  Host: ["AzureID","DnsDomain","FullName","HostName","IsDomainJoined","NTDomain","NetBiosName","OMSAgentID","OSFamily","OSVersion"],
  IP: ["Address","AddressScope"],
  MailCluster: ["ClusterGroup","ClusterQueryEndTime","ClusterQueryStartTime","ClusterSourceIdentifier","ClusterSourceType","CountByDeliveryStatus","CountByProtectionStatus","CountByThreatType","IsVolumeAnomaly","MailCount","NetworkMessageIds","Query","QueryTime","Source","Threats"],
  MailMessage: ["AntispamDirection","BodyFingerprintBin1","BodyFingerprintBin2","BodyFingerprintBin3","BodyFingerprintBin4","BodyFingerprintBin5","DeliveryAction","DeliveryLocation","InternetMessageId","Language","NetworkMessageId","P1Sender","P1SenderDisplayName","P1SenderDomain","P2Sender","P2SenderDisplayName","P2SenderDomain","ReceivedDate","Recipient","Sender","SenderIP","Subject","ThreatDetectionMethods","Threats","Urls"],
  Mailbox: ["DisplayName","ExternalDirectoryObjectId","MailboxPrimaryAddress","RiskLevel","Upn"],
  Malware: ["Category","Name"],
  Process: ["CommandLine","CreationTimeUtc","ElevationToken","ProcessId"],
  RegistryKey: ["Hive","Key"],
  RegistryValue: ["Name","Value","ValueType"],
  SecurityGroup: ["DistinguishedName","ObjectGuid","SID"],
  SubmissionMail: ["NetworkMessageId","Recipient","ReportType","Sender","SenderIp","Subject","SubmissionDate","SubmissionId","Submitter","Timestamp"],
  URL: ["Url"],
};

export const STRONG_IDENTIFIER_SETS: Readonly<Record<string, readonly string[]>> = {
  Account: ["AadUserId","Name+DnsDomain","Name+NTDomain","Name+UPNSuffix","ObjectGuid","PUID","Sid"],
  AzureResource: ["ResourceId"],
  CloudApplication: ["AppId","AppId+InstanceName","Name","Name+InstanceName"],
  File: ["Directory+Name"],
  FileHash: ["Algorithm+Value"],
  Host: ["AzureID","HostName+DnsDomain","HostName+NTDomain","NetBiosName+DnsDomain","NetBiosName+NTDomain","OMSAgentID"],
  IP: ["Address","Address+AddressScope"],
  MailCluster: ["Query+Source"],
  MailMessage: ["NetworkMessageId+Recipient"],
  Mailbox: ["MailboxPrimaryAddress"],
  Malware: ["Name+Category"],
  RegistryKey: ["Hive+Key"],
  SecurityGroup: ["DistinguishedName","ObjectGuid","SID"],
  SubmissionMail: ["SubmissionId+NetworkMessageId+Recipient+Submitter"],
  URL: ["Url"],
};
