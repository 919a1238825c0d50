/** What is known about a tenant, made ready for questions: locations as address sets, nested groups resolved, strengths compared. */

import {
  APP_IDS,
  BUILT_IN_STRENGTH_IDS,
  COMPLIANT_NETWORK_LOCATION_ID,
  firstPartyApps,
  MFA_TRUSTED_IPS_LOCATION_ID,
} from "../../azure";
import { type Diagnostic, finding, hasErrors, type Parsed } from "../../diagnostics";
import { locationChecks } from "../checks/named-location";
import { type AuthenticationStrength, AuthenticationStrengthShape } from "../shapes/authentication-strength";
import type { Directory } from "../shapes/directory";
import { kindOfLocation, type NamedLocation, NamedLocationShape } from "../shapes/named-location";
import { readShape } from "../shapes/read-shape";
import { type AddressRange, type AddressSet, addressSet, parseRange } from "./address";
import { BUILT_IN_COMBINATIONS } from "./authentication-methods";

export type Location =
  | { readonly kind: "ip"; readonly id: string; readonly isTrusted: boolean; readonly addresses: AddressSet }
  | {
      readonly kind: "country";
      readonly id: string;
      readonly isTrusted: boolean;
      readonly countries: ReadonlySet<string>;
      readonly withUnknown: boolean;
      readonly byGps: boolean;
    }
  | { readonly kind: "compliantNetwork"; readonly id: string; readonly isTrusted: boolean };

export interface World {
  /** By id in lower case. */
  readonly locations: ReadonlyMap<string, Location>;
  readonly mfaTrustedIps: AddressSet;
  readonly appGroups: ReadonlyMap<string, ReadonlySet<string>>;
  readonly groupParents: ReadonlyMap<string, readonly string[]>;
  /** The groups themselves and all that they are nested in. */
  readonly groupsAround: (groups: readonly string[]) => ReadonlySet<string>;
  /** Allowed combinations by strength id. */
  readonly strengths: ReadonlyMap<string, readonly string[]>;
  readonly trust: { readonly mfa: boolean; readonly compliantDevice: boolean; readonly hybridJoinedDevice: boolean };
  /** Resources whose policies have to be met before a token for the key is issued. */
  readonly earlyBound: ReadonlyMap<string, readonly string[]>;
  readonly baselineScopes: "legacy" | "enforced";
  readonly replacesStrengthOnRegistration: boolean;
  /** Day as yyyy-mm-dd; without it nothing has retired. */
  readonly asOf: string | undefined;
  readonly users: ReadonlyMap<string, KnownUser>;
  readonly groupMembers: ReadonlyMap<string, readonly string[]>;
  readonly breakGlass: readonly string[] | undefined;
  readonly breakGlassGroup: string | undefined;
  /** Undefined: the emergency accounts may be in anything. */
  readonly breakGlassIn: KnownUser | undefined;
}

export interface KnownUser {
  readonly groups: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
}

export function readWorld(directory: Directory): Parsed<World> {
  const diagnostics: Diagnostic[] = [];
  const parents = parentsOf(directory);
  const groupsAround = (groups: readonly string[]) => closure(groups.map(lower), parents);
  const locations = (directory.namedLocations ?? []).flatMap((each, index) => {
    const read = readLocation(each, `/directory/namedLocations/${index}`);
    diagnostics.push(...read.diagnostics);
    return read.value ? [read.value] : [];
  });
  const trustedRanges = (directory.mfaTrustedIps ?? []).map((text, index) =>
    readRange(text, `/directory/mfaTrustedIps/${index}`, diagnostics),
  );
  const mfaTrustedIps = addressSet(trustedRanges.filter((range) => range !== undefined));
  const value: World = {
    locations: new Map([...standingLocations(mfaTrustedIps), ...locations].map((each) => [each.id, each])),
    mfaTrustedIps,
    appGroups: appGroupsOf(directory),
    groupParents: parents,
    groupsAround,
    strengths: strengthsOf(directory, diagnostics),
    trust: {
      mfa: directory.inboundTrust?.mfa === true,
      compliantDevice: directory.inboundTrust?.compliantDevice === true,
      hybridJoinedDevice: directory.inboundTrust?.hybridJoinedDevice === true,
    },
    earlyBound: earlyBoundOf(directory),
    baselineScopes: directory.baselineScopeEnforcement ?? "enforced",
    replacesStrengthOnRegistration: directory.registrationMode === "interrupt",
    asOf: directory.asOf?.slice(0, 10),
    ...membersOf(directory, groupsAround),
  };
  return { value, diagnostics };
}

/** A group that is listed as a member of another is nested in it. */
function parentsOf(directory: Directory): ReadonlyMap<string, readonly string[]> {
  const parents = new Map(
    Object.entries(directory.groupParents ?? {}).map(([child, groups]) => [lower(child), groups.map(lower)]),
  );
  const listed = Object.entries(directory.groups ?? {});
  const groups = new Set([...parents.keys(), ...listed.map(([group]) => lower(group))]);
  for (const [group, members] of listed)
    for (const member of members.map(lower))
      if (groups.has(member)) parents.set(member, [...(parents.get(member) ?? []), lower(group)]);
  return parents;
}

const lower = (text: string): string => text.toLowerCase();

function closure(start: readonly string[], parents: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set(start);
  for (const group of reached) for (const parent of parents.get(group) ?? []) reached.add(parent);
  return reached;
}

/** Locations that every tenant has, under fixed ids. */
function standingLocations(mfaTrustedIps: AddressSet): readonly Location[] {
  return [
    { kind: "compliantNetwork", id: COMPLIANT_NETWORK_LOCATION_ID, isTrusted: false },
    { kind: "ip", id: MFA_TRUSTED_IPS_LOCATION_ID, isTrusted: true, addresses: mfaTrustedIps },
  ];
}

function readLocation(value: unknown, pointer: string): Parsed<Location | undefined> {
  const read = readShape<NamedLocation>(NamedLocationShape, value, pointer);
  const diagnostics = read.diagnostics.filter(({ severity }) => severity === "error");
  const location = read.value;
  if (!location || hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const found: Diagnostic[] = [];
  const id = String(location.id ?? "").toLowerCase();
  const isTrusted = location.isTrusted === true;
  const kind = kindOfLocation(location);
  if (kind === "compliantNetwork") return { value: { kind, id, isTrusted }, diagnostics: found };
  if (kind === "ip") {
    const ranges = (location.ipRanges ?? []).map(({ cidrAddress }, index) =>
      readRange(cidrAddress ?? "", `${pointer}/ipRanges/${index}/cidrAddress`, found),
    );
    const addresses = addressSet(ranges.filter((range) => range !== undefined));
    return { value: { kind, id, isTrusted, addresses }, diagnostics: found };
  }
  if (kind === "country") {
    const countries = new Set((location.countriesAndRegions ?? []).map((code) => code.toUpperCase()));
    const byGps = location.countryLookupMethod === "authenticatorAppGps";
    const withUnknown = location.includeUnknownCountriesAndRegions === true;
    return { value: { kind, id, isTrusted, countries, withUnknown, byGps }, diagnostics: found };
  }
  const message = "a location is an ipNamedLocation, a countryNamedLocation or a compliantNetworkNamedLocation";
  return { value: undefined, diagnostics: [finding(locationChecks.kind, { message, pointer })] };
}

function readRange(text: string, pointer: string, diagnostics: Diagnostic[]): AddressRange | undefined {
  const range = parseRange(text);
  if (range === undefined) {
    const message = `\`${text}\` is not an address range`;
    diagnostics.push(finding(locationChecks.range, { message, pointer }));
  }
  return range;
}

/** Applications of `Office365` or `MicrosoftAdminPortals`; undefined for what is no such group. */
export function applicationsIn(group: string, directory: Directory): readonly string[] | undefined {
  const members = appGroupsOf(directory).get(group.toLowerCase());
  return members && [...members];
}

/** Without members in the directory: what is known of Microsoft's own lists. */
function appGroupsOf(directory: Directory): ReadonlyMap<string, ReadonlySet<string>> {
  const given = new Map(
    Object.entries(directory.appGroups ?? {}).map(([name, ids]) => [name.toLowerCase(), new Set(ids.map(lower))]),
  );
  const office365 = [...firstPartyApps().values()].filter((app) => app.isInOffice365).map(({ appId }) => appId);
  return new Map([
    ["office365", new Set(office365)],
    ["microsoftadminportals", new Set([APP_IDS.azurePortal])],
    ...given,
  ]);
}

function strengthsOf(directory: Directory, diagnostics: Diagnostic[]): ReadonlyMap<string, readonly string[]> {
  const strengths = new Map<string, readonly string[]>([
    [BUILT_IN_STRENGTH_IDS.mfa, BUILT_IN_COMBINATIONS.mfa],
    [BUILT_IN_STRENGTH_IDS.passwordless, BUILT_IN_COMBINATIONS.passwordless],
    [BUILT_IN_STRENGTH_IDS.phishingResistant, BUILT_IN_COMBINATIONS.phishingResistant],
  ]);
  for (const [index, each] of (directory.authenticationStrengths ?? []).entries()) {
    const pointer = `/directory/authenticationStrengths/${index}`;
    const read = readShape<AuthenticationStrength>(AuthenticationStrengthShape, each, pointer);
    diagnostics.push(...read.diagnostics.filter(({ severity }) => severity === "error"));
    const { id, allowedCombinations } = read.value ?? {};
    if (typeof id === "string" && allowedCombinations)
      strengths.set(id.toLowerCase(), allowedCombinations.map(canonicalCombination));
  }
  return strengths;
}

function canonicalCombination(text: string): string {
  return text.replaceAll(" ", "");
}

function earlyBoundOf(directory: Directory): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(directory.serviceDependencies ?? {}).map(([app, dependencies]) => [
      app.toLowerCase(),
      dependencies.filter(({ binding }) => binding === "early").map(({ appId }) => appId.toLowerCase()),
    ]),
  );
}

function membersOf(
  directory: Directory,
  groupsAround: World["groupsAround"],
): Pick<World, "users" | "groupMembers" | "breakGlass" | "breakGlassGroup" | "breakGlassIn"> {
  const listed = Object.entries(directory.groups ?? {}).map(([group, ids]) => [lower(group), ids.map(lower)] as const);
  const groupsListing = (user: string) => listed.filter(([, ids]) => ids.includes(user)).map(([group]) => group);
  const users = Object.entries(directory.users ?? {}).map(([id, { groups, roles }]) => {
    const user = id.toLowerCase();
    const around = groupsAround([...(groups ?? []), ...groupsListing(user)]);
    return [user, { groups: around, roles: new Set((roles ?? []).map(lower)) }] as const;
  });
  const group = directory.breakGlassGroup?.toLowerCase();
  const others = directory.breakGlassAlsoIn;
  const assumed = users.length > 0 && group === undefined ? users.map(([id]) => id) : undefined;
  return {
    users: new Map(users),
    groupMembers: new Map(listed),
    breakGlass: (directory.breakGlass ?? (group === undefined ? assumed : []))?.map(lower),
    breakGlassGroup: group,
    breakGlassIn: others
      ? {
          groups: groupsAround([...(group === undefined ? [] : [group]), ...(others.groups ?? [])]),
          roles: new Set((others.roles ?? []).map(lower)),
        }
      : undefined,
  };
}
