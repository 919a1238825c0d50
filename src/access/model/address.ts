/** Internet addresses and ranges as numbers: IPv4 and IPv6 each in a space of their own. */

export interface Address {
  readonly family: 4 | 6;
  readonly value: bigint;
}

/** First and last address. */
export interface AddressRange {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
  readonly prefix: number;
}

/** Undefined for what is not an address. IPv4 in IPv6 (`::ffff:192.0.2.1`) is the IPv4 address. */
export function parseAddress(text: string): Address | undefined {
  const trimmed = text.trim();
  if (!trimmed.includes(":")) {
    const value = parseIpv4(trimmed);
    return value === undefined ? undefined : { family: 4, value };
  }
  const value = parseIpv6(trimmed);
  if (value === undefined) return undefined;
  return value >> 32n === 0xffffn ? { family: 4, value: value & 0xffff_ffffn } : { family: 6, value };
}

/** A range in CIDR form; host bits are ignored. */
export function parseRange(text: string): AddressRange | undefined {
  const [base = "", length = "", ...rest] = text.trim().split("/");
  if (rest.length > 0 || !/^\d{1,3}$/.test(length)) return undefined;
  const value = base.includes(":") ? parseIpv6(base) : parseIpv4(base);
  const family = base.includes(":") ? 6 : 4;
  const bits = family === 4 ? 32 : 128;
  const prefix = Number(length);
  if (value === undefined || prefix > bits) return undefined;
  const size = 1n << BigInt(bits - prefix);
  const first = (value / size) * size;
  return { family, first, last: first + size - 1n, prefix };
}

export function formatAddress({ family, value }: Address): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join(".");
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  return groups.join(":").replace(/(^|:)0(:0)+(:|$)/, "::");
}

const DOTTED = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

function parseIpv4(text: string): bigint | undefined {
  const match = DOTTED.exec(text);
  if (!match) return undefined;
  let value = 0;
  for (let index = 1; index <= 4; index++) {
    const part = Number(match[index]);
    if (part > 255) return undefined;
    value = value * 256 + part;
  }
  return BigInt(value);
}

function parseIpv6(text: string): bigint | undefined {
  const withoutZone = text.split("%")[0] ?? "";
  const halves = withoutZone.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(groupsOf);
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const groups = [...head, ...(tail ?? [])];
  const missing = 8 - groups.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const full = [...head, ...Array.from({ length: missing }, () => 0), ...(tail ?? [])];
  return full.reduce((value, group) => value * 65536n + BigInt(group), 0n);
}

function groupsOf(half: string): readonly number[] | undefined {
  if (half === "") return [];
  const groups: number[] = [];
  const parts = half.split(":");
  for (const [index, part] of parts.entries()) {
    const dotted = index === parts.length - 1 && part.includes(".") ? parseIpv4(part) : undefined;
    if (dotted !== undefined) groups.push(Number(dotted >> 16n), Number(dotted & 0xffffn));
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}

/** Ranges that can be asked quickly whether they hold an address. */
export interface AddressSet {
  readonly ranges: readonly AddressRange[];
  readonly has: (address: Address | null) => boolean;
}

/** Overlapping ranges are merged, so that a binary search finds the only range that can hold an address. */
export function addressSet(ranges: readonly AddressRange[]): AddressSet {
  const merged = { 4: mergedSpans(ranges, 4), 6: mergedSpans(ranges, 6) };
  return {
    ranges,
    has: (address) => {
      if (address === null) return false;
      const spans = merged[address.family];
      let low = 0;
      let high = spans.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const [first, last] = spans[middle] ?? [0n, 0n];
        if (address.value < first) high = middle - 1;
        else if (address.value > last) low = middle + 1;
        else return true;
      }
      return false;
    },
  };
}

function mergedSpans(ranges: readonly AddressRange[], family: 4 | 6): readonly (readonly [bigint, bigint])[] {
  const sorted = ranges
    .filter((range) => range.family === family)
    .sort((left, right) => (left.first < right.first ? -1 : left.first > right.first ? 1 : 0));
  const spans: [bigint, bigint][] = [];
  for (const { first, last } of sorted) {
    const previous = spans.at(-1);
    if (previous && first <= previous[1] + 1n) {
      if (last > previous[1]) previous[1] = last;
    } else spans.push([first, last]);
  }
  return spans;
}
