/** A box of sign-ins in words and as data: who, and where. */

import { type Address, formatAddress } from "../model/address";
import type { Resource } from "../model/situation";
import { SOME_APP_ID, SOME_SERVICE_PRINCIPAL_ID, SOME_TENANT_ID, SOMEONE_ID } from "../model/witness-draft";
import { GUEST_TYPES } from "../shapes/conditional-access-policy";
import type { Box, Side } from "./box";
import type { Names } from "./names";

/** By the names of a sign-in's parts: the values concerned. */
export type Where = Readonly<Record<string, readonly unknown[]>>;

export interface Described {
  readonly subjects: string | { readonly group: string } | { readonly role: string };
  readonly where: Where;
  readonly words: { readonly who: string; readonly resource: string; readonly rest: readonly string[] };
}

type DimensionSide = Extract<Side, { kind: "dimension" }>;

export function describeBox({ sides }: Box, names: Names): Described {
  const dimensions = sides.filter((side): side is DimensionSide => side.kind === "dimension");
  const identity = dimensions.filter(({ dimension }) => IDENTITY.test(dimension.name));
  const others = dimensions.filter((side) => !identity.includes(side));
  const resource = others.find(({ dimension }) => dimension.name === "resource");
  const phrases = sides.flatMap((side) => (side.kind === "phrase" ? [side.words] : []));
  const unless = sides.flatMap((side) => (side.kind === "unless" ? [side.policy] : []));
  const plain = others.filter((side) => side !== resource);
  const where = {
    ...Object.fromEntries(others.map((side) => [keyOf(side), side.members.map(plainValue)])),
    ...(phrases.length > 0 ? { conditions: phrases } : {}),
    ...(unless.length > 0 ? { unless: unless.map(({ id }) => id) } : {}),
  };
  const hidden = unless.map(({ id, name }) => `where \`${name || id}\` does not apply`);
  const who = whoIs(identity, names);
  return {
    subjects: subjectsOf(identity, who),
    where,
    words: {
      who,
      resource: resourceWords(resource, names),
      rest: [...plain.map(dimensionWords), ...phrases, ...hidden],
    },
  };
}

const IDENTITY = /^(service principal.*|user|group .*|role .*|guest type|home tenant)$/;

/** Where dimensions stand in a sign-in. */
const KEYS: Readonly<Record<string, string>> = {
  "client app": "clientAppType",
  platform: "devicePlatform",
  address: "ipAddress",
  "country by GPS": "gpsCountry",
  "compliant network": "compliantNetwork",
  "signIn risk": "signInRisk",
  "user risk": "userRisk",
  "insider risk": "insiderRisk",
  "servicePrincipal risk": "servicePrincipalRisk",
  "authentication flow": "authenticationFlow",
  "original transfer method": "originalTransferMethod",
};

function keyOf({ dimension }: DimensionSide): string {
  return KEYS[dimension.name] ?? dimension.name;
}

function plainValue(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if ("kind" in value) return resourceName(value as Resource);
  return "family" in value ? formatAddress(value as Address) : JSON.stringify(value);
}

function resourceName(resource: Resource): string {
  if (resource.kind === "app") return resource.appId === SOME_APP_ID ? "any other" : resource.appId;
  return resource.kind === "userAction" ? resource.action : resource.id;
}

/** A single group or role that says all about who is meant. */
function subjectsOf(identity: readonly DimensionSide[], who: string): Described["subjects"] {
  const positive = identity.filter(({ members }) => members.length === 1 && members[0] === true);
  const others = identity.filter(({ members }) => !(members.length === 1 && typeof members[0] === "boolean"));
  const [only, ...more] = positive.map(({ dimension }) => dimension.name);
  if (only === undefined || more.length > 0 || others.length > 0) return who;
  if (only.startsWith("group ")) return { group: only.slice("group ".length) };
  return only.startsWith("role ") ? { role: only.slice("role ".length) } : who;
}

function whoIs(identity: readonly DimensionSide[], names: Names): string {
  const isTrue = ({ members }: DimensionSide) => members.length === 1 && members[0] === true;
  const part = (prefix: string, isIn: boolean) =>
    identity
      .filter((side) => side.dimension.name.startsWith(prefix) && typeof side.members[0] === "boolean")
      .filter((side) => isTrue(side) === isIn)
      .map(({ dimension }) => dimension.name.slice(prefix.length));
  const people = identity.find(({ dimension }) => dimension.name === "user");
  const guests = identity.find(({ dimension }) => dimension.name === "guest type");
  const isWorkload = identity.some((side) => side.dimension.name === "service principal" && isTrue(side));
  const base = isWorkload ? principalWords(identity) : (peopleWords(people, names) ?? guestWords(guests));
  const tenants = identity.find(({ dimension }) => dimension.name === "home tenant");
  const inGroups = part("group ", true).map((id) => names.group(id));
  const roles = part("role ", true).map((id) => names.role(id));
  const outside = part("group ", false).map((id) => names.group(id));
  const without = part("role ", false).map((id) => names.role(id));
  return [
    base,
    ...(tenants ? [`from ${listed(tenants, SOME_TENANT_ID, "other tenants", (id) => `tenant \`${id}\``)}`] : []),
    ...(inGroups.length > 0 ? [`in ${inGroups.join(" and ")}`] : []),
    ...(roles.length > 0 ? [`with the role ${roles.join(" and ")}`] : []),
    ...(outside.length > 0 ? [`outside ${inWords(outside)}`] : []),
    ...(without.length > 0 ? [`without the role ${inWords(without)}`] : []),
  ].join(" ");
}

function principalWords(identity: readonly DimensionSide[]): string {
  const ids = identity.find(({ dimension }) => dimension.name === "service principal id");
  if (!ids) return "service principals";
  return listed(ids, SOME_SERVICE_PRINCIPAL_ID, "other service principals", (id) => `service principal \`${id}\``);
}

function peopleWords(side: DimensionSide | undefined, names: Names): string | undefined {
  if (!side) return undefined;
  const isMostly = side.members.includes(SOMEONE_ID);
  const named = (isMostly ? side.others : side.members).map((id) => names.user(String(id)));
  return isMostly ? `everyone but ${named.join(" and ")}` : named.join(" and ");
}

function guestWords(side: DimensionSide | undefined): string {
  if (!side) return "users";
  const types = side.members.filter((type) => type !== null).map(String);
  const withMembers = side.members.includes(null);
  if (types.length === 0) return "members";
  if (!withMembers && types.length === GUEST_TYPES.length) return "guests";
  const missing = side.others.filter((type) => type !== null);
  if (withMembers) return `users but guests of type ${missing.join(", ")}`;
  return `guests of type ${types.join(", ")}`;
}

function resourceWords(side: DimensionSide | undefined, names: Names): string {
  if (!side) return "";
  const name = (value: unknown): string => {
    const resource = value as Resource;
    if (resource.kind === "app") return names.app(resource.appId);
    if (resource.kind === "authenticationContext") return `authentication context \`${resource.id}\``;
    return resource.action === "registerSecurityInformation"
      ? "registering security information"
      : "registering a device";
  };
  const isOther = (value: unknown) => resourceName(value as Resource) === "any other";
  if (!side.members.some(isOther)) return `for ${inWords(side.members.map(name))}`;
  return `for all resources but ${inWords(side.others.map(name))}`;
}

const CLIENTS: Readonly<Record<string, string>> = {
  "browser,mobileAppsAndDesktopClients": "with modern clients",
  "exchangeActiveSync,other": "with legacy clients",
  browser: "in browsers",
  mobileAppsAndDesktopClients: "in mobile apps and desktop clients",
  exchangeActiveSync: "with Exchange ActiveSync",
  other: "with other legacy clients",
};

/** Dimensions whose names are not how one speaks. */
const SPOKEN: Readonly<Record<string, string>> = {
  "signIn risk": "sign-in risk",
  "servicePrincipal risk": "service principal risk",
};

function dimensionWords(side: DimensionSide): string {
  const { dimension, members, others } = side;
  const [value] = members;
  switch (dimension.name) {
    case "client app":
      return CLIENTS[members.filter((each) => each !== null).join(",")] ?? `with ${inWords(members.map(String))}`;
    case "platform":
      return members.includes(null) && others.length > 0 && members.length > 1
        ? `on platforms other than ${inWords(others.map(String))}`
        : `on ${inWords(members.map((each) => (each === null ? "unrecognised platforms" : String(each))))}`;
    case "device registered":
      return value === true ? "on registered devices" : "on unregistered devices";
    case "compliant network":
      return value === true ? "on the compliant network" : "outside the compliant network";
    default: {
      const known = members.map((each) => (each === null ? "unknown" : String(plainValue(each))));
      return `with ${SPOKEN[dimension.name] ?? dimension.name} ${inWords(known)}`;
    }
  }
}

function listed(side: DimensionSide, other: string, others: string, name: (id: string) => string): string {
  return inWords(side.members.map((id) => (id === other ? others : name(String(id)))));
}

function inWords(words: readonly string[]): string {
  const distinct = [...new Set(words)];
  if (distinct.length > 4) return `${distinct.slice(0, 3).join(", ")} and ${distinct.length - 3} more`;
  return distinct.length < 2 ? distinct.join("") : `${distinct.slice(0, -1).join(", ")} and ${distinct.at(-1)}`;
}
