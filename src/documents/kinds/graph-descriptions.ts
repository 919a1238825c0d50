/** What the keys of Graph's objects mean, for editors. Source: https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy, namedlocation, authenticationstrengthpolicy and group, read 2026-11-23. */

export type Descriptions = Readonly<Record<string, string>>;

/** Of every key that has no words of its own. */
export const WRITTEN_BY_SERVICE = "What only the service writes: an export has it, picket leaves it out.";

export const POLICY_KEYS: Descriptions = {
  displayName: "The policy's name in the portal.",
  state: "enabled, disabled, or enabledForReportingButNotEnforced; the tenant's stage is the other ceiling.",
  conditions:
    "Whose sign-ins the policy is about: users, resources, clients, platforms, networks, devices, risks, flows.",
  grantControls: "What is asked before access is granted, or block; operator says whether all or one of them.",
  sessionControls:
    "What holds for the session: sign-in frequency, persistent browser, restrictions of the application.",
  templateId: "The template that the policy was made from; kept out of what is deployed.",
  partialEnablementStrategy: "A preview part that is read over.",
  description: "What the policy is for.",
};

export const LOCATION_KEYS: Descriptions = {
  "@odata.type":
    "#microsoft.graph.ipNamedLocation, countryNamedLocation or compliantNetworkNamedLocation; told by the other keys where absent.",
  displayName: "The location's name in the portal.",
  isTrusted: "Whether an address location counts as trusted.",
  ipRanges: "Address ranges in CIDR form, IPv4 or IPv6, each as cidrAddress.",
  countriesAndRegions: "Countries as two letters (ISO 3166-1).",
  includeUnknownCountriesAndRegions: "Whether an address whose country is not known counts as inside.",
  countryLookupMethod: "clientIpAddress, or authenticatorAppGps: how the country is found.",
  compliantNetworkType: "The kind of compliant network: allTenantCompliantNetworks.",
};

export const STRENGTH_KEYS: Descriptions = {
  displayName: "The strength's name in the portal.",
  description: "What the strength is for.",
  allowedCombinations: "Combinations of methods that meet it, such as fido2 or password,microsoftAuthenticatorPush.",
  combinationConfigurations: "Narrower demands on a combination: certificate issuers, key models.",
};

export const GROUP_KEYS: Descriptions = {
  id: "Object id, where the group is in the tenant already.",
  displayName: "The group's name.",
  description: "Who is put into it, and by whom.",
  mailEnabled: "Always false for a group that picket makes.",
  mailNickname: "The mail alias; made from the key where absent.",
  securityEnabled: "Always true for a group that picket makes.",
  groupTypes: "DynamicMembership for a group whose members a rule decides; Unified groups are not made.",
  isAssignableToRole: "Whether directory roles may be assigned to it; can't be changed later.",
  membershipRule: "The rule that decides on the members of a dynamic group.",
  membershipRuleProcessingState: "On or Paused: whether the rule is applied.",
};
