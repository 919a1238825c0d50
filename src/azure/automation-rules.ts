/**
 * What automation rules take. Sources, all read 2026-11-23:
 * [api] https://learn.microsoft.com/rest/api/securityinsights/automation-rules/create-or-update, API 2024-09-01
 * [limits] https://learn.microsoft.com/azure/sentinel/sentinel-service-limits
 */

/** Automation rules of one workspace. [limits] */
export const AUTOMATION_RULES_MAX = 512;

/** Actions and conditions of one rule, and characters of its name. [limits] [api] */
export const AUTOMATION_ACTIONS_MAX = 20;
export const AUTOMATION_CONDITIONS_MAX = 50;
export const AUTOMATION_NAME_CHARS_MAX = 500;

/** Conditions inside an And or Or. [api] */
export const INNER_CONDITIONS_MIN = 2;
export const INNER_CONDITIONS_MAX = 10;

/** Conditions on the items of an array. [api] */
export const ITEM_CONDITIONS_MAX = 10;

/** Application id of Azure Security Insights, the service principal that starts playbooks.
 *  UNVERIFIED: seen in deployments, not on a page of Microsoft's; a tenant's list of enterprise applications would settle it. */
export const SECURITY_INSIGHTS_APP_ID = "98785600-1bb7-4fb9-b9fa-19afe2c8a360";

/** Operators on texts. [api] */
export const AUTOMATION_OPERATORS = [
  "Equals",
  "NotEquals",
  "Contains",
  "NotContains",
  "StartsWith",
  "NotStartsWith",
  "EndsWith",
  "NotEndsWith",
] as const;

/** Properties of incidents, alerts and entities that a condition may look at. [api] */
export const AUTOMATION_PROPERTIES = [
  "IncidentTitle",
  "IncidentDescription",
  "IncidentSeverity",
  "IncidentStatus",
  "IncidentRelatedAnalyticRuleIds",
  "IncidentTactics",
  "IncidentLabel",
  "IncidentProviderName",
  "IncidentUpdatedBySource",
  "IncidentCustomDetailsKey",
  "IncidentCustomDetailsValue",
  "AccountAadTenantId",
  "AccountAadUserId",
  "AccountName",
  "AccountNTDomain",
  "AccountPUID",
  "AccountSid",
  "AccountObjectGuid",
  "AccountUPNSuffix",
  "AlertProductNames",
  "AlertAnalyticRuleIds",
  "AzureResourceResourceId",
  "AzureResourceSubscriptionId",
  "CloudApplicationAppId",
  "CloudApplicationAppName",
  "DNSDomainName",
  "FileDirectory",
  "FileName",
  "FileHashValue",
  "HostAzureID",
  "HostName",
  "HostNetBiosName",
  "HostNTDomain",
  "HostOSVersion",
  "IoTDeviceId",
  "IoTDeviceName",
  "IoTDeviceType",
  "IoTDeviceVendor",
  "IoTDeviceModel",
  "IoTDeviceOperatingSystem",
  "IPAddress",
  "MailboxDisplayName",
  "MailboxPrimaryAddress",
  "MailboxUPN",
  "MailMessageDeliveryAction",
  "MailMessageDeliveryLocation",
  "MailMessageRecipient",
  "MailMessageSenderIP",
  "MailMessageSubject",
  "MailMessageP1Sender",
  "MailMessageP2Sender",
  "MalwareCategory",
  "MalwareName",
  "ProcessCommandLine",
  "ProcessId",
  "RegistryKey",
  "RegistryValueData",
  "Url",
] as const;

/** Properties of an incident whose change a condition may look at. [api] */
export const AUTOMATION_CHANGED_PROPERTIES = ["IncidentSeverity", "IncidentStatus", "IncidentOwner"] as const;

/** Lists of an incident to which something may be added. [api] */
export const AUTOMATION_CHANGED_LISTS = ["Alerts", "Labels", "Tactics", "Comments"] as const;
