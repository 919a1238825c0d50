/** A named location becomes a NamedLocation of ranges or countries; what is in the tenant already becomes nothing. */

import { checkNamedLocation, kindOfLocation, type NamedLocation } from "../../access/check";
import { compareTexts, type Diagnostic, finding, hasErrors } from "../../diagnostics";
import { fixedLocationId } from "../access/names";
import { locationOverride } from "../checks/access/location-override";
import type { Effective, KindCompiler } from "../frame";
import { entraEntry, entraResource, news } from "./entra-object";
import { withoutPicketKeys } from "./graph-object";

export const LOCATION_TYPE = "azuread:index/namedLocation:NamedLocation";

export const namedLocation: KindCompiler<"NamedLocation"> = {
  kind: "NamedLocation",
  plane: "access",
  check: () => [],
  compile: (effective) => {
    const { document, body } = effective;
    const entry = entraEntry(effective);
    const location = tenantLocation(effective);
    const isMade = !body.existing && fixedLocationId(body) === undefined;
    const diagnostics = isMade ? locationFindings(effective, location) : [];
    const compiled = { entry, location: { key: document.key, location } };
    if (!isMade || hasErrors(diagnostics)) return { compiled: { ...compiled, resources: [] }, diagnostics };
    const resource = entraResource(effective, {
      type: LOCATION_TYPE,
      inputs: locationInputs(location),
    });
    return { compiled: { ...compiled, resources: [resource] }, diagnostics };
  },
};

/** The location with the tenant's own ranges or countries. */
function tenantLocation({ body }: Effective<"NamedLocation">): NamedLocation {
  const graph = withoutPicketKeys(body) as NamedLocation;
  if (body.ranges)
    return { ...graph, ipRanges: body.ranges.map((cidrAddress) => ({ cidrAddress: withPrefix(cidrAddress) })) };
  return body.countries ? { ...graph, countriesAndRegions: [...body.countries] } : graph;
}

/** A single address is a range of one. */
function withPrefix(range: string): string {
  if (range.includes("/")) return range;
  return `${range}/${range.includes(":") ? 128 : 32}`;
}

function locationFindings({ body, at }: Effective<"NamedLocation">, location: NamedLocation): readonly Diagnostic[] {
  const kind = kindOfLocation(withoutPicketKeys(body) as NamedLocation);
  const foreign = kind === "ip" ? "countries" : "ranges";
  if (kind !== undefined && body[foreign]) {
    const message = `a location of ${kind === "ip" ? "ranges" : "countries"} has no \`${foreign}\``;
    return [finding(locationOverride, { message, at: at(`/${foreign}`) })];
  }
  return news(checkNamedLocation(location)).map(({ pointer = "", ...each }) => ({
    ...each,
    at: at(overridden(body, pointer)),
  }));
}

/** Where a part stands that came from the tenant. */
function overridden(body: Effective<"NamedLocation">["body"], pointer: string): string {
  if (body.ranges) return pointer.replace(/^\/ipRanges(\/\d+)?.*$/, "/ranges$1");
  return body.countries ? pointer.replace(/^\/countriesAndRegions/, "/countries") : pointer;
}

/** The provider compares both lists as they stand, so they have one order. */
function locationInputs(location: NamedLocation) {
  const { displayName, ipRanges, countriesAndRegions, isTrusted } = location;
  const { countryLookupMethod, includeUnknownCountriesAndRegions } = location;
  if (kindOfLocation(location) === "ip") {
    const ranges = [...new Set((ipRanges ?? []).map(({ cidrAddress }) => cidrAddress ?? ""))].sort(compareTexts);
    return { displayName: displayName ?? "", ip: { ipRanges: ranges, trusted: isTrusted ?? false } };
  }
  return {
    displayName: displayName ?? "",
    country: {
      countriesAndRegions: [...new Set(countriesAndRegions ?? [])].sort(compareTexts),
      countryLookupMethod: countryLookupMethod ?? "clientIpAddress",
      includeUnknownCountriesAndRegions: includeUnknownCountriesAndRegions ?? false,
    },
  };
}
