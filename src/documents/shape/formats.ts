/** The formats that text values of documents can have, each with the words in which its absence is told. */

import { parseDuration } from "../duration";
import { isIPv4, isIPv6 } from "./ip-address";

export interface Format {
  /** What is expected, as "expected ..." goes on. */
  readonly expected: string;
  readonly test: (text: string) => boolean;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Shortest and longest alias of a watchlist. Source: https://learn.microsoft.com/azure/sentinel/watchlists-create, read 2026-11-23. */
export const WATCHLIST_ALIAS_CHARS_MIN = 3;
export const WATCHLIST_ALIAS_CHARS_MAX = 64;
const WATCHLIST_ALIAS = /^[A-Za-z0-9][A-Za-z0-9_-]{1,62}[A-Za-z0-9]$/;
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

export const formats = {
  slug: {
    expected: "lower-case letters, digits and single hyphens, at most 100 characters",
    test: (text) => SLUG.test(text) && text.length <= 100,
  },
  guid: { expected: "a GUID such as 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee", test: (text) => GUID.test(text) },
  duration: {
    expected: "a duration such as 5m, 1h, 14d or PT5M, P1D",
    test: (text) => parseDuration(text) !== undefined,
  },
  date: { expected: "a day such as 2027-03-31", test: isDate },
  identifier: {
    expected: "a letter or underscore, then letters, digits and underscores",
    test: (text) => IDENTIFIER.test(text),
  },
  watchlistAlias: {
    expected: "3 to 64 letters, digits, hyphens and underscores, with a letter or digit at both ends",
    test: (text) => WATCHLIST_ALIAS.test(text),
  },
  cidr: { expected: "an address or a range such as 192.0.2.0/24 or 2001:db8::/32", test: isCidr },
  datetime: {
    expected: "a time such as 2027-03-31T12:00:00Z",
    test: (text) => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text)),
  },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** An IPv4 or IPv6 address, with or without a prefix length. */
export function isCidr(text: string): boolean {
  const [address = "", prefix, ...rest] = text.split("/");
  const bits = isIPv4(address) ? 32 : isIPv6(address) ? 128 : undefined;
  if (bits === undefined || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
}
