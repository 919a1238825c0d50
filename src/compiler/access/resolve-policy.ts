/** A policy with the ids that its names and keys stand for. */

import type { ConditionalAccessPolicy } from "../../access/check";
import { appIdOf, BUILT_IN_STRENGTH_IDS, entraRoles, roleIdOf, roleNames } from "../../azure";
import { type CheckInfo, type Diagnostic, didYouMean, didYouMeanValue, finding, type Parsed } from "../../diagnostics";
import { noBreakGlass } from "../checks/access/no-break-glass";
import { unknownApplication } from "../checks/access/unknown-application";
import { unknownReference } from "../checks/access/unknown-reference";
import { unknownRole } from "../checks/access/unknown-role";
import { type AccessNames, BREAK_GLASS, type NamedObject, standInId } from "./names";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Words of Graph that stand for several. */
const WORDS: ReadonlySet<string> = new Set([
  "all",
  "none",
  "guestsorexternalusers",
  "allagentidusers",
  "office365",
  "microsoftadminportals",
  "allagentidresources",
  "alltrusted",
]);

type Ids = readonly string[] | null | undefined;

/** Findings have pointers into the document. What is not known is told, and a stand-in takes its place, so that nothing tells it twice. */
export function resolvePolicy(policy: ConditionalAccessPolicy, names: AccessNames): Parsed<ConditionalAccessPolicy> {
  const diagnostics: Diagnostic[] = [];
  const { users, applications, locations } = policy.conditions ?? {};
  const list = (ids: Ids, pointer: string, resolve: Resolve) =>
    ids?.map((id, index) => resolved(id, `${pointer}/${index}`, resolve, diagnostics));
  const people = users && withBreakGlass(users, names, diagnostics);
  const conditions = policy.conditions && {
    ...policy.conditions,
    ...(people && {
      users: {
        ...people,
        ...present("includeGroups", list(people.includeGroups, `${AT}/users/includeGroups`, group(names))),
        ...present("excludeGroups", list(people.excludeGroups, `${AT}/users/excludeGroups`, group(names))),
        ...present("includeRoles", list(people.includeRoles, `${AT}/users/includeRoles`, role)),
        ...present("excludeRoles", list(people.excludeRoles, `${AT}/users/excludeRoles`, role)),
      },
    }),
    ...(applications && {
      applications: {
        ...applications,
        ...present("includeApplications", list(applications.includeApplications, `${APPS}/includeApplications`, app)),
        ...present("excludeApplications", list(applications.excludeApplications, `${APPS}/excludeApplications`, app)),
      },
    }),
    ...(locations && {
      locations: {
        ...locations,
        ...present("includeLocations", list(locations.includeLocations, `${PLACES}/includeLocations`, location(names))),
        ...present("excludeLocations", list(locations.excludeLocations, `${PLACES}/excludeLocations`, location(names))),
      },
    }),
  };
  const grant = policy.grantControls;
  const strengthId = grant?.authenticationStrength?.id;
  const strengthAt = "/grantControls/authenticationStrength/id";
  const value = {
    ...policy,
    ...(conditions && { conditions }),
    ...(grant && strengthId
      ? {
          grantControls: {
            ...grant,
            authenticationStrength: { id: resolved(strengthId, strengthAt, strength(names), diagnostics) },
          },
        }
      : {}),
  };
  return { value, diagnostics };
}

const AT = "/conditions";
const APPS = `${AT}/applications`;
const PLACES = `${AT}/locations`;

function present<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}

/** The id of a name, or why it has none. */
type Resolve = (name: string) => string | Unknown;

interface Unknown {
  readonly check: CheckInfo;
  readonly message: string;
  readonly help?: string;
  /** Takes the place of what is not known, so that nothing tells it twice. */
  readonly standIn?: string;
}

function resolved(name: string, pointer: string, resolve: Resolve, diagnostics: Diagnostic[]): string {
  const known = name.trim();
  if (GUID.test(known) || WORDS.has(known.toLowerCase())) return name;
  const answer = resolve(known);
  if (typeof answer === "string") return answer;
  const { check, standIn, ...told } = answer;
  diagnostics.push(finding(check, { ...told, pointer }));
  return standIn ?? standInId(`unknown ${known}`);
}

function group({ groups }: AccessNames): Resolve {
  return (name) => groups.get(name)?.id ?? unknown("Group", name, groups);
}

function location({ locations }: AccessNames): Resolve {
  return (name) => locations.get(name)?.id ?? unknown("NamedLocation", name, locations);
}

/** Built-in strengths by their names in the portal, others by key; an id may be written as the provider's path. */
function strength({ strengths }: AccessNames): Resolve {
  return (name) => {
    const plain = name.replace(/^\/policies\/authenticationStrengthPolicies\//i, "");
    if (GUID.test(plain)) return plain;
    const builtIn = STRENGTH_NAMES.get(name.toLowerCase());
    return builtIn ?? strengths.get(name)?.id ?? unknown("AuthenticationStrength", name, strengths);
  };
}

/** Source: https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths, read 2026-11-23. */
const STRENGTH_NAMES: ReadonlyMap<string, string> = new Map([
  ["multifactor authentication", BUILT_IN_STRENGTH_IDS.mfa],
  ["multifactor authentication strength", BUILT_IN_STRENGTH_IDS.mfa],
  ["passwordless mfa", BUILT_IN_STRENGTH_IDS.passwordless],
  ["passwordless mfa strength", BUILT_IN_STRENGTH_IDS.passwordless],
  ["phishing-resistant mfa", BUILT_IN_STRENGTH_IDS.phishingResistant],
  ["phishing-resistant mfa strength", BUILT_IN_STRENGTH_IDS.phishingResistant],
]);

function unknown(kind: string, name: string, known: ReadonlyMap<string, NamedObject>): ReturnType<Resolve> {
  const names = kind === "Group" ? [...known.keys(), BREAK_GLASS] : known.keys();
  const help =
    didYouMean(name, names) ?? `a document \`kind: ${kind}\` with that \`key\`, or the object's id, is meant here`;
  return { check: unknownReference, message: `\`${name}\` is no id, and no ${kind} has that key`, help };
}

const role: Resolve = (name) => {
  const id = roleIdOf(name);
  if (id !== undefined) return id;
  const help = didYouMeanValue(name, roleNames());
  const message = `\`${name}\` is neither the name nor the template id of a built-in role`;
  const [standIn = ""] = entraRoles().keys();
  return { check: unknownRole, message, standIn, ...(help ? { help } : {}) };
};

/** What a list of applications may say beside ids and names. */
const APP_WORDS = ["All", "None", "Office365", "MicrosoftAdminPortals"];

const app: Resolve = (name) => {
  const found = appIdOf(name);
  if (typeof found === "string") return found;
  if (found.ids.length > 0) {
    const help = `one of ${found.ids.join(", ")}`;
    return { check: unknownApplication, message: `several applications are called \`${name}\``, help };
  }
  const help = didYouMeanValue(name, [...APP_WORDS, ...found.names]);
  const message = `\`${name}\` is neither an application id nor the name of an application of Microsoft's`;
  return { check: unknownApplication, message, ...(help ? { help } : {}) };
};

type Users = NonNullable<NonNullable<ConditionalAccessPolicy["conditions"]>["users"]>;

/** `break-glass` in a list of users or groups is the tenant's group and accounts, each in its own list. */
function withBreakGlass(users: Users, { breakGlass }: AccessNames, diagnostics: Diagnostic[]): Users {
  let result = users;
  for (const way of ["include", "exclude"] as const) {
    const keys = [`${way}Users`, `${way}Groups`] as const;
    const [named] = keys.flatMap((key) => {
      const index = (users[key] ?? []).findIndex(isBreakGlass);
      return index < 0 ? [] : [`${AT}/users/${key}/${index}`];
    });
    if (named === undefined) continue;
    if (!breakGlass) {
      const message = "the tenant does not say who `break-glass` is";
      const help =
        "add `breakGlass: { group: <object id> }` to the tenant, or take the access plane out: `planes: [analytics, response]`";
      diagnostics.push(finding(noBreakGlass, { message, help, pointer: named }));
    }
    const group = breakGlass?.group;
    const [usersKey, groupsKey] = keys;
    result = {
      ...result,
      [usersKey]: expanded(users[usersKey], breakGlass?.users ?? []),
      [groupsKey]: expanded(users[groupsKey], group === undefined ? [] : [group]),
    };
  }
  return result;
}

function isBreakGlass(name: string): boolean {
  return name.trim().toLowerCase() === BREAK_GLASS;
}

/** In the place of the name, so that findings about other entries keep theirs; at the end where the other list named it. */
function expanded(ids: Ids, meant: readonly string[]): string[] {
  const list = ids ?? [];
  if (list.some(isBreakGlass)) return list.flatMap((name) => (isBreakGlass(name) ? meant : [name]));
  return [...list, ...meant.filter((id) => !list.includes(id))];
}
