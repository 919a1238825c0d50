/** What the checks of a policy ask about it, read once. */

import type { Check } from "../../../diagnostics";
import { flagsOf, idsOf } from "../../model/condition";
import { readSession, type SessionControl } from "../../session/session-controls";
import type {
  BuiltInControl,
  ConditionalAccessPolicy,
  GuestType,
  PolicyApplications,
  PolicyConditions,
  PolicyGrantControls,
  PolicySessionControls,
  PolicyUsers,
} from "../../shapes/conditional-access-policy";

export interface PolicyFacts {
  readonly policy: ConditionalAccessPolicy;
  readonly conditions: PolicyConditions;
  readonly users: PolicyUsers;
  readonly applications: PolicyApplications;
  readonly grant: PolicyGrantControls;
  readonly sessionControls: PolicySessionControls;
  /** What the session part switches on. */
  readonly session: readonly SessionControl[];
  readonly controls: readonly BuiltInControl[];
  readonly hasStrength: boolean;
  /** Controls of every kind. */
  readonly controlCount: number;
  /** Names a user, group, role or guest type that is meant to be a subject. */
  readonly hasPeople: boolean;
  /** For service principals or agents. */
  readonly isWorkload: boolean;
  /** For service principals or agents that sign in as themselves, not only for the user accounts of agents. */
  readonly isForServices: boolean;
  readonly isForAllUsers: boolean;
  readonly isForAllResources: boolean;
  readonly guestTypes: readonly GuestType[];
}

export type PolicyCheck = Check<PolicyFacts>;

/** The place of the first entry of a list that is one of these, in any case; of the list where there is none. */
export function entryPointer(
  pointer: string,
  list: readonly string[] | null | undefined,
  wanted: readonly string[],
): string {
  const names = wanted.map((each) => each.toLowerCase());
  const index = (list ?? []).findIndex((each) => names.includes(each.trim().toLowerCase()));
  return index < 0 ? pointer : `${pointer}/${index}`;
}

/** The place of a built-in control. */
export function controlPointer({ controls }: PolicyFacts, ...names: readonly BuiltInControl[]): string {
  return entryPointer("/grantControls/builtInControls", controls, names);
}

export function policyFacts(policy: ConditionalAccessPolicy): PolicyFacts {
  const conditions = policy.conditions ?? {};
  const users = conditions.users ?? {};
  const applications = conditions.applications ?? {};
  const grant = policy.grantControls ?? {};
  const sessionControls = policy.sessionControls ?? {};
  const controls = grant.builtInControls ?? [];
  const hasStrength = Boolean(grant.authenticationStrength?.id);
  const others = idsOf(grant.termsOfUse).length + idsOf(grant.customAuthenticationFactors).length;
  return {
    policy,
    conditions,
    users,
    applications,
    grant,
    sessionControls,
    session: readSession(sessionControls),
    controls,
    hasStrength,
    controlCount: controls.length + (hasStrength ? 1 : 0) + others,
    hasPeople: hasPeople(users),
    isWorkload: isForServices(conditions) || idsOf(conditions.agents?.includeAgentUsers).length > 0,
    isForServices: isForServices(conditions),
    isForAllUsers: idsOf(users.includeUsers).includes("all"),
    isForAllResources: idsOf(applications.includeApplications).includes("all"),
    guestTypes: flagsOf<GuestType>(users.includeGuestsOrExternalUsers?.guestOrExternalUserTypes),
  };
}

function hasPeople(users: PolicyUsers): boolean {
  return (
    idsOf(users.includeUsers).some((id) => id !== "none") ||
    idsOf(users.includeGroups).length > 0 ||
    idsOf(users.includeRoles).length > 0 ||
    flagsOf(users.includeGuestsOrExternalUsers?.guestOrExternalUserTypes).length > 0
  );
}

function isForServices({ clientApplications }: PolicyConditions): boolean {
  return (
    idsOf(clientApplications?.includeServicePrincipals).length > 0 ||
    idsOf(clientApplications?.includeAgentIdServicePrincipals).length > 0 ||
    Boolean(clientApplications?.servicePrincipalFilter) ||
    Boolean(clientApplications?.agentIdServicePrincipalFilter)
  );
}

/** Conditions beside users and resources that are configured, in Graph's names. */
export function configuredConditions({ conditions }: PolicyFacts): readonly (keyof PolicyConditions)[] {
  const types = conditions.clientAppTypes ?? [];
  const { platforms, locations, devices, deviceStates, authenticationFlows } = conditions;
  const states = [...idsOf(deviceStates?.includeStates), ...idsOf(deviceStates?.excludeStates)];
  const deviceLists = [
    ...idsOf(devices?.includeDevices),
    ...idsOf(devices?.excludeDevices),
    ...idsOf(devices?.excludeDeviceStates),
  ];
  const configured: readonly (readonly [keyof PolicyConditions, boolean])[] = [
    ["clientAppTypes", types.length > 0 && !types.includes("all")],
    ["platforms", idsOf(platforms?.includePlatforms).length + idsOf(platforms?.excludePlatforms).length > 0],
    ["locations", idsOf(locations?.includeLocations).length + idsOf(locations?.excludeLocations).length > 0],
    ["devices", Boolean(devices?.deviceFilter) || deviceLists.length > 0],
    ["deviceStates", states.length > 0],
    ["signInRiskLevels", (conditions.signInRiskLevels ?? []).length > 0],
    ["userRiskLevels", (conditions.userRiskLevels ?? []).length > 0],
    ["servicePrincipalRiskLevels", (conditions.servicePrincipalRiskLevels ?? []).length > 0],
    ["insiderRiskLevels", flagsOf(conditions.insiderRiskLevels).length > 0],
    ["agentIdRiskLevels", flagsOf(conditions.agentIdRiskLevels).length > 0],
    ["authenticationFlows", flagsOf<string>(authenticationFlows?.transferMethods).some((each) => each !== "none")],
  ];
  return configured.filter(([, isConfigured]) => isConfigured).map(([name]) => name);
}
