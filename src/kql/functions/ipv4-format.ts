/** IPv4 addresses as numbers and texts: masked, formatted, ranges as lists of prefixes. */

import type { Value } from "../values/value";
import { type KqlFunction, kqlFunction, overload, page } from "./definition";
import { type Ipv4Prefix, ipv4OfText, masked } from "./ipv4";

const BITS = 32;
const ADDRESSES = 2 ** BITS;

/** An address from its text or its number; undefined when it is none. */
function prefixOf(value: Value): Ipv4Prefix | undefined {
  if (typeof value === "string") return ipv4OfText(value);
  const address = Number(value);
  return address >= 0 && address < ADDRESSES ? { address, bits: BITS } : undefined;
}

function textOf(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

/** The address with the shorter of its own prefix and the one that is asked for; undefined for a prefix that is none. */
function shortened(value: Value, bits: number): Ipv4Prefix | undefined {
  const prefix = prefixOf(value);
  if (!prefix || bits < 0 || bits > BITS) return undefined;
  const common = Math.min(prefix.bits, bits);
  return { address: masked(prefix.address, common), bits: common };
}

function format(name: string, show: (prefix: Ipv4Prefix) => string, example: readonly [string, string]): KqlFunction {
  return {
    name,
    source: `${page(`${name.replaceAll("_", "-")}-function`)}, engine`,
    examples: [example, [`${name}('192.168.1.1/24', -1)`, "''"], [`${name}('abc', 32)`, "''"]],
    overloads: (["string", "long"] as const).map((type) =>
      overload({
        params: [
          { name: "ip", type },
          { name: "bits", type: "long", optional: true },
        ],
        returns: "string",
        nulls: "null in, null out",
        call: (ip: Value, bits: number | bigint = BITS) => {
          const prefix = shortened(ip, Number(bits));
          return prefix ? show(prefix) : "";
        },
      }),
    ),
  };
}

const parseIpv4Mask = kqlFunction({
  name: "parse_ipv4_mask",
  source: page("parse-ipv4-mask-function"),
  params: [
    { name: "ip", type: "string" },
    { name: "bits", type: "long" },
  ],
  returns: "long",
  nulls: "null in, null out",
  examples: [
    ["parse_ipv4_mask('127.0.0.1', 24)", "2130706432"],
    ["isnull(parse_ipv4_mask('127.0.0.1', 33))", "true"],
  ],
  call: (ip, bits) => shortened(ip, Number(bits))?.address ?? null,
});

/** The fewest prefixes that cover the range exactly. */
const rangeToCidrList = kqlFunction({
  name: "ipv4_range_to_cidr_list",
  source: page("ipv4-range-to-cidr-list-function"),
  params: [
    { name: "start", type: "string" },
    { name: "end", type: "string" },
  ],
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [
    [
      "ipv4_range_to_cidr_list('1.1.128.0', '1.1.140.255')",
      `dynamic(["1.1.128.0/21", "1.1.136.0/22", "1.1.140.0/24"])`,
    ],
  ],
  prepare: (site) => (start, end) => {
    const [first, last] = [ipv4OfText(start), ipv4OfText(end)];
    if (first?.bits !== BITS || last?.bits !== BITS || first.address > last.address) {
      return site.refuse("unsupported", `\`${site.name}\` is evaluated from an address to a later one only`);
    }
    return cidrsOf(first.address, last.address);
  },
});

function cidrsOf(first: number, last: number): readonly string[] {
  const found: string[] = [];
  for (let from = first; from <= last; ) {
    let bits = BITS;
    while (bits > 0 && masked(from, bits - 1) === from && from + 2 ** (BITS - bits + 1) - 1 <= last) bits--;
    found.push(`${textOf(from)}/${bits}`);
    from += 2 ** (BITS - bits);
  }
  return found;
}

export const ipv4FormatFunctions: readonly KqlFunction[] = [
  format("format_ipv4", ({ address }) => textOf(address), ["format_ipv4(3232235777, 24)", "'192.168.1.0'"]),
  format("format_ipv4_mask", ({ address, bits }) => `${textOf(address)}/${bits}`, [
    "format_ipv4_mask('192.168.1.1/24', 32)",
    "'192.168.1.0/24'",
  ]),
  parseIpv4Mask,
  rangeToCidrList,
];
