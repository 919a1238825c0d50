/** Where addresses are said to be: locations by address or network, the narrowest network first. */

import { ipv6OfText, maskedGroups } from "../functions/ipv6";
import { type Dynamic, dynamicReal } from "../values/value";

/** What is known of an address. Source of the names: https://learn.microsoft.com/kusto/query/geo-info-from-ip-address-function, read 2026-11-26. */
export interface IpLocation {
  readonly country?: string | undefined;
  readonly state?: string | undefined;
  readonly city?: string | undefined;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}

/** By address, by network (`203.0.113.0/24`), and by `*` for all other texts. */
export type IpLocations = Readonly<Record<string, IpLocation>>;

/** All texts that no address or network covers, what is no address among them. */
const OTHERS = "*";

const FIELDS = ["country", "state", "city", "latitude", "longitude"] as const;

const TYPES: Readonly<Record<string, string>> = {
  country: "string",
  state: "string",
  city: "string",
  latitude: "number",
  longitude: "number",
};

export function isLocated(name: string): boolean {
  return name === OTHERS || ipv6OfText(name) !== undefined;
}

/** Locations as a file gives them; a text says what is wrong. */
export function locationsOfJson(json: unknown): IpLocations | string {
  if (!isMap(json)) return "expected a map of locations by address or network";
  for (const [name, location] of Object.entries(json)) {
    if (!isLocated(name)) return `\`${name}\` is no address or network`;
    if (!isMap(location)) return `the location of \`${name}\` is no map`;
    const wrong = Object.entries(location).find(([field, value]) => typeof value !== TYPES[field]);
    if (wrong) return `the location of \`${name}\` has a wrong \`${wrong[0]}\``;
  }
  return json as IpLocations;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Finds what is said of an address; undefined where nothing is. */
export function locator(locations: IpLocations): (address: string) => Dynamic | undefined {
  const networks = Object.entries(locations).flatMap(([name, location]) => {
    const prefix = ipv6OfText(name);
    return prefix ? [{ bits: prefix.bits, key: maskedGroups(prefix, prefix.bits).join(), value: bagOf(location) }] : [];
  });
  networks.sort((left, right) => right.bits - left.bits);
  const others = locations[OTHERS] && bagOf(locations[OTHERS]);
  return (address) => {
    const found = address.includes("/") ? undefined : ipv6OfText(address);
    const network = found && networks.find(({ bits, key }) => maskedGroups(found, bits).join() === key);
    return network?.value ?? others;
  };
}

/** Coordinates are reals, whole ones too. */
function bagOf(location: IpLocation): Dynamic {
  return new Map(
    FIELDS.flatMap((name): readonly [string, Dynamic][] => {
      const value = location[name];
      return value === undefined ? [] : [[name, typeof value === "number" ? dynamicReal(value) : value]];
    }),
  );
}
