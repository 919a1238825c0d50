/** The shape of Microsoft Graph's named locations: address ranges, countries, the compliant network.
 *  Source: https://learn.microsoft.com/graph/api/resources/namedlocation and the types derived from it, read 2026-11-23. */

import { oneOf, part, readOnly, type Static, Type, texts } from "./parts";

export const NamedLocationShape = Type.Object({
  "@odata.type": part(Type.String()),
  id: Type.Optional(Type.Unsafe<unknown>({ readOnly: true, isQuiet: true })),
  displayName: part(Type.String()),
  isTrusted: part(Type.Boolean()),
  ipRanges: part(Type.Array(Type.Object({ "@odata.type": part(Type.String()), cidrAddress: part(Type.String()) }))),
  countriesAndRegions: part(texts()),
  includeUnknownCountriesAndRegions: part(Type.Boolean()),
  countryLookupMethod: part(oneOf("clientIpAddress", "authenticatorAppGps")),
  compliantNetworkType: part(Type.String()),
  createdDateTime: readOnly(),
  modifiedDateTime: readOnly(),
  deletedDateTime: readOnly(),
});

export type NamedLocation = Static<typeof NamedLocationShape>;

export type NamedLocationKind = "ip" | "country" | "compliantNetwork";

/** What a location is, by its type and, where an export leaves that out, by its parts. */
export function kindOfLocation(location: NamedLocation): NamedLocationKind | undefined {
  const type = (location["@odata.type"] ?? "").replace(/^#?microsoft\.graph\./i, "").toLowerCase();
  if (type === "ipnamedlocation") return "ip";
  if (type === "countrynamedlocation") return "country";
  if (type === "compliantnetworknamedlocation") return "compliantNetwork";
  if (type !== "") return undefined;
  if (location.ipRanges) return location.countriesAndRegions ? undefined : "ip";
  if (location.countriesAndRegions) return "country";
  return location.compliantNetworkType ? "compliantNetwork" : undefined;
}
