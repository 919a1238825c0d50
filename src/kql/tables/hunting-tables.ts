/** Tables of Defender XDR's advanced hunting that a workspace does not have. */

/**
 * The tables of the page that are not among those of Log Analytics. Others of it, such as DeviceEvents and IdentityInfo, are streamed into a workspace
 * and are standard tables here.
 * Source: https://learn.microsoft.com/defender-xdr/advanced-hunting-schema-tables, read 2026-11-26.
 */
const HUNTING_ONLY = `
AADSignInEventsBeta AADSpnSignInEventsBeta AIAgentsInfo DataSecurityBehaviors DataSecurityEvents DeviceBaselineComplianceAssessment
DeviceBaselineComplianceAssessmentKB DeviceBaselineComplianceProfiles DeviceTvmBrowserExtensions DeviceTvmBrowserExtensionsKB
DeviceTvmCertificateInfo DeviceTvmHardwareFirmware DeviceTvmInfoGathering DeviceTvmInfoGatheringKB DeviceTvmSoftwareEvidenceBeta
EntraIdSignInEvents EntraIdSpnSignInEvents ExposureGraphEdges ExposureGraphNodes GraphApiAuditEvents`;

export const HUNTING_TABLES: ReadonlySet<string> = new Set(HUNTING_ONLY.trim().split(/\s+/));

/** Tables of a workspace with the events that the page says these have: Entra's interactive and other sign-ins.
 *  Source: https://learn.microsoft.com/azure/azure-monitor/reference/tables/aadnoninteractiveusersigninlogs (and of the others named), read 2026-11-26. */
const IN_A_WORKSPACE: Readonly<Record<string, string>> = {
  AADSignInEventsBeta: "sign-ins are in `SigninLogs` and `AADNonInteractiveUserSignInLogs` there",
  EntraIdSignInEvents: "sign-ins are in `SigninLogs` and `AADNonInteractiveUserSignInLogs` there",
  AADSpnSignInEventsBeta: "sign-ins are in `AADServicePrincipalSignInLogs` and `AADManagedIdentitySignInLogs` there",
  EntraIdSpnSignInEvents: "sign-ins are in `AADServicePrincipalSignInLogs` and `AADManagedIdentitySignInLogs` there",
};

/** What to say of such a table; undefined for every other name. */
export function huntingTableHelp(name: string): string | undefined {
  if (!HUNTING_TABLES.has(name)) return undefined;
  const instead = IN_A_WORKSPACE[name];
  return `it is a table of Defender XDR's advanced hunting, and no workspace has it${instead ? `; ${instead}` : ""}`;
}
