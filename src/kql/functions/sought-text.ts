/** A text that is sought in others, made ready once: where it stands in them, and whether it stands there as a term, a prefix or a suffix. */

import { lowerCase } from "../values/letter-case";

export interface Sought {
  readonly length: number;
  /** What of another text is searched: itself, or what it is when upper and lower case are made equal. */
  readonly subjectOf: (text: string) => string;
  /** Where it stands first in a subject, from a place on; below zero where it does not. */
  readonly find: (subject: string, from: number) => number;
  /** Whether it stands at this very place. */
  readonly isAt: (subject: string, at: number) => boolean;
  /** Whether its first letter belongs to a term; its last. */
  readonly startsInTerm: boolean;
  readonly endsInTerm: boolean;
}

/** Of a text that is compared as it stands. */
export function soughtAsItIs(pattern: string): Sought {
  return {
    length: pattern.length,
    startsInTerm: isTermAt(pattern, 0),
    endsInTerm: isTermBefore(pattern, pattern.length),
    subjectOf: (text) => text,
    find: (subject, from) => subject.indexOf(pattern, from),
    isAt: (subject, at) => subject.startsWith(pattern, at),
  };
}

/** Without regard to case. */
export function soughtInAnyCase(pattern: string): Sought {
  return { ...soughtAsItIs(lowerCase(pattern)), subjectOf: lowerCase };
}

/** The same for a text that is sought often: the others are searched as they are, for to make lower case of each would take longer than the search. */
export function soughtOften(pattern: string): Sought {
  const folded = lowerCase(pattern);
  if (!/^[\0-\x7f]+$/.test(folded)) return soughtInAnyCase(pattern);
  const letters = [...folded].map(inBothCases).join("");
  const [somewhere, here] = [new RegExp(letters, "g"), new RegExp(letters, "y")];
  return {
    ...soughtAsItIs(folded),
    find: (subject, from) => {
      somewhere.lastIndex = from;
      return somewhere.test(subject) ? somewhere.lastIndex - folded.length : -1;
    },
    isAt: (subject, at) => {
      here.lastIndex = at;
      return here.test(subject);
    },
  };
}

/** The sign for kelvin is the one letter beyond ASCII whose lower case is in ASCII. */
function inBothCases(letter: string): string {
  if (/[a-z]/.test(letter)) return `[${letter}${letter.toUpperCase()}${letter === "k" ? "\u212a" : ""}]`;
  return /[0-9]/.test(letter) ? letter : `\\x${letter.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

export function isIn(text: string, sought: Sought): boolean {
  return sought.find(sought.subjectOf(text), 0) >= 0;
}

export function isAtStart(text: string, sought: Sought): boolean {
  return sought.isAt(sought.subjectOf(text), 0);
}

export function isAtEnd(text: string, sought: Sought): boolean {
  const subject = sought.subjectOf(text);
  return subject.length >= sought.length && sought.isAt(subject, subject.length - sought.length);
}

export function isTermIn(text: string, sought: Sought): boolean {
  return someplace(text, sought, startsTerm, endsTerm);
}

export function isPrefixIn(text: string, sought: Sought): boolean {
  return someplace(text, sought, startsTerm, anywhere);
}

export function isSuffixIn(text: string, sought: Sought): boolean {
  return someplace(text, sought, anywhere, endsTerm);
}

type Border = (subject: string, at: number, sought: Sought) => boolean;

/** True when some place where it stands has such borders. */
function someplace(text: string, sought: Sought, start: Border, end: Border): boolean {
  if (sought.length === 0) return true;
  const subject = sought.subjectOf(text);
  for (let at = sought.find(subject, 0); at >= 0; at = sought.find(subject, at + 1)) {
    if (start(subject, at, sought) && end(subject, at + sought.length, sought)) return true;
  }
  return false;
}

const anywhere: Border = () => true;
const startsTerm: Border = (subject, at, { startsInTerm }) => !startsInTerm || at === 0 || !isTermBefore(subject, at);
const endsTerm: Border = (subject, end, { endsInTerm }) =>
  !endsInTerm || end >= subject.length || !isTermAt(subject, end);

/** Letters and digits, of any script, make a term; everything else separates. */
const IN_TERM = /[\p{L}\p{N}]/u;
const ASCII_IN_TERM: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  IN_TERM.test(String.fromCharCode(code)),
);

function isTermAt(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  if (code === undefined) return false;
  return code < ASCII_IN_TERM.length ? ASCII_IN_TERM[code] === true : IN_TERM.test(String.fromCodePoint(code));
}

function isTermBefore(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  const isLowSurrogate = last >= 0xdc00 && last <= 0xdfff;
  return isTermAt(text, end - (isLowSurrogate ? 2 : 1));
}
