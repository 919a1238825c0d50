/** IPv6 addresses and prefixes: reading and masking. IPv4 addresses are read as mapped ones. */

import { type KqlFunction, kqlFunction, page } from "./definition";
import { ipv4OfText } from "./ipv4";

interface Prefix {
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
function ipv6OfText(text: string): Prefix | undefined {
  const trimmed = text.trim();
  const v4 = ipv4OfText(trimmed);
  if (v4)
    return {
      groups: [0, 0, 0, 0, 0, 0xffff, Math.floor(v4.address / 65_536), v4.address % 65_536],
      bits: MAPPED_BITS + v4.bits,
    };
  const match = /^([0-9a-f:.]+)(?:\/(\d{1,3}))?$/i.exec(trimmed);
  const groups = match && groupsOf(match[1] ?? "");
  const bits = Number(match?.[2] ?? BITS);
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

/** All eight groups in four digits, with all but the first `bits` cleared. */
function textOf({ groups }: Prefix, bits: number): string {
  return groups
    .map((group, index) => {
      const kept = Math.max(0, Math.min(16, bits - index * 16));
      return (group & (0xffff << (16 - kept)) & 0xffff).toString(16).padStart(4, "0");
    })
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

export const ipv6Functions: readonly KqlFunction[] = [parseIpv6, parseIpv6Mask];
