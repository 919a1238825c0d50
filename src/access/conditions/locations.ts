/** Network locations: address ranges, countries by address or by GPS, the compliant network.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-assignment-network, read 2026-11-23. */

import { COUNTRY_CODES } from "../../azure";
import { finding } from "../../diagnostics";
import { requestChecks } from "../checks/request";
import { type Address, type AddressRange, type AddressSet, formatAddress, parseAddress } from "../model/address";
import { type Condition, type ConditionContext, idsOf } from "../model/condition";
import {
  ALWAYS,
  all,
  any,
  type Dimension,
  type Formula,
  flagDimension,
  isSet,
  leaf,
  NEVER,
  not,
} from "../model/formula";
import type { Situation } from "../model/situation";
import type { WitnessDraft } from "../model/witness-draft";
import type { Location, World } from "../model/world";

/** Documentation addresses (RFC 5737, RFC 3849): the ones to name where no location matters. */
const ORDINARY_ADDRESSES = ["192.0.2.1", "2001:db8::1"].map(parseAddress).filter((each) => each !== undefined);

const address: Dimension<Address | null, readonly AddressRange[]> = {
  name: "address",
  read: ({ network }) => network.address,
  *candidates(hints) {
    yield* ORDINARY_ADDRESSES;
    for (const ranges of hints) for (const range of ranges) yield* edgesOf(range);
  },
  write: (draft, value) => {
    draft.network.ipAddress = value === null ? null : formatAddress(value);
  },
};

/** Which ranges hold an address can only change at the first address of a range and behind its last. */
function* edgesOf({ family, first, last }: AddressRange): Iterable<Address> {
  const end = family === 4 ? 1n << 32n : 1n << 128n;
  yield { family, value: 0n };
  yield { family, value: first };
  if (last + 1n < end) yield { family, value: last + 1n };
}

function isAddressIn(set: AddressSet, key: string): Formula {
  return set.ranges.length === 0
    ? NEVER
    : leaf(address, { key, hint: set.ranges, holdsFor: (value) => set.has(value) });
}

type CountryDimension = Dimension<string | null, readonly string[]>;

function countryDimension(
  name: string,
  read: (situation: Situation) => string | null,
  write: (draft: WitnessDraft, value: string | null) => void,
): CountryDimension {
  const candidates = (hints: readonly (readonly string[])[]) => {
    const mentioned = new Set(hints.flat());
    const another = [...COUNTRY_CODES].find((code) => !mentioned.has(code)) ?? "ZZ";
    return [another, ...mentioned, null];
  };
  return { name, read, candidates, write };
}

const country = countryDimension(
  "country",
  ({ network }) => network.country,
  (draft, value) => {
    draft.network.country = value;
  },
);

const gpsCountry = countryDimension(
  "country by GPS",
  ({ network }) => network.gpsCountry,
  (draft, value) => {
    draft.network.gpsCountry = value;
  },
);

const compliantNetwork = flagDimension(
  "compliant network",
  ({ network }) => network.isCompliant,
  (draft, value) => {
    draft.network.compliantNetwork = value;
  },
);

export const locations: Condition = {
  formula: ({ locations: condition }, context) => {
    const included = idsOf(condition?.includeLocations);
    const excluded = idsOf(condition?.excludeLocations);
    const inside = included.map((id) => namedFormula(id, "/conditions/locations/includeLocations", context));
    const outside = excluded.map((id) => namedFormula(id, "/conditions/locations/excludeLocations", context));
    return all(included.length === 0 ? ALWAYS : any(...inside), not(any(...outside)));
  },
  reads: ({ network }) =>
    `${network.address?.value} ${network.address?.family} ${network.country} ${network.gpsCountry} ${network.isCompliant}`,
  reason: () => "location",
};

function namedFormula(id: string, pointer: string, { world, refuse }: ConditionContext): Formula {
  if (id === "all") return ALWAYS;
  if (id === "alltrusted") return trustedFormula(world);
  const location = world.locations.get(id);
  if (location) return locationFormula(location);
  refuse(finding(requestChecks.unknownLocation, { message: `the directory has no location \`${id}\``, pointer }));
  return NEVER;
}

/** Locations marked as trusted, and the trusted IPs of multifactor authentication, which are IPv4. */
function trustedFormula(world: World): Formula {
  return any(...[...world.locations.values()].filter(({ isTrusted }) => isTrusted).map(locationFormula));
}

function locationFormula(location: Location): Formula {
  switch (location.kind) {
    case "ip":
      return isAddressIn(location.addresses, addressKey(location.addresses));
    case "compliantNetwork":
      return isSet(compliantNetwork);
    default: {
      const { countries, withUnknown, byGps } = location;
      const hint = [...countries].sort();
      const key = `${hint.join(" ")}${withUnknown ? " unknown" : ""}`;
      const holdsFor = (value: string | null) => (value === null ? withUnknown : countries.has(value));
      return leaf(byGps ? gpsCountry : country, { key, hint, holdsFor });
    }
  }
}

/** Two locations with the same ranges ask the same, whatever their ids and in whichever order. */
function addressKey({ ranges }: AddressSet): string {
  return [...new Set(ranges.map(({ family, first, prefix }) => `${family} ${first}/${prefix}`))].sort().join(" ");
}
