/** A policy as the inputs of `azuread.ConditionalAccessPolicy`, lists in one order because the provider compares them as they stand. */

import type { ConditionalAccessPolicy } from "../../access/check";
import { compareTexts } from "../../diagnostics";
import { canonicalJson, type Json } from "../../plan";
import { withoutUndefined } from "../kinds/without-undefined";

type Inputs = Readonly<Record<string, Json>>;
type Conditions = NonNullable<ConditionalAccessPolicy["conditions"]>;
type List = readonly string[] | null | undefined;

/** What inputs get for an id: the id, or the output or lookup that it stands for. */
export type LeafOf = (id: string) => Json;

export const POLICY_TYPE = "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy";
export const STRENGTH_PATH = "/policies/authenticationStrengthPolicies/";

/** Only of what `notDeployable` does not name. Source: types/input.d.ts of @pulumi/azuread 6.9.1, read 2026-11-25. */
export function policyInputs(policy: ConditionalAccessPolicy, leafOf: LeafOf): Inputs {
  const { displayName, state, conditions, grantControls, sessionControls } = policy;
  return withoutUndefined({
    displayName,
    state,
    conditions: conditionInputs(conditions ?? {}, leafOf),
    grantControls: grantInputs(grantControls, leafOf),
    sessionControls: sessionInputs(sessionControls),
  });
}

function conditionInputs(conditions: Conditions, leafOf: LeafOf): Inputs {
  const { users, applications, clientApplications, devices, locations, platforms } = conditions;
  const filter = devices?.deviceFilter;
  const workload = clientApplications && workloadInputs(clientApplications);
  return withoutUndefined({
    applications: withoutUndefined({
      includedApplications: sorted(applications?.includeApplications),
      excludedApplications: sorted(applications?.excludeApplications),
      includedUserActions: sorted(applications?.includeUserActions),
    }),
    clientAppTypes: sorted(conditions.clientAppTypes) ?? [],
    users: userInputs(users ?? {}, leafOf),
    clientApplications: workload && Object.keys(workload).length > 0 ? workload : undefined,
    devices: filter ? { filter: { mode: filter.mode, rule: filter.rule } } : undefined,
    locations: pairInputs("Locations", locations?.includeLocations, locations?.excludeLocations, "All", leafOf),
    platforms: pairInputs("Platforms", platforms?.includePlatforms, platforms?.excludePlatforms, "all"),
    signInRiskLevels: sorted(conditions.signInRiskLevels),
    userRiskLevels: sorted(conditions.userRiskLevels),
    servicePrincipalRiskLevels: sorted(conditions.servicePrincipalRiskLevels),
    insiderRiskLevels: conditions.insiderRiskLevels || undefined,
    authenticationFlowTransferMethods: sorted(
      flags(conditions.authenticationFlows?.transferMethods).filter((method) => method !== "none"),
    ),
  });
}

/** The provider requires the including list; exclusions alone are from all. */
function pairInputs(noun: string, include: List, exclude: List, every: string, leafOf?: LeafOf): Inputs | undefined {
  const included = sorted(include, leafOf);
  const excluded = sorted(exclude, leafOf);
  if (!included && !excluded) return undefined;
  return withoutUndefined({ [`included${noun}`]: included ?? [every], [`excluded${noun}`]: excluded });
}

function userInputs(users: NonNullable<Conditions["users"]>, leafOf: LeafOf): Inputs {
  return withoutUndefined({
    includedUsers: sorted(users.includeUsers),
    excludedUsers: sorted(users.excludeUsers),
    includedGroups: sorted(users.includeGroups, leafOf),
    excludedGroups: sorted(users.excludeGroups, leafOf),
    includedRoles: sorted(users.includeRoles),
    excludedRoles: sorted(users.excludeRoles),
    includedGuestsOrExternalUsers: guestInputs(users.includeGuestsOrExternalUsers),
    excludedGuestsOrExternalUsers: guestInputs(users.excludeGuestsOrExternalUsers),
  });
}

type Guests = NonNullable<Conditions["users"]>["includeGuestsOrExternalUsers"];

/** Graph joins the types by commas, the provider lists them. */
function guestInputs(guests: Guests): readonly Json[] | undefined {
  const types = flags(guests?.guestOrExternalUserTypes).filter((type) => type !== "none");
  if (!guests || types.length === 0) return undefined;
  const tenants = guests.externalTenants;
  const external = tenants && {
    externalTenants: [
      withoutUndefined({ membershipKind: tenants.membershipKind ?? "all", members: sorted(tenants.members) }),
    ],
  };
  return [{ guestOrExternalUserTypes: sorted(types) ?? [], ...external }];
}

function workloadInputs(workload: NonNullable<Conditions["clientApplications"]>): Inputs {
  const filter = workload.servicePrincipalFilter;
  return withoutUndefined({
    includedServicePrincipals: sorted(workload.includeServicePrincipals),
    excludedServicePrincipals: sorted(workload.excludeServicePrincipals),
    filter: filter ? { mode: filter.mode, rule: filter.rule } : undefined,
  });
}

/** A single control needs no operator in Graph; the provider asks for one all the same. */
function grantInputs(grant: ConditionalAccessPolicy["grantControls"], leafOf: LeafOf): Inputs | undefined {
  if (!grant) return undefined;
  const strength = grant.authenticationStrength?.id;
  const inputs = withoutUndefined({
    builtInControls: sorted(grant.builtInControls),
    customAuthenticationFactors: sorted(grant.customAuthenticationFactors),
    termsOfUses: sorted(grant.termsOfUse),
    authenticationStrengthPolicyId: strength ? strengthLeaf(strength, leafOf) : undefined,
  });
  return Object.keys(inputs).length === 0 ? undefined : { operator: grant.operator ?? "OR", ...inputs };
}

/** The provider takes a strength by its path, which is also its resource's id. */
function strengthLeaf(id: string, leafOf: LeafOf): Json {
  const leaf = leafOf(id);
  return typeof leaf === "string" ? `${STRENGTH_PATH}${leaf}` : leaf;
}

function sessionInputs(session: ConditionalAccessPolicy["sessionControls"]): Inputs | undefined {
  if (!session) return undefined;
  const { applicationEnforcedRestrictions, cloudAppSecurity, persistentBrowser, signInFrequency } = session;
  const frequency = signInFrequency?.isEnabled ? frequencyInputs(signInFrequency) : {};
  const inputs = withoutUndefined({
    applicationEnforcedRestrictionsEnabled: applicationEnforcedRestrictions?.isEnabled ? true : undefined,
    cloudAppSecurityPolicy: cloudAppSecurity?.isEnabled
      ? (cloudAppSecurity.cloudAppSecurityType ?? "mcasConfigured")
      : undefined,
    disableResilienceDefaults: session.disableResilienceDefaults ? true : undefined,
    persistentBrowserMode: persistentBrowser?.isEnabled ? (persistentBrowser.mode ?? undefined) : undefined,
    ...frequency,
  });
  return Object.keys(inputs).length === 0 ? undefined : inputs;
}

type Frequency = NonNullable<NonNullable<ConditionalAccessPolicy["sessionControls"]>["signInFrequency"]>;

function frequencyInputs({ value, type, frequencyInterval, authenticationType }: Frequency): Inputs {
  const whom = { signInFrequencyAuthenticationType: authenticationType ?? "primaryAndSecondaryAuthentication" };
  if (frequencyInterval === "everyTime") return { signInFrequencyInterval: "everyTime", ...whom };
  return withoutUndefined({
    signInFrequency: value ?? undefined,
    signInFrequencyPeriod: type ?? undefined,
    signInFrequencyInterval: "timeBased",
    ...whom,
  });
}

function flags(text: string | null | undefined): readonly string[] {
  return (text ?? "").split(",").filter((each) => each !== "");
}

/** Absent where it is empty; each entry once. */
function sorted(list: List, leafOf: LeafOf = (id) => id): readonly Json[] | undefined {
  if (!list || list.length === 0) return undefined;
  const byText = new Map(list.map((id) => leafOf(plainId(id))).map((leaf) => [canonicalJson(leaf), leaf] as const));
  return [...byText].sort(([left], [right]) => compareTexts(left, right)).map(([, leaf]) => leaf);
}

/** Graph answers with ids in lower case. */
function plainId(text: string): string {
  const trimmed = text.trim();
  return /^[0-9a-f-]{36}$/i.test(trimmed) ? trimmed.toLowerCase() : trimmed;
}
