/** Turns a sign-in of the interface into a situation; what is not said takes the default of an AccessTest. */

import { type Diagnostic, didYouMean, finding, type Parsed } from "../../diagnostics";
import { requestChecks } from "../checks/request";
import { GUEST_TYPES, INSIDER_RISK_LEVELS, PLATFORMS } from "../shapes/conditional-access-policy";
import type { SignIn, SignInIdentity, SignInResource } from "../shapes/sign-in";
import { type Address, parseAddress } from "./address";
import type { Attributes, PrincipalIdentity, Resource, Situation, UserIdentity } from "./situation";
import type { World } from "./world";

const CLIENTS = ["browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "other"] as const;
const SIGN_IN_PLATFORMS = PLATFORMS.filter((name) => name !== "all");
const SIGN_IN_RISKS = ["none", "low", "medium", "high"] as const;
const INSIDER_RISKS = ["none", ...INSIDER_RISK_LEVELS] as const;
const FLOWS = ["none", "deviceCodeFlow", "authenticationTransfer"] as const;
const ACTIONS = ["registerSecurityInformation", "registerOrJoinDevices"] as const;
const ADDRESS_WITHOUT_LOCATION = "192.0.2.1";

/** One of several names in any case, or a finding. */
type Choose = <const Name extends string>(value: string, names: readonly Name[], pointer: string) => Name | undefined;

export function readSignIn(signIn: SignIn, world: World): Parsed<Situation | undefined> {
  const diagnostics: Diagnostic[] = [];
  const choose: Choose = (value, names, pointer) => {
    const known = names.find((name) => name.toLowerCase() === value.toLowerCase());
    if (known !== undefined) return known;
    const help = didYouMean(value, names) ?? `one of ${names.join(", ")}`;
    diagnostics.push(finding(requestChecks.signInValue, { message: `unknown value \`${value}\``, pointer, help }));
    return undefined;
  };
  const say = (message: string, pointer: string) =>
    diagnostics.push(finding(requestChecks.signInValue, { message, pointer }));
  const isPrincipal = signIn.identity.type === "servicePrincipal";
  const resource = readResource(signIn.resource, choose, say);
  const identity = isPrincipal ? readPrincipal(signIn.identity) : readUser(signIn.identity, world, choose);
  const client = signIn.clientAppType === undefined ? (isPrincipal ? null : "browser") : signIn.clientAppType;
  const platform = signIn.devicePlatform === undefined ? (isPrincipal ? null : "windows") : signIn.devicePlatform;
  const situation = {
    identity,
    client: client === null ? null : (choose(client, CLIENTS, "/signIn/clientAppType") ?? null),
    platform: platform === null ? null : (choose(platform, SIGN_IN_PLATFORMS, "/signIn/devicePlatform") ?? null),
    network: readNetwork(signIn, say),
    device: readDevice(signIn),
    risk: readRisk(signIn, choose),
    flow: readFlow(signIn.authenticationFlow, "/signIn/authenticationFlow", choose),
    originalFlow: readFlow(signIn.originalTransferMethod, "/signIn/originalTransferMethod", choose),
    satisfied: new Set(signIn.satisfied ?? []),
  };
  const isComplete = resource !== undefined && diagnostics.length === 0;
  return { value: isComplete ? { ...situation, resource } : undefined, diagnostics };
}

function readUser(identity: SignInIdentity, world: World, choose: Choose): UserIdentity {
  const roles = (identity.roles ?? []).filter(
    ({ directoryScopeId, isBuiltIn }) => (directoryScopeId ?? "/") === "/" && isBuiltIn !== false,
  );
  const { external } = identity;
  const type = external ? choose(external.type, GUEST_TYPES, "/signIn/identity/external/type") : undefined;
  return {
    kind: "user",
    id: identity.id.toLowerCase(),
    groups: world.groupsAround(identity.groups ?? []),
    roles: new Set(roles.map(({ roleTemplateId }) => roleTemplateId.toLowerCase())),
    external: type === undefined ? null : { type, tenantId: external?.tenantId?.toLowerCase() ?? null },
  };
}

function readPrincipal(identity: SignInIdentity): PrincipalIdentity {
  return {
    kind: "servicePrincipal",
    id: identity.id.toLowerCase(),
    isCovered: identity.singleTenantRegistered !== false && identity.managedIdentity !== true,
    attributes: securityAttributes(identity.customSecurityAttributes),
  };
}

function readResource(
  resource: SignInResource,
  choose: Choose,
  say: (message: string, pointer: string) => void,
): Resource | undefined {
  const { appId, userAction, authenticationContext } = resource;
  const given = [appId, userAction, authenticationContext].filter((each) => typeof each === "string");
  if (given.length !== 1) {
    say("a sign-in has exactly one of `appId`, `userAction` and `authenticationContext`", "/signIn/resource");
    return undefined;
  }
  if (typeof userAction === "string") {
    const action = choose(userAction, ACTIONS, "/signIn/resource/userAction");
    return action && { kind: "userAction", action };
  }
  if (typeof authenticationContext === "string")
    return { kind: "authenticationContext", id: authenticationContext.toLowerCase() };
  const clientType = resource.clientType ?? null;
  return {
    kind: "app",
    appId: (appId ?? "").toLowerCase(),
    clientId: resource.clientId?.toLowerCase() ?? null,
    clientType:
      clientType === null
        ? null
        : (choose(clientType, ["public", "confidential"] as const, "/signIn/resource/clientType") ?? null),
    scopes: resource.scopes ?? null,
    attributes: securityAttributes(resource.customSecurityAttributes),
  };
}

function readNetwork(signIn: SignIn, say: (message: string, pointer: string) => void): Situation["network"] {
  const { ipAddress, country, gpsCountry, compliantNetwork } = signIn.network ?? {};
  const text = ipAddress === undefined ? ADDRESS_WITHOUT_LOCATION : ipAddress;
  const address: Address | undefined = text === null ? undefined : parseAddress(text);
  if (text !== null && address === undefined) say(`\`${text}\` is not an address`, "/signIn/network/ipAddress");
  return {
    address: address ?? null,
    country: country?.toUpperCase() ?? null,
    gpsCountry: gpsCountry?.toUpperCase() ?? null,
    isCompliant: compliantNetwork === true,
  };
}

function readDevice(signIn: SignIn): Situation["device"] {
  const { registered, isManaged, ...attributes } = signIn.device ?? {};
  return {
    isRegistered: registered === true,
    isManaged: isManaged === true,
    attributes: attributeMap(Object.entries(attributes)),
  };
}

function readRisk(signIn: SignIn, choose: Choose): Situation["risk"] {
  const level = (key: "signIn" | "user" | "insider" | "servicePrincipal", names: readonly string[]): string =>
    choose(signIn.risk?.[key] ?? "none", names, `/signIn/risk/${key}`) ?? "none";
  return {
    signIn: level("signIn", SIGN_IN_RISKS),
    user: level("user", SIGN_IN_RISKS),
    insider: level("insider", INSIDER_RISKS),
    servicePrincipal: level("servicePrincipal", SIGN_IN_RISKS),
  };
}

function readFlow(value: string | null | undefined, pointer: string, choose: Choose): Situation["flow"] {
  const flow = choose(value ?? "none", FLOWS, pointer) ?? "none";
  return flow === "none" ? null : flow;
}

/** Attribute sets may be nested (`{ Engineering: { Project: "Baker" } }`) or flat (`{ Engineering_Project: "Baker" }`). */
function securityAttributes(value: unknown): Attributes {
  if (value === null || typeof value !== "object") return new Map();
  const flat = Object.entries(value).flatMap(([name, part]): [string, unknown][] => {
    const isSet = part !== null && typeof part === "object" && !Array.isArray(part);
    const own = name.replace(/^customsecurityattributes?\./i, "");
    if (!isSet) return [[own, part]];
    return Object.entries(part as object)
      .filter(([key]) => !key.includes("@"))
      .map(([key, each]) => [`${own}_${key}`, each]);
  });
  return attributeMap(flat);
}

function attributeMap(entries: Iterable<readonly [string, unknown]>): Attributes {
  const map = new Map<string, string | readonly string[]>();
  for (const [name, value] of entries) {
    if (value === null || value === undefined) continue;
    map.set(name.toLowerCase(), Array.isArray(value) ? value.map(attributeText) : attributeText(value));
  }
  return map;
}

/** Comparisons are of texts without regard to case; a truth value reads as `true` or `false`. */
function attributeText(value: unknown): string {
  return String(value).toLowerCase();
}
