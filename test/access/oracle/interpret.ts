/** The oracle of the room: reads Graph's JSON literally, condition by condition, for one sign-in. Nothing of src/access is imported.
 *  Pages: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-policies, -users-groups, -cloud-apps, -conditions,
 *  concept-assignment-network, concept-condition-filters-for-devices, concept-authentication-flows, concept-conditional-access-grant, read 2026-11-23. */

export interface OraclePolicy {
  readonly id: string;
  readonly state: string;
  readonly conditions: OracleConditions;
  readonly grantControls: {
    readonly operator: string;
    readonly builtInControls?: readonly string[];
    readonly authenticationStrength?: { readonly id: string } | null;
  } | null;
  readonly sessionControls: Readonly<Record<string, unknown>> | null;
}

export interface OracleConditions {
  readonly clientAppTypes: readonly string[];
  readonly applications: {
    readonly includeApplications?: readonly string[];
    readonly excludeApplications?: readonly string[];
    readonly includeUserActions?: readonly string[];
  };
  readonly users: {
    readonly includeUsers?: readonly string[];
    readonly excludeUsers?: readonly string[];
    readonly includeGroups?: readonly string[];
    readonly excludeGroups?: readonly string[];
    readonly includeRoles?: readonly string[];
    readonly excludeRoles?: readonly string[];
  };
  readonly clientApplications?: { readonly includeServicePrincipals: readonly string[] };
  readonly platforms?: { readonly includePlatforms: readonly string[]; readonly excludePlatforms?: readonly string[] };
  readonly locations?: { readonly includeLocations: readonly string[]; readonly excludeLocations?: readonly string[] };
  readonly devices?: { readonly deviceFilter: { readonly mode: string; readonly rule: string } };
  readonly signInRiskLevels?: readonly string[];
  readonly userRiskLevels?: readonly string[];
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
  readonly device: Readonly<Record<string, unknown>>;
  readonly risk: { readonly signIn: string; readonly user?: string };
  readonly authenticationFlow: string;
  readonly originalTransferMethod: string | null;
}

/** Named locations as Graph exports them, and the members of application groups. */
export interface OracleDirectory {
  readonly namedLocations: readonly {
    readonly "@odata.type": string;
    readonly id: string;
    readonly isTrusted?: boolean;
    readonly ipRanges?: readonly { readonly cidrAddress: string }[];
    readonly countriesAndRegions?: readonly string[];
    readonly includeUnknownCountriesAndRegions?: boolean;
  }[];
  readonly appGroups?: Readonly<Record<string, readonly string[]>>;
}

export interface OracleOutcome {
  readonly result: "granted" | "requires" | "blocked";
  readonly clauses: readonly (readonly string[])[];
  readonly applied: readonly string[];
  /** Why each other policy does not apply: the first condition that does not hold. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Once what can't be met is taken into account. */
  readonly practice: "granted" | "requires" | "blocked";
  /** Clauses without the members that can't be met. */
  readonly possible: readonly (readonly string[])[];
  readonly session: readonly string[];
}

export function interpret(
  policies: readonly OraclePolicy[],
  directory: OracleDirectory,
  signIn: OracleSignIn,
): OracleOutcome {
  const applied: OraclePolicy[] = [];
  const reasons: Record<string, string> = {};
  for (const policy of policies) {
    const reason =
      policy.state === "disabled" ? "policyNotEnabled" : reasonAgainst(policy.conditions, directory, signIn);
    if (reason !== undefined) reasons[policy.id] = reason;
    else if (policy.state === "enabled") applied.push(policy);
  }
  const ids = applied.map(({ id }) => id);
  if (applied.some(({ grantControls }) => grantControls?.builtInControls?.includes("block")))
    return {
      result: "blocked",
      clauses: [["block"]],
      applied: ids,
      reasons,
      practice: "blocked",
      possible: [["block"]],
      session: [],
    };
  const clauses = applied.flatMap(({ grantControls }) => {
    if (!grantControls) return [];
    const strength = grantControls.authenticationStrength;
    const names = [
      ...(grantControls.builtInControls ?? []),
      ...(strength ? [`authenticationStrength:${strength.id}`] : []),
    ];
    if (names.length === 0) return [];
    return grantControls.operator === "OR" ? [names] : names.map((name) => [name]);
  });
  const possible = clauses.map((clause) => clause.filter((control) => canMeet(control, signIn)));
  const result = clauses.length > 0 ? "requires" : "granted";
  const practice = possible.some((clause) => clause.length === 0) ? "blocked" : result;
  const session = applied.flatMap(({ sessionControls }) => Object.keys(sessionControls ?? {}));
  return { result, clauses, applied: ids, reasons, practice, possible, session };
}

/** Subject, resource, then in the order of Graph's reasons. */
function reasonAgainst(
  conditions: OracleConditions,
  directory: OracleDirectory,
  signIn: OracleSignIn,
): string | undefined {
  if (!usersMatch(conditions, signIn)) return "users";
  if (!appsMatch(conditions.applications, directory, signIn))
    return conditions.applications.includeUserActions ? "userActions" : "application";
  if (!platformsMatch(conditions.platforms, signIn)) return "devicePlatform";
  if (!filterMatches(conditions.devices, signIn)) return "devices";
  if (!clientsMatch(conditions.clientAppTypes, signIn)) return "clientApps";
  if (!locationsMatch(conditions.locations, directory, signIn)) return "location";
  if (!riskMatches(conditions.signInRiskLevels, signIn.risk.signIn)) return "signInRisk";
  if (!riskMatches(conditions.userRiskLevels, signIn.risk.user ?? "none")) return "userRisk";
  return flowMatches(conditions.authenticationFlows, signIn) ? undefined : "authenticationFlow";
}

/** Policies for service principals never reach a user. */
function usersMatch({ users, clientApplications }: OracleConditions, { identity }: OracleSignIn): boolean {
  if (clientApplications) return false;
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

function appsMatch(
  apps: OracleConditions["applications"],
  { appGroups = {} }: OracleDirectory,
  { resource }: OracleSignIn,
): boolean {
  const isNamed = (names: readonly string[] = []) =>
    names.some((name) => name === "All" || name === resource.appId || (appGroups[name] ?? []).includes(resource.appId));
  return isNamed(apps.includeApplications) && !isNamed(apps.excludeApplications);
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
  { namedLocations }: OracleDirectory,
  { network }: OracleSignIn,
): boolean {
  if (!locations) return true;
  const isAt = (id: string): boolean => {
    if (id === "All") return true;
    const named = namedLocations.filter((each) => (id === "AllTrusted" ? each.isTrusted === true : each.id === id));
    return named.some(({ ipRanges, countriesAndRegions, includeUnknownCountriesAndRegions }) => {
      if (ipRanges) return ipRanges.some(({ cidrAddress }) => isInRange(network.ipAddress, cidrAddress));
      if (network.country === null) return includeUnknownCountriesAndRegions === true;
      return (countriesAndRegions ?? []).includes(network.country);
    });
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

/** Comparisons joined by -and within -or, without parentheses: all that the policies of the tests use. */
function filterMatches(devices: OracleConditions["devices"], { device }: OracleSignIn): boolean {
  if (!devices) return true;
  const { mode, rule } = devices.deviceFilter;
  const isMatch = rule
    .split(" -or ")
    .some((part) => part.split(" -and ").every((each) => comparisonMatches(each, device)));
  return mode === "include" ? isMatch : !isMatch;
}

/** An unregistered device has no attributes; extension attributes show on managed, compliant and hybrid joined ones. */
function comparisonMatches(comparison: string, device: OracleSignIn["device"]): boolean {
  const [, name = "", operator = "", value = ""] = /^device\.(\w+) -(eq|ne) "?([^"]*)"?$/.exec(comparison) ?? [];
  const isShown = device.isManaged === true || device.isCompliant === true || device.trustType === "ServerAD";
  const isHidden = device.registered !== true || (name.startsWith("extensionAttribute") && !isShown);
  const known = isHidden ? undefined : device[name];
  const isEqual = known !== undefined && known !== null && String(known).toLowerCase() === value.toLowerCase();
  return operator === "eq" ? isEqual : !isEqual;
}

function riskMatches(levels: readonly string[] | undefined, level: string): boolean {
  return levels === undefined || levels.length === 0 || levels.includes(level);
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
    case "passwordChange":
      return !isLegacy && !isForeign;
    case "authenticationStrength:00000000-0000-0000-0000-000000000004":
      return !isLegacy && !isForeign;
    default:
      throw new Error(`the oracle does not know \`${control}\``);
  }
}
