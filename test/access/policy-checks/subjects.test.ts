/** Whom and what a policy is about: users, workloads, resources, ids. */

import { APP_IDS } from "../../../src/azure";
import {
  about,
  asking,
  BLOCK,
  cases,
  conditions,
  DEVICE,
  FILTER,
  hours,
  ID,
  type Json,
  OTHER,
  STRENGTH,
  users,
  WORKLOAD,
} from "./cases";

cases("resources", [
  ["none at all", about({}), "PKT3048 error /conditions/applications"],
  [
    "applications and a context",
    about({ includeApplications: ["All"], includeAuthenticationContextClassReferences: ["c1"] }),
    "PKT3048 error /conditions/applications",
  ],
  ["a filter alone", about({ applicationFilter: FILTER })],
  [
    "a filter and an action",
    about({ applicationFilter: FILTER, includeUserActions: ["urn:user:registersecurityinfo"] }),
    "PKT3048 error /conditions/applications",
  ],
  ["a network alone", about({ networkAccess: {} })],
  [
    "a network in its older name, and applications",
    about({ includeApplications: ["All"], globalSecureAccess: {} }),
    "PKT3048 error /conditions/applications",
  ],
  ["None", about({ includeApplications: ["None"] }), "PKT3049 warning /conditions/applications/includeApplications/0"],
  ["None and one", about({ includeApplications: ["None", ID] })],
  ["None and a filter", about({ includeApplications: ["None"], applicationFilter: FILTER })],
  [
    "an unknown action",
    about({ includeUserActions: ["urn:user:registersecurityinfo", "urn:user:x"] }),
    "PKT3050 error /conditions/applications/includeUserActions/1",
  ],
  [
    "contexts",
    about({ includeAuthenticationContextClassReferences: ["c1", "C25", "c0", "c100", "xc1"] }),
    ...[2, 3, 4].map(
      (index) => `PKT3051 error /conditions/applications/includeAuthenticationContextClassReferences/${index}`,
    ),
  ],
  [
    "Microsoft Graph excluded",
    about({ includeApplications: ["All"], excludeApplications: [APP_IDS.microsoftGraph] }),
    "PKT3053 warning /conditions/applications/excludeApplications/0",
  ],
]);

const REGISTER = { applications: { includeUserActions: ["urn:user:registerdevice"] } };

cases("registering a device", [
  ["with mfa", conditions(REGISTER)],
  [
    "with mfa and terms of use",
    asking({ operator: "AND", builtInControls: ["mfa"], termsOfUse: [ID] }, REGISTER),
    "PKT3054 error /grantControls",
  ],
  ["with a strength", asking({ operator: "AND", authenticationStrength: STRENGTH }, REGISTER)],
  ["with a frequency", { ...hours(4), conditions: REGISTER }, "PKT3054 error /sessionControls"],
  [
    "from a filtered device",
    conditions({ ...REGISTER, devices: { deviceFilter: DEVICE } }),
    "PKT3055 error /conditions/devices",
  ],
  [
    "from a device of a state",
    conditions({ ...REGISTER, deviceStates: { includeStates: ["All"] } }),
    "PKT3055 error /conditions/deviceStates",
    "PKT3083 warning /conditions/deviceStates",
  ],
  ["from a platform", conditions({ ...REGISTER, platforms: { includePlatforms: ["iOS"] } })],
  [
    "in report-only mode",
    { ...conditions(REGISTER), state: "enabledForReportingButNotEnforced" },
    "PKT3056 warning /state",
  ],
  [
    "security information, with a frequency",
    { ...hours(4), ...about({ includeUserActions: ["urn:user:registersecurityinfo"] }) },
  ],
]);

cases("subjects", [
  ["nobody named", users({}), "PKT3035 error /conditions/users"],
  ["None", users({ includeUsers: ["None"] }), "PKT3036 warning /conditions/users"],
  ["None and one", users({ includeUsers: ["None", ID] })],
  ["guests", users({ includeGuestsOrExternalUsers: { guestOrExternalUserTypes: "internalGuest" } })],
  [
    "users and principals",
    asking(BLOCK, { clientApplications: WORKLOAD.clientApplications }),
    "PKT3037 error /conditions/clientApplications",
  ],
  [
    "enumerated tenants without members",
    users({
      includeUsers: ["All"],
      excludeGuestsOrExternalUsers: {
        guestOrExternalUserTypes: "internalGuest",
        externalTenants: { membershipKind: "enumerated" },
      },
    }),
    "PKT3038 error /conditions/users/excludeGuestsOrExternalUsers/externalTenants",
  ],
  [
    "all tenants with members",
    users({
      includeGuestsOrExternalUsers: {
        guestOrExternalUserTypes: "internalGuest",
        externalTenants: { membershipKind: "all", members: [ID] },
      },
    }),
    "PKT3038 error /conditions/users/includeGuestsOrExternalUsers/externalTenants",
  ],
  [
    "excluded guests of no type",
    users({ includeUsers: ["All"], excludeGuestsOrExternalUsers: { guestOrExternalUserTypes: "none" } }),
    "PKT3039 error /conditions/users/excludeGuestsOrExternalUsers/guestOrExternalUserTypes",
  ],
  [
    "an unknown role, excluded",
    users({ includeUsers: ["All"], excludeRoles: ["62e90394-69f5-4237-9190-012177145e10", OTHER] }),
    "PKT3040 warning /conditions/users/excludeRoles/1",
  ],
]);

const principals = (clientApplications: Json, others: Json = {}): Json =>
  asking(BLOCK, { users: { includeUsers: ["None"] }, clientApplications, ...others });

cases("workload identities", [
  ["principals", principals({ includeServicePrincipals: [ID] })],
  ["agents' principals", principals({ includeAgentIdServicePrincipals: ["All"] })],
  ["principals by filter", principals({ servicePrincipalFilter: FILTER })],
  ["asked for mfa", asking({ operator: "OR", builtInControls: ["mfa"] }, WORKLOAD), "PKT3044 error /grantControls"],
  ["with a session", { ...hours(4), ...asking(BLOCK, WORKLOAD) }, "PKT3044 error /sessionControls"],
  [
    "the accounts of agents, which are users",
    asking(
      { operator: "OR", builtInControls: ["compliantDevice"] },
      {
        users: { includeUsers: ["None"] },
        agents: { includeAgentUsers: ["All"] },
        platforms: { includePlatforms: ["windows"] },
      },
    ),
  ],
  ["under a risk", asking(BLOCK, { ...WORKLOAD, servicePrincipalRiskLevels: ["high"] })],
  [
    "under the risk of users",
    asking(BLOCK, { ...WORKLOAD, userRiskLevels: ["high"] }),
    "PKT3045 error /conditions/userRiskLevels",
  ],
  ["users left open", asking(BLOCK, { ...WORKLOAD, users: {} }), "PKT3047 error /conditions/users/includeUsers"],
]);

cases("ids and words", [
  ["a user", users({ includeUsers: ["nina"] }), "PKT3041 error /conditions/users/includeUsers/0"],
  [
    "an excluded group",
    users({ includeUsers: ["All"], excludeGroups: [ID, "All"] }),
    "PKT3041 error /conditions/users/excludeGroups/1",
  ],
  [
    "more than an id",
    users({ includeUsers: [`x${ID}`, `${ID}0`] }),
    "PKT3041 error /conditions/users/includeUsers/0",
    "PKT3041 error /conditions/users/includeUsers/1",
  ],
  [
    "an application",
    about({ includeApplications: ["Exchange"] }),
    "PKT3041 error /conditions/applications/includeApplications/0",
  ],
  [
    "an application of all words",
    about({ includeApplications: ["MicrosoftAdminPortals"], excludeApplications: ["Office365"] }),
  ],
  ["agents' resources", about({ includeApplications: ["AllAgentIdResources"] })],
  [
    "a location",
    conditions({ locations: { includeLocations: ["Headquarters"] } }),
    "PKT3041 error /conditions/locations/includeLocations/0",
  ],
  [
    "a principal",
    principals({ includeServicePrincipals: ["All"] }),
    "PKT3041 error /conditions/clientApplications/includeServicePrincipals/0",
  ],
  [
    "a tenant",
    users({
      includeGuestsOrExternalUsers: {
        guestOrExternalUserTypes: "internalGuest",
        externalTenants: { membershipKind: "enumerated", members: ["contoso"] },
      },
    }),
    "PKT3041 error /conditions/users/includeGuestsOrExternalUsers/externalTenants/members/0",
  ],
  ["terms of use", asking({ operator: "AND", termsOfUse: ["read me"] }), "PKT3041 error /grantControls/termsOfUse/0"],
  [
    "a strength",
    asking({ operator: "AND", authenticationStrength: { id: "strong" } }),
    "PKT3041 error /grantControls/authenticationStrength/id",
  ],
  [
    "a strength by its path",
    asking({
      operator: "AND",
      authenticationStrength: { id: `/policies/authenticationStrengthPolicies/${STRENGTH.id}` },
    }),
  ],
  ["a word in another case", users({ includeUsers: ["all"] }), "PKT3089 error /conditions/users/includeUsers/0"],
  [
    "a user twice",
    users({ includeUsers: [ID, OTHER], excludeUsers: [OTHER.toUpperCase()] }),
    "PKT3042 warning /conditions/users/excludeUsers/0",
  ],
  [
    "a platform twice",
    conditions({ platforms: { includePlatforms: ["iOS", "android"], excludePlatforms: ["android"] } }),
    "PKT3042 warning /conditions/platforms/excludePlatforms/0",
  ],
  ["all and one", users({ includeUsers: ["All", ID] }), "PKT3043 warning /conditions/users/includeUsers"],
  ["all and an excluded one", users({ includeUsers: ["All"], excludeUsers: [ID, OTHER] })],
]);
