/** One change as one sentence: "guests on unmanaged devices no longer need MFA for Office 365 Exchange Online". */

import type { Change } from "./changes";
import type { Names } from "./names";
import type { Described } from "./places";

type Told = Pick<Change, "before" | "after" | "sessionBefore" | "sessionAfter"> & {
  readonly words: Described["words"];
  readonly names: Names;
};

type Clauses = Change["before"];

export function sentence({ before, after, sessionBefore, sessionAfter, words, names }: Told): string {
  const demand = demandWords(before, after, names);
  const verb = demand ?? sessionWords(sessionBefore ?? {}, sessionAfter ?? {});
  const [where, ...hidden] = splitHidden(words.rest);
  return [words.who, ...(where ?? []), verb, words.resource, ...hidden.flat()].filter((part) => part !== "").join(" ");
}

/** Conditions stand with the subject, what hides a change at the end. */
function splitHidden(rest: readonly string[]): readonly (readonly string[])[] {
  const isHidden = (part: string) => part.startsWith("where ");
  return [rest.filter((part) => !isHidden(part)), rest.filter(isHidden)];
}

/** Undefined where the demands are the same. */
function demandWords(before: Clauses, after: Clauses, names: Names): string | undefined {
  const isBlocked = (clauses: Clauses) => clauses.length === 1 && clauses[0]?.join() === "block";
  if (isBlocked(before) && isBlocked(after)) return undefined;
  if (isBlocked(after)) return "are now blocked";
  if (isBlocked(before))
    return after.length === 0 ? "are no longer blocked" : `are no longer blocked and need ${inWords(after, names)}`;
  const has = (clauses: Clauses, clause: readonly string[]) => clauses.some((each) => each.join() === clause.join());
  const lost = before.filter((clause) => !has(after, clause));
  const gained = after.filter((clause) => !has(before, clause));
  if (lost.length === 0 && gained.length === 0) return undefined;
  if (gained.length === 0) return `no longer need ${inWords(lost, names)}`;
  if (lost.length === 0) return `now need ${inWords(gained, names)}`;
  return `need ${inWords(gained, names)} instead of ${inWords(lost, names)}`;
}

function inWords(clauses: Clauses, names: Names): string {
  const parts = clauses.map((clause) => clause.map((name) => names.control(name)).join(" or "));
  const isMixed = clauses.length > 1 && clauses.some((clause) => clause.length > 1);
  return parts.map((part) => (isMixed && part.includes(" or ") ? `(${part})` : part)).join(" and ");
}

const SESSION_WORDS: Readonly<Record<string, string>> = {
  signInFrequency: "sign-in frequency",
  persistentBrowser: "persistent browser",
  applicationEnforcedRestrictions: "app enforced restrictions",
  cloudAppSecurity: "Defender for Cloud Apps",
  continuousAccessEvaluation: "continuous access evaluation",
  disableResilienceDefaults: "disabled resilience defaults",
  secureSignInSession: "token protection",
  globalSecureAccessFilteringProfile: "security profile",
};

function sessionWords(
  before: Readonly<Record<string, string | true>>,
  after: Readonly<Record<string, string | true>>,
): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => before[name] !== after[name],
  );
  return names
    .map((name) => {
      const what = SESSION_WORDS[name] ?? name;
      const [old, now] = [before[name], after[name]];
      const words = (value: string | true) => (value === true ? what : `${what} \`${value}\``);
      if (now === undefined) return `no longer have ${words(old ?? true)}`;
      return old === undefined ? `now have ${words(now)}` : `have ${words(now)} instead of \`${old}\``;
    })
    .join(" and ");
}
