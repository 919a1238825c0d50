/** Turns a sign-in of the interface into a situation; what is not said takes the default of an AccessTest. */

import { COUNTRY_CODES } from "../../azure";
import { type Diagnostic, didYouMeanValue, finding, type Parsed } from "../../diagnostics";
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
const CLIENT_TYPES = ["public", "confidential"] as const;
const ADDRESS_WITHOUT_LOCATION = "192.0.2.1";

/** Never given to a country by ISO 3166-1: witnesses use it where a claim mentions all countries. */
const NO_COUNTRY = "ZZ";

const NOTHING: ReadonlySet<string> = new Set();
const NO_ATTRIBUTES: Attributes = new Map();

export function readSignIn(signIn: SignIn, world: World): Parsed<Situation | undefined> {
  const problems: Diagnostic[] = [];
  const isPrincipal = signIn.identity.type === "servicePrincipal";
  const resource = readResource(signIn.resource, problems);
  const client = signIn.clientAppType === undefined ? (isPrincipal ? null : "browser") : signIn.clientAppType;
  const platform = signIn.devicePlatform === undefined ? (isPrincipal ? null : "windows") : signIn.devicePlatform;
  const situation: Omit<Situation, "resource"> & { readonly resource: Resource | undefined } = {
    resource,
    identity: isPrincipal ? readPrincipal(signIn.identity) : readUser(signIn.identity, world, problems),
    client: client === null ? null : (choose(client, CLIENTS, "/signIn/clientAppType", problems) ?? null),
    platform:
      platform === null ? null : (choose(platform, SIGN_IN_PLATFORMS, "/signIn/devicePlatform", problems) ?? null),
    network: readNetwork(signIn, problems),
    device: readDevice(signIn),
    risk: readRisk(signIn, problems),
    flow: readFlow(signIn.authenticationFlow, "/signIn/authenticationFlow", problems),
    originalFlow: readFlow(signIn.originalTransferMethod, "/signIn/originalTransferMethod", problems),
    satisfied: signIn.satisfied ? new Set(signIn.satisfied) : NOTHING,
  };
  return { value: isComplete(situation) && problems.length === 0 ? situation : undefined, diagnostics: problems };
}

function isComplete(
  situation: Omit<Situation, "resource"> & { resource: Resource | undefined },
): situation is Situation {
  return situation.resource !== undefined;
}

/** One of several names in any case, or a finding. */
function choose<const Name extends string>(
  value: string,
  names: readonly Name[],
  pointer: string,
  problems: Diagnostic[],
): Name | undefined {
  const isExact = (names as readonly string[]).includes(value);
  if (isExact) return value as Name;
  const known = names.find((name) => name.toLowerCase() === value.toLowerCase());
  if (known !== undefined) return known;
  const help = didYouMeanValue(value, names) ?? `one of ${names.join(", ")}`;
  problems.push(
    finding(requestChecks.signInValue, {
      message: `unknown value \`${value}\` of \`${lastStep(pointer)}\``,
      pointer,
      help,
    }),
  );
  return undefined;
}

function lastStep(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf("/") + 1);
}

function readUser(identity: SignInIdentity, world: World, problems: Diagnostic[]): UserIdentity {
  const { external, groups, roles } = identity;
  const type = external ? choose(external.type, GUEST_TYPES, "/signIn/identity/external/type", problems) : undefined;
  return {
    kind: "user",
    id: identity.id.toLowerCase(),
    groups: groups && groups.length > 0 ? world.groupsAround(groups) : NOTHING,
    roles: roles && roles.length > 0 ? new Set(roles.filter(isForTenant).map(roleId)) : NOTHING,
    external: type === undefined ? null : { type, tenantId: external?.tenantId?.toLowerCase() ?? null },
  };
}

type Role = NonNullable<SignInIdentity["roles"]>[number];

function isForTenant({ directoryScopeId, isBuiltIn }: Role): boolean {
  return (directoryScopeId ?? "/") === "/" && isBuiltIn !== false;
}

function roleId({ roleTemplateId }: Role): string {
  return roleTemplateId.toLowerCase();
}

function readPrincipal(identity: SignInIdentity): PrincipalIdentity {
  return {
    kind: "servicePrincipal",
    id: identity.id.toLowerCase(),
    isCovered: identity.singleTenantRegistered !== false && identity.managedIdentity !== true,
    attributes: securityAttributes(identity.customSecurityAttributes),
  };
}

function readResource(resource: SignInResource, problems: Diagnostic[]): Resource | undefined {
  const { appId, userAction, authenticationContext } = resource;
  const given = Number(typeof appId === "string") + Number(typeof userAction === "string");
  if (given + Number(typeof authenticationContext === "string") !== 1) {
    const message = "a sign-in has exactly one of `appId`, `userAction` and `authenticationContext`";
    problems.push(finding(requestChecks.signInValue, { message, pointer: "/signIn/resource" }));
    return undefined;
  }
  if (typeof userAction === "string") {
    const action = choose(userAction, ACTIONS, "/signIn/resource/userAction", problems);
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
      clientType === null ? null : (choose(clientType, CLIENT_TYPES, "/signIn/resource/clientType", problems) ?? null),
    scopes: resource.scopes ?? null,
    attributes: securityAttributes(resource.customSecurityAttributes),
  };
}

function readNetwork({ network }: SignIn, problems: Diagnostic[]): Situation["network"] {
  const text = network?.ipAddress === undefined ? ADDRESS_WITHOUT_LOCATION : network.ipAddress;
  const address: Address | undefined = text === null ? undefined : parseAddress(text);
  if (text !== null && address === undefined) {
    const message = `\`${text}\` is not an address`;
    problems.push(finding(requestChecks.signInValue, { message, pointer: "/signIn/network/ipAddress" }));
  }
  return {
    address: address ?? null,
    country: readCountry(network?.country, "/signIn/network/country", problems),
    gpsCountry: readCountry(network?.gpsCountry, "/signIn/network/gpsCountry", problems),
    isCompliant: network?.compliantNetwork === true,
  };
}

/** A code that no country has would be in no location, whatever country was meant. */
function readCountry(value: string | null | undefined, pointer: string, problems: Diagnostic[]): string | null {
  const code = value?.toUpperCase() ?? null;
  if (code === null || code === NO_COUNTRY || COUNTRY_CODES.has(code)) return code;
  const help = code === "UK" ? "the United Kingdom is `GB`" : "two letters as in ISO 3166, such as `DE`";
  const message = `\`${value}\` is not the code of a country`;
  problems.push(finding(requestChecks.signInValue, { message, pointer, help }));
  return null;
}

function readDevice({ device }: SignIn): Situation["device"] {
  if (!device) return UNREGISTERED;
  const { registered, isManaged, ...attributes } = device;
  return {
    isRegistered: registered === true,
    isManaged: isManaged === true,
    attributes: attributeMap(Object.entries(attributes)),
  };
}

const UNREGISTERED: Situation["device"] = { isRegistered: false, isManaged: false, attributes: NO_ATTRIBUTES };

function readRisk({ risk }: SignIn, problems: Diagnostic[]): Situation["risk"] {
  if (!risk) return NO_RISK;
  return {
    signIn: choose(risk.signIn ?? "none", SIGN_IN_RISKS, "/signIn/risk/signIn", problems) ?? "none",
    user: choose(risk.user ?? "none", SIGN_IN_RISKS, "/signIn/risk/user", problems) ?? "none",
    insider: choose(risk.insider ?? "none", INSIDER_RISKS, "/signIn/risk/insider", problems) ?? "none",
    servicePrincipal:
      choose(risk.servicePrincipal ?? "none", SIGN_IN_RISKS, "/signIn/risk/servicePrincipal", problems) ?? "none",
  };
}

const NO_RISK: Situation["risk"] = { signIn: "none", user: "none", insider: "none", servicePrincipal: "none" };

function readFlow(value: string | null | undefined, pointer: string, problems: Diagnostic[]): Situation["flow"] {
  const flow = choose(value ?? "none", FLOWS, pointer, problems) ?? "none";
  return flow === "none" ? null : flow;
}

/** Attribute sets may be nested (`{ Engineering: { Project: "Baker" } }`) or flat (`{ Engineering_Project: "Baker" }`). */
function securityAttributes(value: unknown): Attributes {
  if (value === null || typeof value !== "object") return NO_ATTRIBUTES;
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
