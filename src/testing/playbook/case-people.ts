/** The people of a test: their ids, their roles and groups, and the places of texts where they are named. */

import { entraRoles, roleNames } from "../../azure";
import { type Diagnostic, didYouMeanValue, type Parsed } from "../../diagnostics";
import { type Document, type DocumentOf, pointerStep } from "../../documents";
import type { GroupSeed, UserSeed } from "../../tenant";
import { nearName } from "../named-document";
import { madeId } from "./made-id";
import { type PlaybookTest, unknownName } from "./playbook-frame";

export interface Person {
  readonly key: string;
  readonly id: string;
  readonly upn: string;
  /** Whether the directory has the account. */
  readonly exists: boolean;
}

export interface People {
  readonly known: ReadonlyMap<string, Person>;
  readonly users: readonly UserSeed[];
  readonly groups: readonly GroupSeed[];
  /** Ids of groups by the key of their document. */
  readonly groupIds: ReadonlyMap<string, string>;
  /** The same by what the group is called. */
  readonly groupNames: ReadonlyMap<string, string>;
}

type GivenPerson = NonNullable<PlaybookTest["body"]["people"]>[string];

const UPN_SUFFIX = "contoso.example";
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function casePeople(
  test: PlaybookTest,
  documents: readonly Document[],
  breakGlassGroup: string | undefined,
): Parsed<People> {
  const entries = Object.entries(test.body.people ?? {});
  const diagnostics: Diagnostic[] = [];
  const known = new Map(entries.map(([key, person]) => [key, personOf(key, person)]));
  const groupIds = new Map(
    documents.flatMap((each) => (each.kind === "Group" ? [[each.key, groupIdOf(each)] as const] : [])),
  );
  const groupNames = new Map(
    documents.flatMap((each) =>
      each.kind === "Group" ? [[String(each.body.displayName ?? each.key), groupIdOf(each)] as const] : [],
    ),
  );
  const at = (key: string, pointer: string) => test.place.at(`/people${pointerStep(key)}${pointer}`);
  const members = new Map<string, string[]>([...groupIds.values()].map((id) => [id, []]));
  const join = (group: string, person: string) => members.set(group, [...(members.get(group) ?? []), person]);
  const users = entries.flatMap(([key, given]): readonly UserSeed[] => {
    const own = known.get(key);
    if (!own) return [];
    for (const [index, name] of (given.groups ?? []).entries()) {
      const group = groupIds.get(name) ?? (GUID.test(name) ? name.toLowerCase() : undefined);
      if (group !== undefined) join(group, own.id);
      else
        diagnostics.push(
          unknownName(`no group has the key \`${name}\``, at(key, `/groups/${index}`), nearName(name, groupIds.keys())),
        );
    }
    if (given.breakGlass && breakGlassGroup !== undefined) join(breakGlassGroup.toLowerCase(), own.id);
    else if (given.breakGlass)
      diagnostics.push(unknownName("the tenant names no break-glass group", at(key, "/breakGlass"), NAME_IT));
    const manager = given.manager === undefined ? undefined : known.get(given.manager);
    if (given.manager !== undefined && !manager)
      diagnostics.push(
        unknownName(
          `nobody has the key \`${given.manager}\``,
          at(key, "/manager"),
          nearName(given.manager, known.keys()),
        ),
      );
    const roles = rolesOf(given.roles, (index) => at(key, `/roles/${index}`), diagnostics);
    const eligibleRoles = rolesOf(given.eligible, (index) => at(key, `/eligible/${index}`), diagnostics);
    if (!own.exists) return [];
    return [seedOf(own, given, { roles, eligibleRoles, ...(manager ? { manager: manager.id } : {}) })];
  });
  const groups = [...members].map(
    ([id, list]): GroupSeed => ({ id, displayName: nameOf(groupIds, id), members: list }),
  );
  return { value: { known, users, groups, groupIds, groupNames }, diagnostics };
}

function personOf(key: string, { upn, id, exists = true }: GivenPerson): Person {
  return { key, id: (id ?? madeId("person", key)).toLowerCase(), upn: upn ?? `${key}@${UPN_SUFFIX}`, exists };
}

function seedOf(
  { id, upn }: Person,
  given: GivenPerson,
  more: Pick<UserSeed, "roles" | "eligibleRoles" | "manager">,
): UserSeed {
  return {
    id,
    userPrincipalName: upn,
    properties: {
      accountEnabled: given.enabled ?? true,
      ...(given.guest ? { userType: "Guest" } : {}),
      ...(given.synchronized ? { onPremisesSyncEnabled: true } : {}),
      ...((given.properties ?? {}) as NonNullable<UserSeed["properties"]>),
    },
    methods: ["password", ...(given.methods ?? [])],
    ...more,
  };
}

/** An existing group has its own id; of one that is made, any. */
function groupIdOf({ key, body }: DocumentOf<"Group">): string {
  return String(body.id ?? madeId("group", key)).toLowerCase();
}

function nameOf(groupIds: ReadonlyMap<string, string>, id: string): string {
  return [...groupIds].find(([, each]) => each === id)?.[0] ?? id;
}

const NAME_IT = "name it in the tenant: breakGlass: { group: <object id> }";

function rolesOf(
  names: readonly string[] | undefined,
  at: (index: number) => Diagnostic["at"] & {},
  diagnostics: Diagnostic[],
): readonly string[] {
  const all = [...entraRoles().values()];
  return (names ?? []).flatMap((name, index) => {
    const role = all.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (role) return [role.templateId];
    const help = didYouMeanValue(name, roleNames());
    diagnostics.push(unknownName(`no directory role is called \`${name}\``, at(index), help));
    return [];
  });
}

/** What texts of a test call people and groups by. */
type Names = Pick<People, "known" | "groupIds">;

function idNamed(key: string, { known, groupIds }: Names): string | undefined {
  return known.get(key)?.id ?? groupIds.get(key);
}

/** Puts ids into a text that names people and groups in braces; other names stay as they are. */
export function withIds(text: string, names: Names): string {
  return text.replace(/\{([^{}]+)\}/g, (whole, key: string) => idNamed(key, names) ?? whole);
}

/** The other way round: a text as a test would write it. */
export function withKeys(text: string, { known, groupIds }: Names): string {
  const ids = [...[...known.values()].map(({ key, id }) => [key, id] as const), ...groupIds];
  return ids.reduce((told, [key, id]) => told.replaceAll(id, `{${key}}`), text);
}

/** What stands in a path for somebody: the id or the user principal name; of a group the id. */
export function spellings(key: string, { known, groupIds }: Names): readonly string[] {
  const person = known.get(key);
  return person ? [person.id, person.upn] : [groupIds.get(key) ?? []].flat();
}

/** The key of a person by object id or user principal name. */
export function keyOf(idOrName: string, { known }: Pick<People, "known">): string | undefined {
  const wanted = idOrName.toLowerCase();
  return [...known.values()].find(({ id, upn }) => id === wanted || upn.toLowerCase() === wanted)?.key;
}

/** Names in braces that nobody and no group has. */
export function strangers(text: string, names: Names): readonly string[] {
  return [...text.matchAll(/\{([^{}]+)\}/g)].flatMap(([, key = ""]) =>
    idNamed(key, names) === undefined ? [key] : [],
  );
}
