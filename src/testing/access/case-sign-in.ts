/** A sign-in of a test as the language takes it: names resolved, and one for each application that is meant. */

import { applicationsIn, type SignIn } from "../../access/run";
import { appIdOf } from "../../azure";
import type { TenantAccess } from "../../compiler";
import { type CheckInfo, type Diagnostic, didYouMean, didYouMeanValue, finding } from "../../diagnostics";
import { testingInfo } from "../checks/checks";
import type { UnknownName } from "../named-document";
import { groupIdOf, roleTemplateIdOf } from "./claim-subjects";
import type { AccessTest } from "./tested-tenant";

type Person = NonNullable<AccessTest["body"]["people"]>[string];
type Situation = NonNullable<NonNullable<AccessTest["body"]["signIns"]>[number]["with"]>;

export interface CaseSignIns {
  /** One, or one for each application of a group of applications. */
  readonly signIns: readonly SignIn[];
  /** What the people are called, by the id that they have in the sign-ins. */
  readonly people: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Somebody who signs in to something, in the words of a test. */
export interface AskedSignIn {
  readonly who: string;
  /** Absent: one of the emergency accounts. */
  readonly person: Person | undefined;
  readonly to: string;
  readonly with: Situation | undefined;
}

type Report = (pointer: string, message: string, help?: string) => void;

export function caseSignIns(test: AccessTest, index: number, access: TenantAccess): CaseSignIns {
  const { signIns = [], people = {} } = test.body;
  const each = signIns[index];
  const diagnostics: Diagnostic[] = [];
  const report: Report = (pointer, message, help) =>
    diagnostics.push(finding(testingInfo.badTest, { message, at: test.place.at(pointer), ...(help ? { help } : {}) }));
  if (!each) return { signIns: [], people: {}, diagnostics };
  const person = people[each.who];
  if (!person && each.who !== "break-glass") {
    const known = [...Object.keys(people), "break-glass"];
    report(`/signIns/${index}/who`, `nobody in \`people\` is called \`${each.who}\``, didYouMean(each.who, known));
  }
  const asked = { who: each.who, person, to: each.to, with: each.with };
  const pointers = { person: `/people/${each.who}`, to: `/signIns/${index}/to` };
  return { ...signInsOf(asked, access, { report, pointers }), diagnostics };
}

/** The same for a sign-in that stands in no test; findings have pointers into `asked`. */
export function askedSignIns(asked: AskedSignIn, access: TenantAccess, check: CheckInfo): CaseSignIns {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (pointer, message, help) =>
    diagnostics.push(finding(check, { message, pointer, ...(help ? { help } : {}) }));
  return { ...signInsOf(asked, access, { report, pointers: { person: "/person", to: "/to" } }), diagnostics };
}

interface Telling {
  readonly report: Report;
  readonly pointers: { readonly person: string; readonly to: string };
}

function signInsOf(asked: AskedSignIn, access: TenantAccess, { report, pointers }: Telling) {
  const { who, person, to } = asked;
  const tell: Report = (pointer, message, help) => report(`${pointers.person}${pointer}`, message, help);
  const identity = person ? identityOf(who, person, access, tell) : breakGlass(access);
  const resources = resourcesOf(to, access);
  if ("unknown" in resources) report(pointers.to, `nothing that one signs in to is called \`${to}\``, resources.help);
  const scopes = asked.with?.scopes;
  const signIns = ("list" in resources ? resources.list : []).map(
    (resource): SignIn => ({
      identity,
      resource: scopes && resource.appId ? { ...resource, scopes: [...scopes] } : resource,
      ...situationOf(asked.with ?? {}),
    }),
  );
  const people: Readonly<Record<string, string>> = person ? { [identity.id]: person.upn ?? who } : {};
  return { signIns, people };
}

function identityOf(name: string, person: Person, access: TenantAccess, report: Report): SignIn["identity"] {
  const { id = name, groups = [], roles = [], guest, homeTenant } = person;
  if (person.servicePrincipal) return { type: "servicePrincipal", id, singleTenantRegistered: true };
  const told = (pointer: string, known: string | UnknownName) => {
    if (typeof known === "string") return known;
    report(pointer, known.message, known.help);
    return "";
  };
  const groupIds = groups.map((group, index) => told(`/groups/${index}`, groupIdOf(group, access)));
  const roleIds = roles.map((role, index) => ({
    roleTemplateId: told(`/roles/${index}`, roleTemplateIdOf(role)),
  }));
  return {
    type: "user",
    id,
    groups: groupIds,
    roles: roleIds,
    external: guest ? { type: guest, tenantId: homeTenant ?? null } : null,
  };
}

/** One of the emergency accounts, in whatever the tenant says that they are in. */
function breakGlass({ directory }: TenantAccess): SignIn["identity"] {
  const { breakGlass: users, breakGlassGroup: group, breakGlassAlsoIn: others } = directory;
  return {
    type: "user",
    id: users?.[0] ?? "an emergency account",
    groups: [...(group ? [group] : []), ...(others?.groups ?? [])],
    roles: (others?.roles ?? []).map((roleTemplateId) => ({ roleTemplateId })),
  };
}

type Resources =
  | { readonly list: readonly SignIn["resource"][] }
  | { readonly unknown: true; readonly help: string | undefined };

function resourcesOf(to: string, { directory }: TenantAccess): Resources {
  if (/^register(SecurityInformation|OrJoinDevices)$/.test(to)) return { list: [{ userAction: to }] };
  if (/^c\d{1,2}$/i.test(to)) return { list: [{ authenticationContext: to.toLowerCase() }] };
  const members = applicationsIn(to, directory);
  if (members) return { list: members.map((appId) => ({ appId })) };
  const found = GUID.test(to) ? to.toLowerCase() : appIdOf(to);
  if (typeof found === "string") return { list: [{ appId: found }] };
  return {
    unknown: true,
    help: found.ids.length > 0 ? `one of ${found.ids.join(", ")}` : didYouMeanValue(to, found.names),
  };
}

function situationOf(parts: Situation): Omit<SignIn, "identity" | "resource"> {
  const { clientAppType, devicePlatform, device, ipAddress, country, gpsCountry, compliantNetwork } = parts;
  const { signInRisk, userRisk, insiderRisk, servicePrincipalRisk } = parts;
  const given = <Value>(key: string, value: Value | undefined) => (value === undefined ? {} : { [key]: value });
  return {
    ...given("clientAppType", clientAppType),
    ...(devicePlatform ? { devicePlatform: devicePlatform === "unrecognised" ? null : devicePlatform } : {}),
    ...(device ? { device: { registered: true, ...device } } : {}),
    network: {
      ...given("ipAddress", ipAddress),
      ...given("country", country),
      ...given("gpsCountry", gpsCountry),
      ...given("compliantNetwork", compliantNetwork),
    },
    risk: {
      ...given("signIn", signInRisk),
      ...given("user", userRisk),
      ...given("insider", insiderRisk),
      ...given("servicePrincipal", servicePrincipalRisk),
    },
    ...given("authenticationFlow", parts.authenticationFlow),
    ...given("originalTransferMethod", parts.originalTransferMethod),
    ...(parts.satisfied ? { satisfied: [...parts.satisfied] } : {}),
  };
}
