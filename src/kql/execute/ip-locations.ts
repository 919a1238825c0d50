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

export function isLocated(name: string): boolean {
  return name === OTHERS || ipv6OfText(name) !== undefined;
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
