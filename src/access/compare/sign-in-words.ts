/** One sign-in as one speaks of it: "a user in group `x` signs in to Exchange Online, with other legacy clients, from 192.0.2.1". */

import type { SignIn } from "../shapes/sign-in";
import type { Names } from "./names";

/** What is as usual is left out: a browser on Windows, an unregistered device, no risk. */
export function signInWords(signIn: SignIn, names: Names): string {
  return [`${whoWords(signIn, names)} ${whatWords(signIn, names)}`, ...howWords(signIn)].join(", ");
}

const GUESTS: Readonly<Record<string, string>> = {
  internalGuest: "an internal guest",
  b2bCollaborationGuest: "a guest",
  b2bCollaborationMember: "a member from another tenant",
  b2bDirectConnectUser: "a direct connect user",
  otherExternalUser: "another external user",
  serviceProvider: "a user of a service provider",
};

function whoWords({ identity }: SignIn, names: Names): string {
  const { type, id, external, groups, roles } = identity;
  if (type === "servicePrincipal") return `service principal \`${id}\``;
  const named = names.user(id);
  const isNamed = !named.includes(id) || !id.startsWith("0e0e0e0e");
  const base = isNamed ? named : external ? (GUESTS[external.type] ?? "a guest") : "a user";
  const inGroups = (groups ?? []).map((group) => names.group(group));
  const withRoles = (roles ?? []).map(({ roleTemplateId }) => names.role(roleTemplateId));
  return [
    base,
    ...(inGroups.length > 0 ? [`in ${inWords(inGroups)}`] : []),
    ...(withRoles.length > 0 ? [`with the role ${inWords(withRoles)}`] : []),
  ].join(" ");
}

function whatWords({ resource }: SignIn, names: Names): string {
  if (resource.userAction === "registerSecurityInformation") return "registers security information";
  if (resource.userAction) return "registers or joins a device";
  if (resource.authenticationContext) return `steps up to authentication context \`${resource.authenticationContext}\``;
  const appId = resource.appId ?? "";
  const app = appId.startsWith("0e0e0e0e") ? "some application" : names.app(appId);
  return `signs in to ${app}`;
}

const CLIENTS: Readonly<Record<string, string>> = {
  mobileAppsAndDesktopClients: "in a mobile app or desktop client",
  exchangeActiveSync: "with Exchange ActiveSync",
  other: "with another legacy client",
};

const FLOWS: Readonly<Record<string, string>> = {
  deviceCodeFlow: "device code flow",
  authenticationTransfer: "authentication transfer",
};

function howWords(signIn: SignIn): readonly string[] {
  const { clientAppType, devicePlatform, device, risk, authenticationFlow, originalTransferMethod } = signIn;
  const { registered, ...attributes } = device ?? {};
  const shown = Object.entries(attributes).map(([name, value]) => `${name} ${String(value)}`);
  const risks = Object.entries(risk ?? {}).flatMap(([kind, level]) =>
    typeof level === "string" && level !== "none" ? [`${RISKS[kind] ?? kind} risk ${level}`] : [],
  );
  return [
    ...(clientAppType ? [CLIENTS[clientAppType] ?? ""] : []),
    ...(devicePlatform === null && signIn.identity.type === "user" ? ["on an unrecognised platform"] : []),
    ...(devicePlatform && devicePlatform !== "windows" ? [`on ${devicePlatform}`] : []),
    ...(registered === true ? [`on a registered device${shown.length > 0 ? ` (${shown.join(", ")})` : ""}`] : []),
    ...placeWords(signIn),
    ...risks,
    ...flowWords("by", authenticationFlow),
    ...flowWords("in a session that began with", originalTransferMethod),
  ].filter((part) => part !== "");
}

const RISKS: Readonly<Record<string, string>> = {
  signIn: "sign-in",
  user: "user",
  insider: "insider",
  servicePrincipal: "service principal",
};

function flowWords(before: string, flow: string | null | undefined): readonly string[] {
  return flow && flow !== "none" ? [`${before} ${FLOWS[flow] ?? flow}`] : [];
}

function placeWords({ network }: SignIn): readonly string[] {
  if (!network) return [];
  const { ipAddress, country, gpsCountry, compliantNetwork } = network;
  const address = ipAddress && ipAddress !== "192.0.2.1" ? [`from ${ipAddress}`] : [];
  return [
    ...address,
    ...(country ? [`from country ${country}`] : []),
    ...(gpsCountry ? [`by GPS in ${gpsCountry}`] : []),
    ...(compliantNetwork ? ["on the compliant network"] : []),
  ];
}

function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
