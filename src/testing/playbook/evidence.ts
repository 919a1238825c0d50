/** What a run left behind: comments, tags, tasks, mails, and how people are now. */

import type { Json } from "../../plan";
import { groupsOf, type Incident, type Resource, type Tenant, type User } from "../../tenant";
import { keyOf, type People } from "./case-people";

/** What was there before the run. */
export interface Before {
  readonly comments: ReadonlyMap<string, string>;
  readonly tags: readonly string[];
  readonly tasks: readonly string[];
  readonly sent: number;
}

export interface Evidence {
  /** The last comment written; undefined where none was. */
  readonly comment: string | undefined;
  readonly tags: readonly string[];
  /** Titles. */
  readonly tasks: readonly string[];
  /** Who was asked or written to: keys or addresses. */
  readonly asked: readonly string[];
  /** All that people can read, for the look for secrets. */
  readonly shown: readonly string[];
}

export function beforeRun({ sent }: Tenant, incident: Incident | undefined): Before {
  return {
    comments: new Map([...(incident?.comments.values() ?? [])].map((each) => [each.name, messageOf(each)])),
    tags: tagsOf(incident),
    tasks: [...(incident?.tasks.keys() ?? [])],
    sent: sent.length,
  };
}

export function evidenceOf(
  { sent }: Tenant,
  incident: Incident | undefined,
  { before, people }: { readonly before: Before; readonly people: People },
): Evidence {
  const written = [...(incident?.comments.values() ?? [])].filter(
    (each) => before.comments.get(each.name) !== messageOf(each),
  );
  const tasks = [...(incident?.tasks.entries() ?? [])]
    .filter(([name]) => !before.tasks.includes(name))
    .map(([, each]) => each);
  const mails = sent.slice(before.sent);
  const tags = tagsOf(incident).filter((tag) => !before.tags.includes(tag));
  return {
    comment: written.length === 0 ? undefined : messageOf(latest(written)),
    tags,
    tasks: tasks.map(({ properties }) => textOf(properties.title)),
    asked: mails.flatMap(({ to }) => to.split(";").map((address) => keyOf(address.trim(), people) ?? address.trim())),
    shown: [
      ...written.map(messageOf),
      ...tags,
      ...tasks.map(({ properties }) => JSON.stringify(properties)),
      ...mails.map(({ text }) => text),
    ],
  };
}

/** Of comments written at the same time the last in order. */
function latest(comments: readonly Resource[]): Resource {
  const time = ({ properties }: Resource) => textOf(properties.lastModifiedTimeUtc);
  return comments.reduce((last, each) => (time(each) >= time(last) ? each : last));
}

function messageOf({ properties }: Resource): string {
  return textOf(properties.message);
}

function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

function tagsOf(incident: Incident | undefined): readonly string[] {
  const labels = incident?.properties.labels;
  if (!Array.isArray(labels)) return [];
  return labels.map((label) => textOf((label as { readonly labelName?: Json }).labelName));
}

/** A person in the words of a test. */
export interface ToldPerson {
  readonly enabled: boolean;
  readonly revoked: boolean;
  readonly passwordReset: boolean;
  readonly risk: string;
  readonly groups: readonly string[];
  readonly methods: readonly string[];
}

export function toldPerson(
  { directory }: Tenant,
  user: User,
  { people, breakGlass }: { readonly people: People; readonly breakGlass: string | undefined },
): ToldPerson {
  const direct = groupsOf(directory, user.id).filter(
    ({ id, members }) => members.has(user.id) && id !== breakGlass?.toLowerCase(),
  );
  return {
    enabled: user.properties.accountEnabled === true,
    revoked: user.revocations > 0,
    passwordReset: user.password !== undefined,
    risk: user.risk?.level ?? "none",
    groups: direct.map(({ id }) => [...people.groupIds].find(([, each]) => each === id)?.[0] ?? id),
    methods: user.methods.map(({ type }) => type),
  };
}
