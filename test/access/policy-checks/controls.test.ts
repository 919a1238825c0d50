/** What a policy may ask for: grant and session controls, and how they go together. */

import { APP_IDS } from "../../../src/azure";
import {
  about,
  asking,
  BLOCK,
  CHANGE,
  cases,
  EVERY_TIME,
  FILTER,
  frequency,
  hours,
  ID,
  NEVER,
  REMEDIATION,
  RISKY,
  STRENGTH,
} from "./cases";

cases("block", [
  [
    "beside a strength",
    asking({ ...BLOCK, authenticationStrength: STRENGTH }),
    "PKT3058 error /grantControls/builtInControls/0",
  ],
  ["beside terms of use", asking({ ...BLOCK, termsOfUse: [ID] }), "PKT3058 error /grantControls/builtInControls/0"],
  ["of everybody", asking(BLOCK, { users: { includeUsers: ["All"] } }), "PKT3059 error /conditions/users"],
  [
    "of everybody, disabled",
    { ...asking(BLOCK, { users: { includeUsers: ["All"] } }), state: "disabled" },
    "PKT3059 warning /conditions/users",
  ],
  ["of a group", asking(BLOCK, { users: { includeGroups: [ID] } })],
  ["of all but a user", asking(BLOCK, { users: { includeUsers: ["All"], excludeUsers: [ID] } })],
  [
    "of all but a role",
    asking(BLOCK, { users: { includeUsers: ["All"], excludeRoles: ["62e90394-69f5-4237-9190-012177145e10"] } }),
  ],
  [
    "of all but guests",
    asking(BLOCK, {
      users: { includeUsers: ["All"], excludeGuestsOrExternalUsers: { guestOrExternalUserTypes: "internalGuest" } },
    }),
  ],
  [
    "from one resource",
    asking(BLOCK, { users: { includeUsers: ["All"] }, applications: { includeApplications: [ID] } }),
  ],
  [
    "from all resources but one",
    asking(BLOCK, {
      users: { includeUsers: ["All"] },
      applications: { includeApplications: ["All"], excludeApplications: [ID] },
    }),
  ],
  [
    "from filtered resources",
    asking(BLOCK, {
      users: { includeUsers: ["All"] },
      applications: { includeApplications: ["All"], applicationFilter: { ...FILTER, mode: "exclude" } },
    }),
  ],
  ["mfa of everybody", asking({ operator: "OR", builtInControls: ["mfa"] }, { users: { includeUsers: ["All"] } })],
]);

cases("approved apps", [
  [
    "on Linux, alone",
    asking(
      { operator: "OR", builtInControls: ["compliantApplication"] },
      { platforms: { includePlatforms: ["linux"] } },
    ),
    "PKT3060 error /conditions/platforms/includePlatforms/0",
  ],
  [
    "on macOS, all required",
    asking(
      { operator: "AND", builtInControls: ["compliantApplication", "mfa"] },
      { platforms: { includePlatforms: ["macOS"] } },
    ),
    "PKT3060 error /conditions/platforms/includePlatforms/0",
  ],
  [
    "on macOS, with a way out",
    asking(
      { operator: "OR", builtInControls: ["compliantApplication", "mfa"] },
      { platforms: { includePlatforms: ["macOS"] } },
    ),
  ],
  [
    "on Windows",
    asking(
      { operator: "OR", builtInControls: ["compliantApplication"] },
      { platforms: { includePlatforms: ["windows"] } },
    ),
  ],
  [
    "another control on macOS",
    asking({ operator: "OR", builtInControls: ["mfa"] }, { platforms: { includePlatforms: ["macOS"] } }),
  ],
  [
    "retiring, beside what remains",
    asking({ operator: "OR", builtInControls: ["approvedApplication", "compliantApplication"] }),
  ],
  [
    "retiring, and what remains is required too",
    asking({ operator: "AND", builtInControls: ["approvedApplication", "compliantApplication"] }),
    "PKT3061 warning /grantControls/builtInControls/0",
  ],
  [
    "retiring, on macOS",
    asking(
      { operator: "OR", builtInControls: ["approvedApplication"] },
      { platforms: { includePlatforms: ["macOS"] } },
    ),
    "PKT3060 error /conditions/platforms/includePlatforms/0",
    "PKT3061 warning /grantControls/builtInControls/0",
  ],
]);

cases("device code", [
  [
    "and a compliant device",
    asking(
      { operator: "OR", builtInControls: ["compliantDevice"] },
      { authenticationFlows: { transferMethods: "deviceCodeFlow,authenticationTransfer" } },
    ),
    "PKT3063 warning /grantControls/builtInControls/0",
  ],
  [
    "and a joined device beside mfa, both required",
    asking(
      { operator: "AND", builtInControls: ["domainJoinedDevice", "mfa"] },
      { authenticationFlows: { transferMethods: "deviceCodeFlow" } },
    ),
    "PKT3063 warning /grantControls/builtInControls/0",
  ],
  [
    "and either of two devices",
    asking(
      { operator: "OR", builtInControls: ["domainJoinedDevice", "compliantDevice"] },
      { authenticationFlows: { transferMethods: "deviceCodeFlow" } },
    ),
    "PKT3063 warning /grantControls/builtInControls/0",
  ],
  [
    "and mfa",
    asking(
      { operator: "OR", builtInControls: ["mfa"] },
      { authenticationFlows: { transferMethods: "deviceCodeFlow" } },
    ),
  ],
  [
    "not: transfer and a device",
    asking(
      { operator: "OR", builtInControls: ["compliantDevice"] },
      { authenticationFlows: { transferMethods: "authenticationTransfer" } },
    ),
  ],
]);

cases("password change", [
  ["as it has to be", asking(CHANGE, RISKY)],
  [
    "with a strength",
    asking({ operator: "AND", builtInControls: ["passwordChange"], authenticationStrength: STRENGTH }, RISKY),
  ],
  [
    "without mfa",
    asking({ operator: "AND", builtInControls: ["passwordChange"] }, RISKY),
    "PKT3064 error /grantControls/builtInControls/0",
  ],
  ["or mfa", asking({ ...CHANGE, operator: "OR" }, RISKY), "PKT3064 error /grantControls/builtInControls/1"],
  ["without risk", asking(CHANGE), "PKT3065 error /conditions/userRiskLevels"],
  [
    "for one resource",
    asking(CHANGE, { ...RISKY, applications: { includeApplications: [ID] } }),
    "PKT3066 error /conditions/applications",
  ],
  [
    "for all resources but one",
    asking(CHANGE, { ...RISKY, applications: { includeApplications: ["All"], excludeApplications: [ID] } }),
    "PKT3066 error /conditions/applications",
  ],
  [
    "for filtered resources",
    asking(CHANGE, {
      ...RISKY,
      applications: { includeApplications: ["All"], applicationFilter: { ...FILTER, mode: "exclude" } },
    }),
    "PKT3066 error /conditions/applications",
  ],
  [
    "with terms of use",
    asking({ ...CHANGE, termsOfUse: [ID] }, RISKY),
    "PKT3067 error /grantControls/builtInControls/1",
  ],
  [
    "with remediation",
    asking(
      { operator: "AND", builtInControls: ["passwordChange", "riskRemediation"], authenticationStrength: STRENGTH },
      RISKY,
    ),
    "PKT3068 error /grantControls/builtInControls/0",
  ],
]);

cases("risk remediation", [
  ["as it has to be", asking(REMEDIATION, RISKY)],
  [
    "without a strength",
    asking({ operator: "AND", builtInControls: ["riskRemediation"] }, RISKY),
    "PKT3069 error /grantControls/builtInControls/0",
  ],
  [
    "or a strength",
    asking({ ...REMEDIATION, operator: "OR" }, RISKY),
    "PKT3069 error /grantControls/builtInControls/0",
  ],
  ["without risk", asking(REMEDIATION), "PKT3069 error /conditions/userRiskLevels"],
  [
    "without either",
    asking({ operator: "AND", builtInControls: ["riskRemediation"] }),
    "PKT3069 error /grantControls/builtInControls/0",
    "PKT3069 error /conditions/userRiskLevels",
  ],
]);

cases("how often", [
  ["every time", frequency(EVERY_TIME)],
  ["every time, of a value", frequency({ ...EVERY_TIME, value: 4 }), "PKT3070 error /sessionControls/signInFrequency"],
  [
    "every time, of a type",
    frequency({ ...EVERY_TIME, type: "hours" }),
    "PKT3070 error /sessionControls/signInFrequency",
  ],
  [
    "a value without a type",
    frequency({ isEnabled: true, value: 4 }),
    "PKT3071 error /sessionControls/signInFrequency",
  ],
  [
    "a type without a value",
    frequency({ isEnabled: false, type: "days" }),
    "PKT3071 error /sessionControls/signInFrequency",
  ],
  ["neither", frequency({ isEnabled: true }), "PKT3071 error /sessionControls/signInFrequency"],
  ["neither, switched off, beside mfa", frequency({ isEnabled: false })],
  ["no hours", hours(0), "PKT3071 error /sessionControls/signInFrequency/value"],
  ["an hour", hours(1)],
  ["23 hours", hours(23)],
  ["24 hours", hours(24), "PKT3071 warning /sessionControls/signInFrequency/value"],
  ["no days", hours(0, "days"), "PKT3071 error /sessionControls/signInFrequency/value"],
  ["365 days", hours(365, "days")],
  ["366 days", hours(366, "days"), "PKT3071 error /sessionControls/signInFrequency/value"],
]);

cases("session controls that meet", [
  [
    "every time and app enforced restrictions",
    {
      sessionControls: { signInFrequency: EVERY_TIME, applicationEnforcedRestrictions: { isEnabled: true } },
      conditions: { applications: { includeApplications: ["Office365"] } },
    },
    "PKT3072 error /sessionControls/applicationEnforcedRestrictions",
  ],
  [
    "every time and no resilience defaults",
    { sessionControls: { signInFrequency: EVERY_TIME, disableResilienceDefaults: true } },
    "PKT3072 error /sessionControls/disableResilienceDefaults",
  ],
  [
    "every time that is off, and no resilience defaults",
    { sessionControls: { signInFrequency: { ...EVERY_TIME, isEnabled: false }, disableResilienceDefaults: true } },
  ],
  [
    "every time for risky users",
    { ...frequency(EVERY_TIME), conditions: RISKY },
    "PKT3073 error /sessionControls/signInFrequency",
  ],
  ["every time for risky users who change", { ...frequency(EVERY_TIME), ...asking(CHANGE, RISKY) }],
  ["every time for risky users who remedy", { ...frequency(EVERY_TIME), ...asking(REMEDIATION, RISKY) }],
  [
    "hours for users who change",
    { ...hours(4), ...asking(CHANGE, RISKY) },
    "PKT3074 error /sessionControls/signInFrequency",
  ],
  [
    "a persistent browser for users who change",
    { sessionControls: { persistentBrowser: NEVER }, ...asking(CHANGE, RISKY) },
    "PKT3074 error /sessionControls/persistentBrowser",
  ],
  [
    "a persistent browser without a mode",
    { sessionControls: { persistentBrowser: { isEnabled: true } } },
    "PKT3075 error /sessionControls/persistentBrowser",
  ],
  [
    "cloud app security without a type",
    { sessionControls: { cloudAppSecurity: { isEnabled: true } } },
    "PKT3075 error /sessionControls/cloudAppSecurity",
  ],
  ["cloud app security, off", { sessionControls: { cloudAppSecurity: { isEnabled: false } } }],
  [
    "a profile without an id",
    { sessionControls: { globalSecureAccessFilteringProfile: { isEnabled: true } } },
    "PKT3075 error /sessionControls/globalSecureAccessFilteringProfile",
  ],
  ["a profile, off", { sessionControls: { globalSecureAccessFilteringProfile: { isEnabled: false } } }],
  [
    "a persistent browser for all resources but one",
    {
      sessionControls: { persistentBrowser: NEVER },
      ...about({ includeApplications: ["All"], excludeApplications: [ID] }),
    },
    "PKT3076 warning /sessionControls/persistentBrowser",
  ],
  [
    "evaluation disabled for one resource",
    { sessionControls: { continuousAccessEvaluation: { mode: "disabled" } }, ...about({ includeApplications: [ID] }) },
    "PKT3077 warning /sessionControls/continuousAccessEvaluation",
  ],
  [
    "evaluation disabled for all resources but one",
    {
      sessionControls: { continuousAccessEvaluation: { mode: "disabled" } },
      ...about({ includeApplications: ["All"], excludeApplications: [ID] }),
    },
    "PKT3077 warning /sessionControls/continuousAccessEvaluation",
  ],
  ["evaluation disabled", { sessionControls: { continuousAccessEvaluation: { mode: "disabled" } } }],
  [
    "restrictions for another application beside Exchange",
    {
      sessionControls: { applicationEnforcedRestrictions: { isEnabled: true } },
      ...about({ includeApplications: [APP_IDS.exchangeOnline, ID] }),
    },
    "PKT3078 warning /sessionControls/applicationEnforcedRestrictions",
  ],
  [
    "restrictions that are off",
    {
      sessionControls: { applicationEnforcedRestrictions: { isEnabled: false } },
      ...about({ includeApplications: [ID] }),
    },
  ],
  ["a session of somebody blocked", { ...hours(4), grantControls: BLOCK }, "PKT3080 warning /sessionControls"],
]);

cases("frame", [
  ["a name of blanks", { displayName: "  " }, "PKT3030 error /displayName"],
  ["no controls", { grantControls: null }, "PKT3033 error "],
  ["a network's security", { grantControls: null, sessionControls: { networkAccessSecurity: { isEnabled: true } } }],
  [
    "a network's security, off",
    { grantControls: null, sessionControls: { networkAccessSecurity: { isEnabled: false } } },
    "PKT3033 error ",
  ],
  [
    "a control and a strength without operator",
    asking({ builtInControls: ["compliantDevice"], authenticationStrength: STRENGTH }),
    "PKT3034 error /grantControls/operator",
  ],
  [
    "mfa beside a strength",
    asking({ operator: "AND", builtInControls: ["mfa"], authenticationStrength: STRENGTH }),
    "PKT3057 error /grantControls/authenticationStrength",
  ],
]);
