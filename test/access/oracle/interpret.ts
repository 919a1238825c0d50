/** The oracle of the room: reads Graph's JSON literally, condition by condition, for one sign-in. Nothing of src/access is imported.
 *  Pages: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-policies, -users-groups, -cloud-apps, -conditions,
 *  concept-assignment-network, concept-condition-filters-for-devices, concept-authentication-flows, concept-conditional-access-grant, read 2026-11-23. */

export interface OraclePolicy {
  readonly id: string;
  readonly state: string;
  readonly conditions: OracleConditions;
  readonly grantControls: {
    readonly operator: string;
    readonly builtInControls: readonly string[];
    readonly authenticationStrength?: { readonly id: string } | null;
  } | null;
  readonly sessionControls: Readonly<Record<string, unknown>> | null;
}

export interface OracleConditions {
  readonly clientAppTypes: readonly string[];
  readonly applications: {
    readonly includeApplications: readonly string[];
    readonly excludeApplications?: readonly string[];
  };
  readonly users: {
    readonly includeUsers?: readonly string[];
    readonly excludeUsers?: readonly string[];
    readonly includeGroups?: readonly string[];
    readonly excludeGroups?: readonly string[];
    readonly includeRoles?: readonly string[];
    readonly excludeRoles?: readonly string[];
  };
  readonly platforms?: { readonly includePlatforms: readonly string[]; readonly excludePlatforms?: readonly string[] };
  readonly locations?: { readonly includeLocations: readonly string[]; readonly excludeLocations?: readonly string[] };
  readonly devices?: { readonly deviceFilter: { readonly mode: string; readonly rule: string } };
  readonly signInRiskLevels?: readonly string[];
  readonly authenticationFlows?: { readonly transferMethods: string };
}

export interface OracleSignIn {
  readonly identity: {
    readonly type: "user";
    readonly id: string;
    readonly groups: readonly string[];
    readonly roles: readonly {
      readonly roleTemplateId: string;
      readonly directoryScopeId: string;
      readonly isBuiltIn: boolean;
    }[];
    readonly external: { readonly type: string; readonly tenantId: string } | null;
  };
  readonly resource: { readonly appId: string };
  readonly clientAppType: string;
  readonly devicePlatform: string | null;
  readonly network: { readonly ipAddress: string; readonly country: string | null };
  readonly device: { readonly registered: boolean; readonly isCompliant?: boolean; readonly trustType?: string };
  readonly risk: { readonly signIn: string };
  readonly authenticationFlow: string;
  readonly originalTransferMethod: string | null;
}

export interface OracleLocation {
  readonly id: string;
  readonly isTrusted: boolean;
  /** IPv4 ranges in CIDR form. */
  readonly cidrs: readonly string[];
}

export interface OracleOutcome {
  readonly result: "granted" | "requires" | "blocked";
  readonly clauses: readonly (readonly string[])[];
  readonly applied: readonly string[];
  /** Once what can't be met is taken into account. */
  readonly practice: "granted" | "requires" | "blocked";
  /** Clauses without the members that can't be met. */
  readonly possible: readonly (readonly string[])[];
  readonly session: readonly string[];
}

export function interpret(
  policies: readonly OraclePolicy[],
  places: readonly OracleLocation[],
  signIn: OracleSignIn,
): OracleOutcome {
  const applied = policies.filter(
    (policy) => policy.state === "enabled" && appliesTo(policy.conditions, places, signIn),
  );
  const ids = applied.map(({ id }) => id);
  if (applied.some(({ grantControls }) => grantControls?.builtInControls.includes("block")))
    return {
      result: "blocked",
      clauses: [["block"]],
      applied: ids,
      practice: "blocked",
      possible: [["block"]],
      session: [],
    };
  const clauses = applied.flatMap(({ grantControls }) => {
    if (!grantControls) return [];
    const strength = grantControls.authenticationStrength;
    const names = [...grantControls.builtInControls, ...(strength ? [`authenticationStrength:${strength.id}`] : [])];
    if (names.length === 0) return [];
    return grantControls.operator === "OR" ? [names] : names.map((name) => [name]);
  });
  const possible = clauses.map((clause) => clause.filter((control) => canMeet(control, signIn)));
  const result = clauses.length > 0 ? "requires" : "granted";
  const practice = possible.some((clause) => clause.length === 0) ? "blocked" : result;
  const session = applied.flatMap(({ sessionControls }) => Object.keys(sessionControls ?? {}));
  return { result, clauses, applied: ids, practice, possible, session };
}

function appliesTo(conditions: OracleConditions, places: readonly OracleLocation[], signIn: OracleSignIn): boolean {
  return (
    usersMatch(conditions.users, signIn) &&
    appsMatch(conditions.applications, signIn) &&
    clientsMatch(conditions.clientAppTypes, signIn) &&
    platformsMatch(conditions.platforms, signIn) &&
    locationsMatch(conditions.locations, places, signIn) &&
    filterMatches(conditions.devices, signIn) &&
    riskMatches(conditions.signInRiskLevels, signIn) &&
    flowMatches(conditions.authenticationFlows, signIn)
  );
}

function usersMatch(users: OracleConditions["users"], { identity }: OracleSignIn): boolean {
  const isOneOf = (people: readonly string[] = [], groups: readonly string[] = [], roles: readonly string[] = []) =>
    people.includes("All") ||
    people.includes(identity.id) ||
    (people.includes("GuestsOrExternalUsers") && identity.external !== null) ||
    groups.some((group) => identity.groups.includes(group)) ||
    roles.some((role) =>
      identity.roles.some((own) => own.roleTemplateId === role && own.isBuiltIn && own.directoryScopeId === "/"),
    );
  return (
    isOneOf(users.includeUsers, users.includeGroups, users.includeRoles) &&
    !isOneOf(users.excludeUsers, users.excludeGroups, users.excludeRoles)
  );
}

function appsMatch(apps: OracleConditions["applications"], { resource }: OracleSignIn): boolean {
  const isIncluded = apps.includeApplications.includes("All") || apps.includeApplications.includes(resource.appId);
  return isIncluded && !(apps.excludeApplications ?? []).includes(resource.appId);
}

function clientsMatch(types: readonly string[], { clientAppType }: OracleSignIn): boolean {
  return types.includes("all") || types.includes(clientAppType);
}

function platformsMatch(platforms: OracleConditions["platforms"], { devicePlatform }: OracleSignIn): boolean {
  if (!platforms) return true;
  const isNamed = (names: readonly string[]) =>
    names.includes("all") || (devicePlatform !== null && names.includes(devicePlatform));
  return isNamed(platforms.includePlatforms) && !isNamed(platforms.excludePlatforms ?? []);
}

function locationsMatch(
  locations: OracleConditions["locations"],
  places: readonly OracleLocation[],
  { network }: OracleSignIn,
): boolean {
  if (!locations) return true;
  const isAt = (id: string): boolean => {
    if (id === "All") return true;
    const named =
      id === "AllTrusted" ? places.filter(({ isTrusted }) => isTrusted) : places.filter((place) => place.id === id);
    return named.some(({ cidrs }) => cidrs.some((cidr) => isInRange(network.ipAddress, cidr)));
  };
  return locations.includeLocations.some(isAt) && !(locations.excludeLocations ?? []).some(isAt);
}

function isInRange(address: string, cidr: string): boolean {
  const [base = "", prefix = "32"] = cidr.split("/");
  const size = 2 ** (32 - Number(prefix));
  return Math.floor(numberOf(address) / size) === Math.floor(numberOf(base) / size);
}

function numberOf(address: string): number {
  return address.split(".").reduce((number, part) => number * 256 + Number(part), 0);
}

/** Rules of one comparison, `device.<attribute> -eq|-ne <value>`: all that the generated policies use. */
function filterMatches(devices: OracleConditions["devices"], { device }: OracleSignIn): boolean {
  if (!devices) return true;
  const { mode, rule } = devices.deviceFilter;
  const [, name = "", operator = "", value = ""] = /^device\.(\w+) -(eq|ne) "?([^"]*)"?$/.exec(rule) ?? [];
  const known = device.registered ? (device as Readonly<Record<string, unknown>>)[name] : undefined;
  const isEqual = known !== undefined && known !== null && String(known).toLowerCase() === value.toLowerCase();
  const isMatch = operator === "eq" ? isEqual : !isEqual;
  return mode === "include" ? isMatch : !isMatch;
}

function riskMatches(levels: OracleConditions["signInRiskLevels"], { risk }: OracleSignIn): boolean {
  return levels === undefined || levels.length === 0 || levels.includes(risk.signIn);
}

/** A session that began with a flow stays subject to the policy: protocol tracking. */
function flowMatches(flows: OracleConditions["authenticationFlows"], signIn: OracleSignIn): boolean {
  if (!flows) return true;
  const methods = flows.transferMethods.split(",");
  return methods.includes(signIn.authenticationFlow) || methods.includes(signIn.originalTransferMethod ?? "none");
}

/** No inbound trust: the default of a tenant. */
function canMeet(
  control: string,
  { clientAppType, devicePlatform, authenticationFlow, identity }: OracleSignIn,
): boolean {
  const isLegacy = clientAppType === "exchangeActiveSync" || clientAppType === "other";
  const isForeign = identity.external !== null && identity.external.type !== "internalGuest";
  const isDirect = identity.external?.type === "b2bDirectConnectUser";
  const isMobile = devicePlatform === "iOS" || devicePlatform === "android";
  switch (control) {
    case "mfa":
      return !isLegacy && !isDirect;
    case "compliantDevice":
      return !isLegacy && !isForeign && authenticationFlow !== "deviceCodeFlow" && devicePlatform !== null;
    case "domainJoinedDevice":
      return !isLegacy && !isForeign && authenticationFlow !== "deviceCodeFlow" && devicePlatform === "windows";
    case "compliantApplication":
      return !isLegacy && !isForeign && (isMobile || (devicePlatform === "windows" && clientAppType === "browser"));
    case "authenticationStrength:00000000-0000-0000-0000-000000000004":
      return !isLegacy && !isForeign;
    default:
      throw new Error(`the oracle does not know \`${control}\``);
  }
}
