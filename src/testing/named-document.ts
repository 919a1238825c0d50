/** A document that a test names, among those of its kinds. */

import { didYouMean } from "../diagnostics";
import type { Document, DocumentOf, Kind } from "../documents";

export interface Naming<K extends Kind> {
  readonly kinds: readonly K[];
  /** What the test calls it. */
  readonly noun: string;
}

/** A name that no document has, in words. */
export interface UnknownName {
  readonly message: string;
  readonly help?: string | undefined;
}

export function namedDocument<K extends Kind>(
  name: string,
  { kinds, noun }: Naming<K>,
  documents: readonly Document[],
): DocumentOf<K> | UnknownName {
  const candidates = documents.filter(({ kind }) => (kinds as readonly Kind[]).includes(kind)) as DocumentOf<K>[];
  const named = candidates.find(({ key }) => key === name);
  if (named) return named;
  return unknownName(
    name,
    `${noun} has the key`,
    candidates.map(({ key }) => key),
  );
}

/** `what` goes on "no ...". */
export function unknownName(name: string, what: string, names: readonly string[]): UnknownName {
  return { message: `no ${what} \`${name}\``, help: nearName(name, names) };
}

export const RULES = { kinds: ["Scheduled", "NRT"], noun: "analytics rule" } as const satisfies Naming<Kind>;
export const TENANTS = { kinds: ["Tenant"], noun: "tenant" } as const satisfies Naming<Kind>;
export const PLAYBOOKS = { kinds: ["Playbook"], noun: "playbook" } as const satisfies Naming<Kind>;

/** The nearest of the names, or all of them where they are few. */
export function nearName(name: string, names: Iterable<string>): string | undefined {
  const all = [...names];
  return didYouMean(name, all) ?? fewNames(all);
}

/** More names than this are no help. */
const NAMES_MAX = 5;

function fewNames(names: readonly string[]): string | undefined {
  return names.length > 0 && names.length <= NAMES_MAX ? `there are ${names.join(", ")}` : undefined;
}
