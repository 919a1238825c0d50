/** Checks one named location. */

import { COUNTRY_CODES, RANGE_PREFIX_MIN, RANGES_PER_LOCATION_MAX } from "../../azure";
import { type Diagnostic, didYouMean, finding, hasErrors } from "../../diagnostics";
import { locationChecks } from "../checks/named-location";
import { type AddressRange, parseRange } from "../model/address";
import { kindOfLocation, type NamedLocation, NamedLocationShape } from "../shapes/named-location";
import { readShape } from "../shapes/read-shape";

export function checkNamedLocation(definition: unknown, pointer = ""): readonly Diagnostic[] {
  const { value, diagnostics } = readShape<NamedLocation>(NamedLocationShape, definition, pointer);
  if (!value || hasErrors(diagnostics)) return diagnostics;
  const found = [...nameFindings(value), ...kindFindings(value)];
  return [...diagnostics, ...found.map((each) => ({ ...each, pointer: `${pointer}${each.pointer ?? ""}` }))];
}

function* nameFindings({ displayName }: NamedLocation): Iterable<Diagnostic> {
  if (displayName?.trim()) return;
  yield finding(locationChecks.name, { message: "a location has a `displayName`", pointer: "/displayName" });
}

function* kindFindings(location: NamedLocation): Iterable<Diagnostic> {
  const kind = kindOfLocation(location);
  if (kind === undefined) {
    const message = "a location is an ipNamedLocation, a countryNamedLocation or a compliantNetworkNamedLocation";
    yield finding(locationChecks.kind, { message, pointer: "/@odata.type" });
    return;
  }
  const foreign = kind === "ip" ? location.countriesAndRegions : location.ipRanges;
  if (foreign && foreign.length > 0) {
    const message = `a location of kind ${kind} has no ${kind === "ip" ? "`countriesAndRegions`" : "`ipRanges`"}`;
    yield finding(locationChecks.mixed, { message, pointer: kind === "ip" ? "/countriesAndRegions" : "/ipRanges" });
  }
  if (kind === "ip") yield* rangesFindings(location);
  if (kind === "country") yield* countriesFindings(location);
}

function* rangesFindings({ ipRanges }: NamedLocation): Iterable<Diagnostic> {
  const ranges = ipRanges ?? [];
  if (ranges.length === 0)
    yield finding(locationChecks.count, { message: "a location has `ipRanges`", pointer: "/ipRanges" });
  if (ranges.length > RANGES_PER_LOCATION_MAX) {
    const message = `${ranges.length} ranges are listed, at most ${RANGES_PER_LOCATION_MAX} are taken`;
    yield finding(locationChecks.count, { message, pointer: "/ipRanges" });
  }
  for (const [index, { cidrAddress, "@odata.type": type }] of ranges.entries()) {
    const pointer = `/ipRanges/${index}/cidrAddress`;
    const text = cidrAddress ?? "";
    const range = parseRange(text);
    if (!range) {
      const help = "CIDR form, such as `203.0.113.0/24`";
      yield finding(locationChecks.range, { message: `\`${text}\` is not an address range`, pointer, help });
      continue;
    }
    yield* rangeFindings(range, text, pointer, type ?? "");
  }
}

function* rangeFindings(range: AddressRange, text: string, pointer: string, type: string): Iterable<Diagnostic> {
  if (range.prefix < RANGE_PREFIX_MIN) {
    const message = `\`${text}\` is too wide: the prefix is at least /${RANGE_PREFIX_MIN}`;
    yield finding(locationChecks.prefix, { message, pointer });
  }
  const said = /ipv([46])cidrrange/i.exec(type)?.[1];
  if (said !== undefined && said !== String(range.family)) {
    const message = `\`${text}\` is IPv${range.family}, its type says IPv${said}`;
    yield finding(locationChecks.family, { message, pointer });
  }
  if (PRIVATE.some((each) => contains(each, range))) {
    const message = `no sign-in comes from \`${text}\`: Entra sees public addresses only`;
    yield finding(locationChecks.privateRange, { message, pointer });
  }
}

/** Addresses that never reach the internet.
 *  Source: https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry, read 2026-11-23. */
const PRIVATE = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "fc00::/7",
  "fe80::/10",
  "::1/128",
].flatMap((text) => parseRange(text) ?? []);

function contains(outer: AddressRange, inner: AddressRange): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

function* countriesFindings({ countriesAndRegions, isTrusted }: NamedLocation): Iterable<Diagnostic> {
  const codes = countriesAndRegions ?? [];
  const pointer = "/countriesAndRegions";
  if (codes.length === 0)
    yield finding(locationChecks.countries, { message: "a location has `countriesAndRegions`", pointer });
  for (const [index, code] of codes.entries()) {
    if (COUNTRY_CODES.has(code)) continue;
    const help = COUNTRY_CODES.has(code.toUpperCase())
      ? `in capital letters: \`${code.toUpperCase()}\``
      : code.toUpperCase() === "UK"
        ? "did you mean `GB`?"
        : didYouMean(code, COUNTRY_CODES);
    const message = `\`${code}\` is not a country or region`;
    yield finding(locationChecks.countries, { message, pointer: `${pointer}/${index}`, ...(help && { help }) });
  }
  if (isTrusted) {
    const message = "a location of countries can't be trusted";
    yield finding(locationChecks.trustedCountry, { message, pointer: "/isTrusted" });
  }
}
