/** Whether a text is an IP address. Node's own test stands in a module that also opens sockets, which this room must not touch. */

const OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);
const GROUPS = 8;

export function isIPv4(text: string): boolean {
  return IPV4.test(text);
}

/** RFC 4291: eight groups, one run of zeros as `::`, the last two groups perhaps an IPv4 address. */
export function isIPv6(text: string): boolean {
  const halves = text.split("::");
  if (halves.length > 2 || text === "") return false;
  const counts = halves.map((half, index) => groupCount(half, index === halves.length - 1));
  if (counts.some((count) => count === undefined)) return false;
  const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return halves.length === 2 ? total < GROUPS : total === GROUPS;
}

/** Groups of one half of an address; undefined where one of them is none. */
function groupCount(half: string, isLast: boolean): number | undefined {
  if (half === "") return 0;
  const groups = half.split(":");
  const last = groups.at(-1) ?? "";
  const isMixed = isLast && isIPv4(last);
  const plain = isMixed ? groups.slice(0, -1) : groups;
  if (!plain.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return plain.length + (isMixed ? 2 : 0);
}
