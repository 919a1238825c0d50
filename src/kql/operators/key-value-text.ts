/** Reading `key=value` texts, with delimiters that are given or without.
 *  Source: https://learn.microsoft.com/kusto/query/parse-kv-operator, read 2026-11-25, and the engine's recorded results. */

import type { ParseKvForm } from "../ir/step";

type Delimited = Extract<ParseKvForm, { readonly kind: "delimited" }>;
type Quoting = Pick<Delimited, "quotes" | "escapes">;
type Found = ReadonlyMap<string, string>;
/** Ends the query where neither the page nor a recorded result says how a text is read. */
type Refuse = (message: string) => never;

export function readDelimited(text: string, form: Delimited, names: ReadonlySet<string>, refuse: Refuse): Found {
  const found = new Map<string, string>();
  let at = 0;
  for (;;) {
    const key = keyAt(text, at, form, refuse);
    if (!key) return found;
    const from = skipSpace(text, key.end);
    if (from > key.end && form.pair.trim() === "") refuseEmptyOrNext(text, from, form, refuse);
    const quoted = quotedAt(text, from, form, refuse);
    const value = quoted ?? plainValue(text, from, form, names, refuse);
    if (!found.has(key.name)) found.set(key.name, value.text);
    const end = indexOrEnd(text, form.pair, value.end);
    if (text.slice(value.end, end).trim() !== "") {
      refuse("a text of `parse-kv` with something behind a closing quote is not evaluated");
    }
    at = end + form.pair.length;
  }
}

/** With a space between pairs, `a= b=1` may be an empty value or the value `b=1`. */
function refuseEmptyOrNext(text: string, from: number, { pair, keyValue }: Delimited, refuse: Refuse): void {
  if (text.slice(from, indexOrEnd(text, pair, from)).includes(keyValue)) {
    refuse("a text of `parse-kv` with a value that may be empty is not evaluated");
  }
}

interface Part {
  readonly text: string;
  /** Where the reading goes on. */
  readonly end: number;
}

/** The next key, and where its value begins. What stands before it without a delimiter of its own is skipped. */
function keyAt(
  text: string,
  at: number,
  form: Delimited,
  refuse: Refuse,
): { readonly name: string; readonly end: number } | undefined {
  const from = skipSpace(text, at);
  const quoted = quotedAt(text, from, form, refuse);
  if (quoted) {
    const sign = skipSpace(text, quoted.end);
    if (!text.startsWith(form.keyValue, sign)) {
      refuse("a text of `parse-kv` with a quoted text that is neither key nor value is not evaluated");
    }
    return { name: quoted.text, end: sign + form.keyValue.length };
  }
  const sign = text.indexOf(form.keyValue, from);
  if (sign < 0) return undefined;
  const before = text.slice(from, sign).trimEnd();
  const name = before.slice(lastIndexBehind(before, form.pair)).trim();
  return { name, end: sign + form.keyValue.length };
}

function indexOrEnd(text: string, part: string, from: number): number {
  const at = text.indexOf(part, from);
  return at < 0 ? text.length : at;
}

function lastIndexBehind(text: string, part: string): number {
  const at = text.lastIndexOf(part);
  return at < 0 ? 0 : at + part.length;
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && /\s/.test(text.charAt(next))) next++;
  return next;
}

function plainValue(text: string, from: number, form: Delimited, names: ReadonlySet<string>, refuse: Refuse): Part {
  if (form.isGreedy) return greedyValue(text, from, form, names, refuse);
  const end = indexOrEnd(text, form.pair, from);
  return { text: text.slice(from, end).trim(), end };
}

/** Up to the next key: what stands before the next sign, behind the last delimiter. */
function greedyValue(text: string, from: number, form: Delimited, names: ReadonlySet<string>, refuse: Refuse): Part {
  const sign = text.indexOf(form.keyValue, from);
  if (sign < 0) return { text: text.slice(from).trim(), end: text.length };
  const before = text.slice(from, sign).trimEnd();
  const delimiter = before.lastIndexOf(form.pair);
  const key = before.slice(delimiter < 0 ? 0 : delimiter + form.pair.length).trim();
  if (delimiter < 0 || !names.has(key)) {
    refuse("a text of `parse-kv` with `greedy` and keys that are not listed is not evaluated");
  }
  return { text: before.slice(0, delimiter).trim(), end: from + delimiter };
}

/** A text in quotes at this place; undefined when there is no opening quote. */
function quotedAt(text: string, at: number, { quotes, escapes }: Quoting, refuse: Refuse): Part | undefined {
  const quote = quotes.find((each) => each !== "" && text.startsWith(each.charAt(0), at));
  if (quote === undefined) return undefined;
  const close = quote.charAt(quote.length - 1);
  let made = "";
  for (let index = at + 1; index < text.length; index++) {
    const sign = text.charAt(index);
    if (escapes.includes(sign)) {
      const escaped = text.charAt(++index);
      if (escaped !== close && escaped !== quote.charAt(0) && !escapes.includes(escaped)) {
        refuse("a text of `parse-kv` with an escape before neither quote nor escape is not evaluated");
      }
      made += escaped;
    } else if (sign === close) {
      return { text: made, end: index + 1 };
    } else {
      made += sign;
    }
  }
  return refuse("a text of `parse-kv` with a quote that is not closed is not evaluated");
}

/** Without delimiters every sign that is neither letter nor digit is one: a value is the word, or quoted text, behind its key. */
export function readUndelimited(text: string, quoting: Quoting, names: ReadonlySet<string>, refuse: Refuse): Found {
  const parts = wordsAndQuotes(text, quoting, refuse);
  const found = new Map<string, string>();
  parts.forEach((part, index) => {
    const value = parts[index + 1];
    if (!names.has(part) || found.has(part)) return;
    if (value === undefined || names.has(value) || (index > 0 && names.has(parts[index - 1] ?? ""))) {
      refuse("a text of `parse-kv` with a key that may be a value is not evaluated");
    }
    found.set(part, value ?? "");
  });
  return found;
}

function wordsAndQuotes(text: string, quoting: Quoting, refuse: Refuse): readonly string[] {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = quotedAt(text, at, quoting, refuse);
    const word = quoted ? undefined : /^[\p{L}\p{N}]+/u.exec(text.slice(at))?.[0];
    if (quoted) parts.push(quoted.text);
    else if (word !== undefined) parts.push(word);
    at = quoted?.end ?? at + (word?.length ?? 1);
  }
  return parts;
}
