/** What is only missing because the document that has it could not be read: the mistake there says it all. */

import type { Diagnostic } from "../diagnostics";

/**
 * Findings about a name that nothing has: functions and tables in KQL, bases, overrides, adopted documents and exceptions of tenants, what policies,
 * playbooks and automation rules name, and what tests are about.
 */
const UNKNOWN: ReadonlySet<string> = new Set([
  "PKT2005",
  "PKT2006",
  "PKT5201",
  "PKT5210",
  "PKT5217",
  "PKT5230",
  "PKT5410",
  "PKT5523",
  "PKT6002",
  "PKT6050",
]);

/** A tenant that gets no resource: what it would get could not be read. */
const NOTHING_DEPLOYED = "PKT5215";

/** A line that gives a document its name. */
const NAMED = /^[-\s{"]*(?:key|id|name|alias)"?\s*:\s*["']?([\w-]+)/gm;

/** `read`: what was found while reading. Its errors stay, so that nothing passes for want of what is left out. */
export function withoutEchoes(found: readonly Diagnostic[], read: readonly Diagnostic[]): readonly Diagnostic[] {
  const names = namesUnread(read);
  if (names.size === 0) return found;
  return found.filter(({ code, at }) => {
    if (code === NOTHING_DEPLOYED) return false;
    if (!UNKNOWN.has(code) || !at) return true;
    const named = /^["']?([\w-]+)/.exec(at.source.text.slice(at.start, at.end))?.[1];
    return named === undefined || !names.has(named);
  });
}

/** The names of all documents of files in which something could not be read. */
export function namesUnread(read: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(unreadTexts(read).flatMap((text) => [...text.matchAll(NAMED)].flatMap(([, name]) => name ?? [])));
}

export function unreadTexts(read: readonly Diagnostic[]): readonly string[] {
  const errors = read.filter(({ severity }) => severity === "error");
  return [...new Set(errors.flatMap(({ at }) => at?.source.text ?? []))];
}
