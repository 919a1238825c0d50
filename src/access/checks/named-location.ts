/** What Graph, the portal or the provider refuses in a named location, and what is accepted but does not work. */

import { COUNTRY_CODES, RANGE_PREFIX_MIN, RANGES_PER_LOCATION_MAX } from "../../azure";
import { type CheckInfo, exampleJson } from "../../diagnostics";
import { countryExample, locationExample } from "./example";

const source =
  "https://learn.microsoft.com/entra/identity/conditional-access/concept-assignment-network, read 2026-11-23";
const graph = "https://learn.microsoft.com/graph/api/resources/namedlocation, read 2026-11-23";

const ranges = (...cidrs: readonly string[]) => ({
  ipRanges: cidrs.map((cidrAddress) => ({
    "@odata.type": `#microsoft.graph.${cidrAddress.includes(":") ? "iPv6CidrRange" : "iPv4CidrRange"}`,
    cidrAddress,
  })),
});

const manyRanges = (count: number) =>
  Array.from({ length: count }, (_, index) => `198.18.${Math.floor(index / 256)}.${index % 256}/32`);

const kind: CheckInfo = {
  code: "PKT3090",
  severity: "error",
  title: "a location of no known kind",
  why: "A location is a list of address ranges, a list of countries or the compliant network, told by `@odata.type`; Graph and the provider take exactly one of them.",
  source: graph,
  avoid: () => locationExample({ "@odata.type": "#microsoft.graph.namedLocation" }),
  prefer: () => locationExample(),
  nearMiss: () =>
    exampleJson({
      "@odata.type": "#microsoft.graph.compliantNetworkNamedLocation",
      displayName: "All Compliant Network locations",
    }),
};

const range: CheckInfo = {
  code: "PKT3091",
  severity: "error",
  title: "not an address range",
  why: "A range is written in CIDR form, IPv4 or IPv6; a single address is a /32 or a /128.",
  source: graph,
  avoid: () => locationExample(ranges("203.0.113.0-203.0.113.255")),
  prefer: () => locationExample(ranges("203.0.113.0/24", "2001:db8::/48")),
  nearMiss: () => locationExample(ranges("203.0.113.7/32", "2001:db8::7/128")),
};

const prefix: CheckInfo = {
  code: "PKT3092",
  severity: "error",
  title: "an address range that is too wide",
  why: `Ranges with a prefix shorter than /${RANGE_PREFIX_MIN} are refused.`,
  source,
  avoid: () => locationExample(ranges("0.0.0.0/0")),
  prefer: () => locationExample(ranges("203.0.113.0/24")),
  nearMiss: () => locationExample(ranges("8.0.0.0/8")),
};

const count: CheckInfo = {
  code: "PKT3093",
  severity: "error",
  title: "too many or no address ranges",
  why: `A location has at least one and at most ${RANGES_PER_LOCATION_MAX} ranges.`,
  source,
  avoid: () => locationExample({ ipRanges: [] }),
  prefer: () => locationExample(),
  nearMiss: () => locationExample(ranges(...manyRanges(RANGES_PER_LOCATION_MAX))),
};

const family: CheckInfo = {
  code: "PKT3094",
  severity: "error",
  title: "a range of the other address family than its type says",
  why: "`iPv4CidrRange` holds IPv4 and `iPv6CidrRange` holds IPv6; Graph refuses a mix.",
  source: graph,
  avoid: () =>
    locationExample({ ipRanges: [{ "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "2001:db8::/48" }] }),
  prefer: () => locationExample(ranges("2001:db8::/48")),
  nearMiss: () => locationExample(ranges("203.0.113.0/24", "2001:db8::/48")),
};

const privateRange: CheckInfo = {
  code: "PKT3095",
  severity: "warning",
  title: "a range that no sign-in comes from",
  why: "Entra sees the public address with which a network reaches the internet, never a private one. Such a range never matches.",
  source,
  avoid: () => locationExample(ranges("10.0.0.0/8")),
  prefer: () => locationExample(ranges("203.0.113.0/24")),
  nearMiss: () => locationExample(ranges("172.32.0.0/16", "192.169.0.0/16")),
};

const countries: CheckInfo = {
  code: "PKT3096",
  severity: "error",
  title: "a country that the service does not know, or none",
  why: `Countries and regions are two capital letters as in ISO 3166; ${COUNTRY_CODES.size} are known. The United Kingdom is GB.`,
  source: "https://learn.microsoft.com/graph/api/resources/countrynamedlocation, read 2026-11-23",
  avoid: () => countryExample({ countriesAndRegions: ["BE", "UK"] }),
  prefer: () => countryExample({ countriesAndRegions: ["BE", "GB"] }),
  nearMiss: () => countryExample({ countriesAndRegions: ["GR", "XK"], includeUnknownCountriesAndRegions: true }),
};

const trustedCountry: CheckInfo = {
  code: "PKT3097",
  severity: "error",
  title: "a country that is marked as trusted",
  why: "Only locations of address ranges can be trusted: a country is not a network of one's own, and Graph's type has no such property.",
  source,
  avoid: () => countryExample({ isTrusted: true }),
  prefer: () => countryExample(),
  nearMiss: () => countryExample({ isTrusted: false }),
};

const name: CheckInfo = {
  code: "PKT3098",
  severity: "error",
  title: "a location without a name",
  why: "Graph asks for a display name.",
  source: graph,
  avoid: () => locationExample({ displayName: "" }),
  prefer: () => locationExample({ displayName: "Headquarters" }),
  nearMiss: () => locationExample({ displayName: "0" }),
};

const mixed: CheckInfo = {
  code: "PKT3099",
  severity: "error",
  title: "a location with parts of another kind",
  why: "A location is either address ranges or countries; the provider and Graph refuse both in one.",
  source: graph,
  avoid: () => locationExample({ countriesAndRegions: ["BE"] }),
  prefer: () => locationExample(),
  nearMiss: () => locationExample({ countriesAndRegions: [] }),
};

export const locationChecks = {
  kind,
  range,
  prefix,
  count,
  family,
  privateRange,
  countries,
  trustedCountry,
  name,
  mixed,
} as const;
