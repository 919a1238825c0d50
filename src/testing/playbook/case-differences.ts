/** What a case expects against what its runs did: stated keys exact, unstated ones free. */

import type { RecordedCall, RunResult } from "../../playbook/run";
import { shownCall, type Tenant } from "../../tenant";
import type { Difference } from "../test-case";
import { callKind } from "./call-kind";
import { type CallPattern, hasBody, isSame, toldCall } from "./case-calls";
import { type People, withIds, withKeys } from "./case-people";
import { type Evidence, toldPerson } from "./evidence";
import type { PlaybookCase } from "./playbook-frame";

type Expected = NonNullable<PlaybookCase["expect"]>;

export interface Happened {
  readonly results: readonly RunResult[];
  readonly evidence: Evidence;
  readonly tenant: Tenant;
  readonly people: People;
  /** Id of the break-glass group: membership in it is no outcome. */
  readonly breakGlass: string | undefined;
  /** Keys of the automation rules that the incident starts; looked at only where that is stated. */
  readonly automation: readonly string[];
}

export interface Stated {
  readonly expected: Expected;
  readonly writes: readonly CallPattern[] | undefined;
  readonly never: readonly CallPattern[];
}

export function differencesOf({ expected, writes, never }: Stated, happened: Happened): readonly Difference[] {
  const { results, evidence, people } = happened;
  const calls = results.flatMap((each) => each.calls);
  const status = results.at(-1)?.status;
  const told = (texts: readonly string[]) => texts.map((text) => withKeys(text, people));
  return [
    ...(expected.run !== undefined && expected.run !== status
      ? [{ of: "run", expected: expected.run, actual: status ?? null }]
      : []),
    ...neverDifferences(never, calls, people),
    ...(writes ? writeDifferences(writes, calls, people) : []),
    ...commentDifferences(expected.comment, evidence, people),
    ...setDifference("tags", expected.tags, told(evidence.tags)),
    ...setDifference("tasks", expected.tasks, told(evidence.tasks)),
    ...listDifference("asked", expected.asked, evidence.asked),
    ...peopleDifferences(expected.people, happened),
    ...listDifference("automation", expected.automation, happened.automation),
  ];
}

/** Even a call that was refused was tried. */
function neverDifferences(
  never: readonly CallPattern[],
  calls: readonly RecordedCall[],
  people: People,
): readonly Difference[] {
  return never.flatMap((pattern) => {
    const made = calls.filter(
      (call) => call.kind !== "workflow" && pattern.fits(shownCall(call)) && hasBody(call, pattern.body, people),
    );
    return made.length === 0
      ? []
      : [{ of: "never", expected: { never: pattern.given }, actual: made.map((call) => toldCall(call, people)) }];
  });
}

/** A call that was answered with an error changed nothing. */
export function writesOf(calls: readonly RecordedCall[]): readonly RecordedCall[] {
  return calls.filter((call) => callKind(call) === "write" && call.statusCode !== undefined && call.statusCode < 400);
}

function writeDifferences(
  wanted: readonly CallPattern[],
  calls: readonly RecordedCall[],
  people: People,
): readonly Difference[] {
  const made = writesOf(calls);
  const isMatch =
    made.length === wanted.length &&
    wanted.every((pattern, index) => {
      const call = made[index];
      return call !== undefined && pattern.fits(shownCall(call)) && hasBody(call, pattern.body, people);
    });
  if (isMatch) return [];
  // Bodies that nobody stated are left out of the telling, so that what differs stands out.
  const actual = made.map((call, index) => {
    const { body, ...told } = toldCall(call, people);
    return body !== undefined && (wanted[index]?.body !== undefined || index >= wanted.length)
      ? { ...told, body }
      : told;
  });
  return [{ of: "writes", expected: wanted.map(({ given }) => given), actual }];
}

function commentDifferences(
  expected: Expected["comment"],
  { comment }: Evidence,
  people: People,
): readonly Difference[] {
  if (expected === undefined) return [];
  if (expected === "none") return comment === undefined ? [] : [{ of: "comment", expected, actual: comment }];
  if (comment === undefined) return [{ of: "comment", expected, actual: "none" }];
  const { contains, lacks } = expected as { readonly contains?: OneOrMore; readonly lacks?: OneOrMore };
  const has = (text: string) => comment.includes(withIds(text, people));
  return listOf(contains).every(has) && !listOf(lacks).some(has) ? [] : [{ of: "comment", expected, actual: comment }];
}

type OneOrMore = string | readonly string[];

function listOf(texts: OneOrMore | undefined): readonly string[] {
  return texts === undefined ? [] : typeof texts === "string" ? [texts] : texts;
}

function setDifference(
  of: string,
  expected: readonly string[] | undefined,
  actual: readonly string[],
): readonly Difference[] {
  if (expected === undefined || isSame([...expected].sort(), [...actual].sort())) return [];
  return [{ of, expected, actual }];
}

function listDifference(
  of: string,
  expected: readonly string[] | undefined,
  actual: readonly string[],
): readonly Difference[] {
  return expected === undefined || isSame(expected, actual) ? [] : [{ of, expected, actual }];
}

function peopleDifferences(
  expected: Expected["people"],
  { tenant, people, breakGlass }: Happened,
): readonly Difference[] {
  return Object.entries(expected ?? {}).flatMap(([key, wanted]): readonly Difference[] => {
    const user = tenant.directory.users.get(people.known.get(key)?.id ?? "");
    if (!user) return [{ of: `people.${key}`, expected: wanted, actual: "not in the directory" }];
    const told = toldPerson(tenant, user, { people, breakGlass });
    const sorted = (value: unknown) => (Array.isArray(value) ? [...value].sort() : value);
    const stated = Object.entries(wanted).map(
      ([name, value]) => [name, value, told[name as keyof typeof told]] as const,
    );
    const wrong = stated.filter(([, value, actual]) => !isSame(sorted(value), sorted(actual)));
    if (wrong.length === 0) return [];
    const side = (slot: 1 | 2) => Object.fromEntries(stated.map((each) => [each[0], each[slot]]));
    return [{ of: `people.${key}`, expected: side(1), actual: side(2) }];
  });
}
