/** The policy behind the inputs of `azuread.ConditionalAccessPolicy`: of a Plan, or of a stack's state. */

import type { ConditionalAccessPolicy } from "../../access/check";
import type { Json } from "../../plan";
import { STRENGTH_PATH } from "./policy-inputs";

type Part = Readonly<Record<string, Json | undefined>>;

/** The id that an input stands for. */
export type IdOf = (leaf: Json) => string;

/** The other way round than `policyInputs`. What inputs do not have is not configured. */
export function policyFromInputs(inputs: Readonly<Record<string, Json>>, idOf: IdOf): ConditionalAccessPolicy {
  const conditions = partOf(inputs.conditions) ?? {};
  const grant = partOf(inputs.grantControls);
  const session = partOf(inputs.sessionControls);
  return {
    displayName: textOf(inputs.displayName) ?? "",
    state: (textOf(inputs.state) ?? null) as NonNullable<ConditionalAccessPolicy["state"]> | null,
    conditions: conditionsFrom(conditions, idOf),
    ...(grant ? { grantControls: grantFrom(grant, idOf) } : {}),
    ...(session ? { sessionControls: sessionFrom(session) } : {}),
  };
}

function conditionsFrom(conditions: Part, idOf: IdOf): NonNullable<ConditionalAccessPolicy["conditions"]> {
  const applications = partOf(conditions.applications) ?? {};
  const workload = partOf(conditions.clientApplications);
  const filter = partOf(partOf(conditions.devices)?.filter);
  const locations = partOf(conditions.locations);
  const platforms = partOf(conditions.platforms);
  const methods = idsOf(conditions.authenticationFlowTransferMethods, idOf);
  const lists = (key: string) => ({ [key]: idsOf(conditions[key], idOf) });
  const risks = ["signInRiskLevels", "userRiskLevels", "servicePrincipalRiskLevels"].map(lists);
  return withLists({
    clientAppTypes: idsOf(conditions.clientAppTypes, idOf),
    applications: withLists({
      includeApplications: idsOf(applications.includedApplications, idOf),
      excludeApplications: idsOf(applications.excludedApplications, idOf),
      includeUserActions: idsOf(applications.includedUserActions, idOf),
    }),
    users: usersFrom(partOf(conditions.users) ?? {}, idOf),
    ...(workload ? { clientApplications: workloadFrom(workload, idOf) } : {}),
    ...(filter ? { devices: { deviceFilter: { mode: filter.mode, rule: filter.rule } } } : {}),
    ...(locations ? { locations: pairFrom("Locations", locations, idOf) } : {}),
    ...(platforms ? { platforms: pairFrom("Platforms", platforms, idOf) } : {}),
    ...Object.assign({}, ...risks),
    ...(textOf(conditions.insiderRiskLevels) ? { insiderRiskLevels: textOf(conditions.insiderRiskLevels) } : {}),
    ...(methods.length > 0 ? { authenticationFlows: { transferMethods: methods.join(",") } } : {}),
  }) as NonNullable<ConditionalAccessPolicy["conditions"]>;
}

function usersFrom(users: Part, idOf: IdOf): Part {
  const guests = (key: string) => {
    const [first] = partsOf(users[key]);
    return first && guestsFrom(first, idOf);
  };
  const [included, excluded] = [guests("includedGuestsOrExternalUsers"), guests("excludedGuestsOrExternalUsers")];
  const ways = [
    ["include", "included"],
    ["exclude", "excluded"],
  ] as const;
  const lists = ways.flatMap(([graph, provider]) =>
    ["Users", "Groups", "Roles"].map((noun) => [`${graph}${noun}`, idsOf(users[`${provider}${noun}`], idOf)] as const),
  );
  return withLists({
    ...Object.fromEntries(lists),
    ...(included ? { includeGuestsOrExternalUsers: included } : {}),
    ...(excluded ? { excludeGuestsOrExternalUsers: excluded } : {}),
  });
}

function guestsFrom(guests: Part, idOf: IdOf): Part {
  const [tenants] = partsOf(guests.externalTenants);
  const external = tenants && {
    externalTenants: withLists({
      membershipKind: tenants.membershipKind,
      members: idsOf(tenants.members, idOf),
    }) as Json,
  };
  return { guestOrExternalUserTypes: idsOf(guests.guestOrExternalUserTypes, idOf).join(","), ...external };
}

function workloadFrom(workload: Part, idOf: IdOf): Part {
  const filter = partOf(workload.filter);
  return withLists({
    includeServicePrincipals: idsOf(workload.includedServicePrincipals, idOf),
    excludeServicePrincipals: idsOf(workload.excludedServicePrincipals, idOf),
    ...(filter ? { servicePrincipalFilter: { mode: filter.mode ?? "", rule: filter.rule ?? "" } } : {}),
  });
}

function pairFrom(noun: string, pair: Part, idOf: IdOf): Part {
  return withLists({
    [`include${noun}`]: idsOf(pair[`included${noun}`], idOf),
    [`exclude${noun}`]: idsOf(pair[`excluded${noun}`], idOf),
  });
}

function grantFrom(grant: Part, idOf: IdOf): NonNullable<ConditionalAccessPolicy["grantControls"]> {
  const strength = grant.authenticationStrengthPolicyId;
  const id = strength === undefined ? "" : idOf(strength).replace(STRENGTH_PATH, "");
  return withLists({
    operator: textOf(grant.operator),
    builtInControls: idsOf(grant.builtInControls, idOf),
    customAuthenticationFactors: idsOf(grant.customAuthenticationFactors, idOf),
    termsOfUse: idsOf(grant.termsOfUses, idOf),
    ...(id === "" ? {} : { authenticationStrength: { id } }),
  }) as NonNullable<ConditionalAccessPolicy["grantControls"]>;
}

function sessionFrom(session: Part): NonNullable<ConditionalAccessPolicy["sessionControls"]> {
  const interval = textOf(session.signInFrequencyInterval);
  const { signInFrequency: value, signInFrequencyPeriod: type } = session;
  const hasFrequency = interval === "everyTime" || typeof value === "number";
  const frequency = {
    isEnabled: true,
    frequencyInterval: interval ?? "timeBased",
    authenticationType: session.signInFrequencyAuthenticationType ?? "primaryAndSecondaryAuthentication",
    ...(interval === "everyTime" ? {} : { value, type }),
  };
  const { cloudAppSecurityPolicy: cloudApp, persistentBrowserMode: browser } = session;
  return {
    ...(session.applicationEnforcedRestrictionsEnabled === true
      ? { applicationEnforcedRestrictions: { isEnabled: true } }
      : {}),
    ...(cloudApp ? { cloudAppSecurity: { isEnabled: true, cloudAppSecurityType: cloudApp } } : {}),
    ...(session.disableResilienceDefaults === true ? { disableResilienceDefaults: true } : {}),
    ...(browser ? { persistentBrowser: { isEnabled: true, mode: browser } } : {}),
    ...(hasFrequency ? { signInFrequency: frequency } : {}),
  } as NonNullable<ConditionalAccessPolicy["sessionControls"]>;
}

function partOf(value: Json | undefined): Part | undefined {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Part) : undefined;
}

function partsOf(value: Json | undefined): readonly Part[] {
  return listOf(value)
    .map(partOf)
    .filter((part) => part !== undefined);
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function idsOf(value: Json | undefined, idOf: IdOf): readonly string[] {
  return listOf(value).map(idOf);
}

/** Without empty lists and what is undefined. */
function withLists(part: Readonly<Record<string, unknown>>): Part {
  const entries = Object.entries(part).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(entries) as Part;
}
