/** IPv4 addresses and prefixes: reading, comparing, ranges. */

import { type Dynamic, isArray } from "../values/value";
import { type KqlFunction, kqlFunction, page } from "./definition";

export interface Ipv4Prefix {
  readonly address: number;
  /** 0 to 32. */
  readonly bits: number;
}

/** `a.b.c.d` with an optional `/bits`; undefined when it is neither. */
export function ipv4OfText(text: string): Ipv4Prefix | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const octets = match.slice(1, 5).map(Number);
  const bits = Number(match[5] ?? 32);
  if (octets.some((octet) => octet > 255) || bits > 32) return undefined;
  return { address: octets.reduce((sum, octet) => sum * 256 + octet, 0), bits };
}

/** The address with all but the first `bits` cleared. */
export function masked(address: number, bits: number): number {
  const size = 2 ** (32 - bits);
  return Math.floor(address / size) * size;
}

function isIn({ address, bits }: Ipv4Prefix, range: Ipv4Prefix): boolean {
  const common = Math.min(bits, range.bits);
  return masked(address, common) === masked(range.address, common);
}

/** Ranges of RFC 1918. */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].flatMap((text) => ipv4OfText(text) ?? []);

const isPrivate = kqlFunction({
  name: "ipv4_is_private",
  source: page("ipv4-is-private-function"),
  params: [{ name: "ip", type: "string" }],
  returns: "bool",
  nulls: "sees nulls",
  examples: [
    ["ipv4_is_private('192.168.1.1/24')", "true"],
    ["ipv4_is_private('9.1.2.3')", "false"],
    ["isnull(ipv4_is_private('abc'))", "true"],
  ],
  call: (text) => {
    const prefix = ipv4OfText(text);
    return prefix ? PRIVATE.some((range) => prefix.bits >= range.bits && isIn(prefix, range)) : null;
  },
});

const isInRange = kqlFunction({
  name: "ipv4_is_in_range",
  source: `${page("ipv4-is-in-range-function")}, engine`,
  params: [
    { name: "ip", type: "string" },
    { name: "range", type: "string" },
  ],
  returns: "bool",
  nulls: "sees nulls",
  examples: [
    ["ipv4_is_in_range('192.168.1.6', '192.168.1.1/24')", "true"],
    ["ipv4_is_in_range('192.168.1.1', '192.168.2.1')", "false"],
  ],
  call: (ip, range) => {
    const [left, right] = [ipv4OfText(ip), ipv4OfText(range)];
    return left && right ? isIn(left, right) : null;
  },
});

function rangesOf(list: readonly Dynamic[]): readonly (Ipv4Prefix | undefined)[] {
  return list.flatMap((each) =>
    isArray(each) ? rangesOf(each) : [typeof each === "string" ? ipv4OfText(each) : undefined],
  );
}

const isInAnyRange = kqlFunction({
  name: "ipv4_is_in_any_range",
  source: page("ipv4-is-in-any-range-function"),
  params: [
    { name: "ip", type: "string" },
    { name: "ranges", type: "any", repeats: true },
  ],
  returns: "bool",
  nulls: "sees nulls",
  examples: [
    ["ipv4_is_in_any_range('192.168.1.6', '10.0.0.0/8', '192.168.1.1/24')", "true"],
    ["ipv4_is_in_any_range('192.168.1.6', dynamic(['127.0.0.1']))", "false"],
  ],
  prepare:
    (site) =>
    (ip, ...list) => {
      const prefix = ipv4OfText(ip);
      if (!prefix) return null;
      const ranges = rangesOf(list as readonly Dynamic[]);
      if (ranges.includes(undefined)) {
        return site.refuse("unsupported", "`ipv4_is_in_any_range` with a range that is none is not evaluated");
      }
      return ranges.some((range) => range !== undefined && isIn(prefix, range));
    },
});

const MATCH_PARAMS = [
  { name: "left", type: "string" },
  { name: "right", type: "string" },
  { name: "bits", type: "long", optional: true },
] as const;

/** -1, 0 or 1; addresses are compared in their common prefix. */
function order(left: string, right: string, bits: number): number | null {
  const [first, second] = [ipv4OfText(left), ipv4OfText(right)];
  if (!first || !second || bits < 0 || bits > 32) return null;
  const common = Math.min(first.bits, second.bits, bits);
  return Math.sign(masked(first.address, common) - masked(second.address, common));
}

const isMatch = kqlFunction({
  name: "ipv4_is_match",
  source: `${page("ipv4-is-match-function")}, engine`,
  params: MATCH_PARAMS,
  returns: "bool",
  nulls: "null in, null out",
  examples: [
    ["ipv4_is_match('192.168.1.1/24', '192.168.1.255')", "true"],
    ["ipv4_is_match('192.168.1.1', '192.168.1.255', 24)", "true"],
  ],
  call: (left, right, bits = 32) => {
    const found = order(left, right, Number(bits));
    return found === null ? null : found === 0;
  },
});

const compare = kqlFunction({
  name: "ipv4_compare",
  source: page("ipv4-compare-function"),
  params: MATCH_PARAMS,
  returns: "long",
  nulls: "null in, null out",
  examples: [["ipv4_compare('192.168.1.1', '192.168.1.255')", "-1"]],
  call: (left, right, bits = 32) => order(left, right, Number(bits)),
});

const parseIpv4 = kqlFunction({
  name: "parse_ipv4",
  source: page("parse-ipv4-function"),
  params: [{ name: "ip", type: "string" }],
  returns: "long",
  nulls: "sees nulls",
  examples: [
    ["parse_ipv4('192.168.1.1')", "3232235777"],
    ["parse_ipv4('192.168.1.1/24')", "3232235776"],
  ],
  call: (text) => {
    const prefix = ipv4OfText(text);
    return prefix ? masked(prefix.address, prefix.bits) : null;
  },
});

const netmaskSuffix = kqlFunction({
  name: "ipv4_netmask_suffix",
  source: `${page("ipv4-netmask-suffix-function")}, engine`,
  params: [{ name: "ip", type: "string" }],
  returns: "long",
  nulls: "sees nulls",
  examples: [["ipv4_netmask_suffix('192.168.1.1/24')", "24"]],
  call: (text) => ipv4OfText(text)?.bits ?? null,
});

export const ipv4Functions: readonly KqlFunction[] = [
  isPrivate,
  isInRange,
  isInAnyRange,
  isMatch,
  compare,
  parseIpv4,
  netmaskSuffix,
];
