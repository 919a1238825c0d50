/** The shape of Microsoft Graph's conditionalAccessPolicy, as v1.0 and beta export it.
 *  Source: https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy and the resource pages it links to, both versions, read 2026-11-23. */

import { anything, commaList, oneOf, part, readOnly, type Static, Type, texts } from "./parts";

export const POLICY_STATES = ["enabled", "disabled", "enabledForReportingButNotEnforced"] as const;
export const CLIENT_APP_TYPES = [
  "all",
  "browser",
  "mobileAppsAndDesktopClients",
  "exchangeActiveSync",
  "easSupported",
  "other",
] as const;
export const PLATFORMS = ["all", "android", "iOS", "windows", "windowsPhone", "macOS", "linux"] as const;
export const RISK_LEVELS = ["low", "medium", "high", "hidden", "none"] as const;
export const INSIDER_RISK_LEVELS = ["minor", "moderate", "elevated"] as const;
export const TRANSFER_METHODS = ["none", "deviceCodeFlow", "authenticationTransfer"] as const;
export const GUEST_TYPES = [
  "internalGuest",
  "b2bCollaborationGuest",
  "b2bCollaborationMember",
  "b2bDirectConnectUser",
  "otherExternalUser",
  "serviceProvider",
] as const;
export const BUILT_IN_CONTROLS = [
  "block",
  "mfa",
  "compliantDevice",
  "domainJoinedDevice",
  "approvedApplication",
  "compliantApplication",
  "passwordChange",
  "riskRemediation",
] as const;

const Filter = Type.Object({ mode: oneOf("include", "exclude"), rule: Type.String() }, { isWhole: true });

const ExternalTenants = Type.Object({
  membershipKind: part(oneOf("all", "enumerated")),
  members: part(texts()),
});

const GuestsOrExternalUsers = Type.Object(
  { guestOrExternalUserTypes: part(commaList("none", ...GUEST_TYPES)), externalTenants: part(ExternalTenants) },
  { isNothingEmpty: true },
);

const Users = Type.Object({
  includeUsers: part(texts()),
  excludeUsers: part(texts()),
  includeGroups: part(texts()),
  excludeGroups: part(texts()),
  includeRoles: part(texts()),
  excludeRoles: part(texts()),
  includeGuestsOrExternalUsers: part(GuestsOrExternalUsers),
  excludeGuestsOrExternalUsers: part(GuestsOrExternalUsers),
});

const Applications = Type.Object({
  includeApplications: part(texts()),
  excludeApplications: part(texts()),
  includeUserActions: part(texts()),
  includeAuthenticationContextClassReferences: part(texts()),
  applicationFilter: part(Filter),
  networkAccess: anything(),
  globalSecureAccess: anything(),
});

const ClientApplications = Type.Object({
  includeServicePrincipals: part(texts()),
  excludeServicePrincipals: part(texts()),
  servicePrincipalFilter: part(Filter),
  includeAgentIdServicePrincipals: part(texts()),
  excludeAgentIdServicePrincipals: part(texts()),
  agentIdServicePrincipalFilter: part(Filter),
});

const Conditions = Type.Object({
  users: part(Users),
  applications: part(Applications),
  clientApplications: part(ClientApplications),
  clientAppTypes: part(Type.Array(oneOf(...CLIENT_APP_TYPES))),
  platforms: part(
    Type.Object({
      includePlatforms: part(Type.Array(oneOf(...PLATFORMS))),
      excludePlatforms: part(Type.Array(oneOf(...PLATFORMS))),
    }),
  ),
  locations: part(Type.Object({ includeLocations: part(texts()), excludeLocations: part(texts()) })),
  devices: part(
    Type.Object({
      deviceFilter: part(Filter),
      includeDevices: part(texts()),
      excludeDevices: part(texts()),
      includeDeviceStates: part(texts()),
      excludeDeviceStates: part(texts()),
    }),
  ),
  deviceStates: part(Type.Object({ includeStates: part(texts()), excludeStates: part(texts()) })),
  signInRiskLevels: part(Type.Array(oneOf(...RISK_LEVELS))),
  userRiskLevels: part(Type.Array(oneOf(...RISK_LEVELS))),
  servicePrincipalRiskLevels: part(Type.Array(oneOf(...RISK_LEVELS))),
  insiderRiskLevels: part(commaList(...INSIDER_RISK_LEVELS)),
  authenticationFlows: part(Type.Object({ transferMethods: part(commaList(...TRANSFER_METHODS)) })),
  agentIdRiskLevels: part(commaList("low", "medium", "high")),
  agents: part(Type.Object({ includeAgentUsers: part(texts()), excludeAgentUsers: part(texts()) })),
  times: anything(),
});

const GrantControls = Type.Object({
  operator: part(oneOf("AND", "OR")),
  builtInControls: part(Type.Array(oneOf(...BUILT_IN_CONTROLS))),
  customAuthenticationFactors: part(texts()),
  termsOfUse: part(texts()),
  authenticationStrength: part(
    Type.Object(
      { id: part(Type.String()), allowedCombinations: part(texts()), displayName: part(Type.String()) },
      { isReference: true },
    ),
  ),
});

const isEnabled = part(Type.Boolean());

const SessionControls = Type.Object({
  applicationEnforcedRestrictions: part(Type.Object({ isEnabled })),
  cloudAppSecurity: part(
    Type.Object({
      isEnabled,
      cloudAppSecurityType: part(oneOf("mcasConfigured", "monitorOnly", "blockDownloads")),
    }),
  ),
  persistentBrowser: part(Type.Object({ isEnabled, mode: part(oneOf("always", "never")) })),
  signInFrequency: part(
    Type.Object({
      isEnabled,
      value: part(Type.Integer()),
      type: part(oneOf("hours", "days")),
      frequencyInterval: part(oneOf("timeBased", "everyTime")),
      authenticationType: part(oneOf("primaryAndSecondaryAuthentication", "secondaryAuthentication")),
    }),
  ),
  disableResilienceDefaults: part(Type.Boolean()),
  continuousAccessEvaluation: part(
    Type.Object({ mode: part(oneOf("disabled", "strictEnforcement", "strictLocation")) }),
  ),
  secureSignInSession: part(Type.Object({ isEnabled })),
  globalSecureAccessFilteringProfile: part(Type.Object({ isEnabled, profileId: part(Type.String()) })),
  networkAccessSecurity: part(Type.Object({ isEnabled, policyId: part(Type.String()) })),
});

/** A policy as pasted from an export; what the service writes itself is named and ignored. */
export const ConditionalAccessPolicyShape = Type.Object({
  displayName: part(Type.String()),
  state: part(oneOf(...POLICY_STATES)),
  conditions: part(Conditions),
  grantControls: part(GrantControls),
  sessionControls: part(SessionControls),
  id: Type.Optional(Type.Unsafe<unknown>({ readOnly: true, isQuiet: true })),
  templateId: readOnly(),
  createdDateTime: readOnly(),
  modifiedDateTime: readOnly(),
  deletedDateTime: readOnly(),
  partialEnablementStrategy: anything(),
  description: anything(),
});

export type ConditionalAccessPolicy = Static<typeof ConditionalAccessPolicyShape>;
export type PolicyConditions = Static<typeof Conditions>;
export type PolicyUsers = Static<typeof Users>;
export type PolicyApplications = Static<typeof Applications>;
export type PolicyGuests = Static<typeof GuestsOrExternalUsers>;
export type PolicyGrantControls = Static<typeof GrantControls>;
export type PolicySessionControls = Static<typeof SessionControls>;
export type PolicyFilter = Static<typeof Filter>;
export type PolicyState = (typeof POLICY_STATES)[number];
export type GuestType = (typeof GUEST_TYPES)[number];
export type BuiltInControl = (typeof BUILT_IN_CONTROLS)[number];
