/** IPv6 addresses and prefixes: reading, masking, comparing. IPv4 addresses are read as mapped ones. */

import { flattened } from "../values/flattened";
import { type CallSite, type KqlFunction, kqlFunction, page } from "./definition";
import { ipv4OfText } from "./ipv4";

export interface Ipv6Prefix {
  /** Eight groups of 16 bits. */
  readonly groups: readonly number[];
  /** 0 to 128. */
  readonly bits: number;
}

const GROUPS = 8;
const BITS = 128;
/** Bits before the IPv4 address in a mapped one (RFC 4291, 2.5.5.2). */
const MAPPED_BITS = 96;

/** An address with an optional `/bits`; undefined when it is neither. */
export function ipv6OfText(text: string): Ipv6Prefix | undefined {
  const trimmed = text.trim();
  const v4 = ipv4OfText(trimmed);
  if (v4)
    return {
      groups: [0, 0, 0, 0, 0, 0xffff, Math.floor(v4.address / 65_536), v4.address % 65_536],
      bits: MAPPED_BITS + v4.bits,
    };
  const match = /^([0-9a-f:.]+)(?:\/(\d{1,3}))?$/i.exec(trimmed);
  if (!match) return undefined;
  const [, address = "", suffix] = match;
  const groups = groupsOf(address);
  // Behind an address that ends in dots the bits are those of its IPv4 part.
  const bits = suffix === undefined ? BITS : Number(suffix) + (address.includes(".") ? MAPPED_BITS : 0);
  return groups && bits <= BITS ? { groups, bits } : undefined;
}

function groupsOf(text: string): readonly number[] | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(readGroups);
  if (!head || (halves.length === 2 && !tail)) return undefined;
  const missing = GROUPS - head.length - (tail?.length ?? 0);
  if (halves.length === 1) return missing === 0 ? head : undefined;
  return missing > 0 ? [...head, ...new Array<number>(missing).fill(0), ...(tail ?? [])] : undefined;
}

/** Groups between colons; the last may be an IPv4 address. */
function readGroups(text: string): readonly number[] | undefined {
  if (text === "") return [];
  const groups: number[] = [];
  for (const [index, part] of text.split(":").entries()) {
    const v4 = part.includes(".") && index === text.split(":").length - 1 ? ipv4OfText(part) : undefined;
    if (v4) groups.push(Math.floor(v4.address / 65_536), v4.address % 65_536);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}

/** Groups with all but the first `bits` cleared. */
export function maskedGroups({ groups }: Ipv6Prefix, bits: number): readonly number[] {
  return groups.map((group, index) => {
    const kept = Math.max(0, Math.min(16, bits - index * 16));
    return group & (0xffff << (16 - kept)) & 0xffff;
  });
}

/** All eight groups in four digits. */
function textOf(prefix: Ipv6Prefix, bits: number): string {
  return maskedGroups(prefix, bits)
    .map((group) => group.toString(16).padStart(4, "0"))
    .join(":");
}

const parseIpv6 = kqlFunction({
  name: "parse_ipv6",
  source: page("parse-ipv6-function"),
  params: [{ name: "ip", type: "string" }],
  returns: "string",
  nulls: "sees nulls",
  examples: [
    ["parse_ipv6('127.0.0.1')", "'0000:0000:0000:0000:0000:ffff:7f00:0001'"],
    ["parse_ipv6('fe80::85d:e82c:9446:7994')", "'fe80:0000:0000:0000:085d:e82c:9446:7994'"],
    ["parse_ipv6('fe80::1::2')", "''"],
  ],
  call: (text) => {
    const prefix = ipv6OfText(text);
    return prefix ? textOf(prefix, prefix.bits) : "";
  },
});

const parseIpv6Mask = kqlFunction({
  name: "parse_ipv6_mask",
  source: page("parse-ipv6-mask-function"),
  params: [
    { name: "ip", type: "string" },
    { name: "prefix", type: "long" },
  ],
  returns: "string",
  nulls: "sees nulls",
  examples: [
    ["parse_ipv6_mask('fe80::85d:e82c:9446:7994', 120)", "'fe80:0000:0000:0000:085d:e82c:9446:7900'"],
    ["parse_ipv6_mask('2001:db8:17::a1f', 64)", "'2001:0db8:0017:0000:0000:0000:0000:0000'"],
    ["parse_ipv6_mask('abc', 64)", "''"],
  ],
  call: (text, bits) => {
    const prefix = ipv6OfText(text);
    const wanted = Number(bits ?? -1);
    return prefix && wanted >= 0 && wanted <= BITS ? textOf(prefix, Math.min(wanted, prefix.bits)) : "";
  },
});

/**
 * What a text may mean when it is compared. `::10.0.0.1/30` was recorded to equal the mapped address, but not whether
 * because its address is read as mapped or its bits as those of IPv6: both readings, and only what both say is answered.
 */
function readings(text: string): readonly Ipv6Prefix[] {
  const prefix = ipv6OfText(text);
  if (!prefix) return [];
  const compatible = /^::(\d+\.[\d.]+)(?:\/(\d+))?$/.exec(text.trim());
  if (!compatible) return [prefix];
  const mapped = ipv6OfText(text.trim().slice(2));
  return mapped ? [mapped, { ...prefix, bits: Number(compatible[2] ?? BITS) }] : [prefix];
}

/** Bits that an argument asks for: of two IPv4 addresses the document counts those of IPv4, of others those of IPv6. */
function bitsAsked(texts: readonly string[], bits: number): readonly number[] {
  const isIpv4 = texts.every((text) => ipv4OfText(text.trim()) !== undefined);
  return isIpv4 && bits <= BITS - MAPPED_BITS ? [bits, bits + MAPPED_BITS] : [bits];
}

/** -1, 0 or 1 by the common prefix; null where a text is no address or the bits are none. */
function order(site: CallSite, left: string, right: string, bits: number): number | null {
  const [lefts, rights] = [readings(left), readings(right)];
  if (lefts.length === 0 || rights.length === 0 || bits < 0 || bits > BITS) return null;
  const orders = new Set<number>();
  for (const first of lefts) {
    for (const second of rights) {
      for (const asked of bitsAsked([left, right], bits)) orders.add(orderOf(first, second, asked));
    }
  }
  const [only, ...others] = orders;
  if (only === undefined || others.length > 0) {
    return site.refuse("unsupported", `\`${site.name}\` of \`${left}\` and \`${right}\` is not evaluated`);
  }
  return only;
}

function orderOf(first: Ipv6Prefix, second: Ipv6Prefix, asked: number): number {
  const bits = Math.min(first.bits, second.bits, asked);
  const [left, right] = [maskedGroups(first, bits), maskedGroups(second, bits)];
  const at = left.findIndex((group, index) => group !== right[index]);
  return at < 0 ? 0 : Math.sign((left[at] ?? 0) - (right[at] ?? 0));
}

const COMPARED = [
  { name: "left", type: "string" },
  { name: "right", type: "string" },
  { name: "bits", type: "long", optional: true },
] as const;

const compare = kqlFunction({
  name: "ipv6_compare",
  source: `${page("ipv6-compare-function")}, engine`,
  params: COMPARED,
  returns: "long",
  nulls: "null in, null out",
  examples: [
    ["ipv6_compare('fe80::1', 'fe80::2')", "-1"],
    ["ipv6_compare('192.168.1.1', '::ffff:c0a8:0101')", "0"],
  ],
  prepare:
    (site) =>
    (left, right, bits = BITS) =>
      order(site, left, right, Number(bits)),
});

const isMatch = kqlFunction({
  name: "ipv6_is_match",
  source: `${page("ipv6-is-match-function")}, engine`,
  params: COMPARED,
  returns: "bool",
  nulls: "null in, null out",
  examples: [["ipv6_is_match('fe80::85d:e82c:9446:7994/120', 'fe80::85d:e82c:9446:7998')", "true"]],
  prepare:
    (site) =>
    (left, right, bits = BITS) => {
      const found = order(site, left, right, Number(bits));
      return found === null ? null : found === 0;
    },
});

const isInRange = kqlFunction({
  name: "ipv6_is_in_range",
  source: `${page("ipv6-is-in-range-function")}, engine`,
  params: [
    { name: "ip", type: "string" },
    { name: "range", type: "string" },
  ],
  returns: "bool",
  nulls: "sees nulls",
  examples: [
    ["ipv6_is_in_range('fe80::1234', 'fe80::/64')", "true"],
    ["isnull(ipv6_is_in_range('abc', 'fe80::/64'))", "true"],
  ],
  prepare: (site) => (ip, range) => {
    const found = order(site, ip, range, BITS);
    return found === null ? null : found === 0;
  },
});

const isInAnyRange = kqlFunction({
  name: "ipv6_is_in_any_range",
  source: page("ipv6-is-in-any-range-function"),
  params: [
    { name: "ip", type: "string" },
    { name: "ranges", type: "any", repeats: true },
  ],
  returns: "bool",
  nulls: "sees nulls",
  examples: [
    ["ipv6_is_in_any_range('fe80::1', 'fe90::/16', 'fe80::/64')", "true"],
    ["ipv6_is_in_any_range('fe80::1', dynamic(['fe90::/16']))", "false"],
  ],
  prepare:
    (site) =>
    (ip, ...list) => {
      if (readings(ip).length === 0) return null;
      const ranges = flattened(list).map((each) => (typeof each === "string" ? each : ""));
      if (ranges.some((range) => readings(range).length === 0)) {
        return site.refuse("unsupported", `\`${site.name}\` with a range that is none is not evaluated`);
      }
      return ranges.some((range) => order(site, ip, range, BITS) === 0);
    },
});

export const ipv6Functions: readonly KqlFunction[] = [
  parseIpv6,
  parseIpv6Mask,
  compare,
  isMatch,
  isInRange,
  isInAnyRange,
];
