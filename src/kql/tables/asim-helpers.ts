/** ASIM's helper functions, which every workspace of Sentinel has: looking up codes, and resolving names into the fields of a schema. */

import type { FunctionShape, ScalarShape } from "../kusto/globals";

/**
 * Codes that are looked up: the fields that the resolving form fills beside it, with the code and with its name.
 * Source: https://learn.microsoft.com/azure/sentinel/normalization-functions, read 2026-11-26; which names IANA's codes have today is not told, so none is evaluated.
 */
const LOOKUPS: Readonly<Record<string, readonly [code: string, name: string] | undefined>> = {
  AADcodes: undefined,
  DnsQueryType: ["DnsQueryType", "DnsQueryTypeName"],
  DnsResponseCode: ["DnsResponseCode", "DnsResponseCodeName"],
  HTTPStatusCode: undefined,
  ICMPType: ["NetworkIcmpCode", "NetworkIcmpType"],
  NetworkProtocol: ["NetworkProtocolNumber", "NetworkProtocol"],
};

/** Fields that a name of a host is resolved into, by whose name it is. Source: as above, section "Device resolution functions". */
const HOSTS: Readonly<Record<string, readonly [host: string, domain: string, name: string, domainType: string]>> = {
  "": ["ExtractedHostname", "Domain", "FQDN", "DomainType"],
  Dst: ["DstHostname", "DstDomain", "DstFQDN", "DstDomainType"],
  Dvc: ["DvcHostname", "DvcDomain", "DvcFQDN", "DvcDomainType"],
  Src: ["SrcHostname", "SrcDomain", "SrcFQDN", "SrcDomainType"],
};

/** Source: Azure/Azure-Sentinel, ASIM/lib/functions, FunctionParams of those with an EquivalentBuiltInFunction, read 2026-11-26. */
const SCALARS: readonly ScalarShape[] = [
  { name: "_ASIM_GetSourceBySourceType", parameters: "(SourceType:string)", type: "dynamic" },
  { name: "_ASIM_GetUsernameType", parameters: "(username:string)", type: "string" },
  { name: "_ASIM_GetWindowsUserType", parameters: "(username:string, sid:string)", type: "string" },
  ...Object.keys(LOOKUPS).map((of) => ({ name: lookup(of), parameters: "(code:int)", type: "string" as const })),
];

const RESOLVERS: readonly FunctionShape[] = [
  ...Object.entries(LOOKUPS).flatMap(([of, fields]) => (fields ? [codeResolver(of, fields)] : [])),
  ...Object.entries(HOSTS).map(([whose, fields]) => hostResolver(whose, fields)),
];

export interface AsimHelpers {
  readonly functions: readonly FunctionShape[];
  readonly scalars: readonly ScalarShape[];
}

/** Helpers that one of the texts may call. */
export function asimHelpers(texts: readonly string[]): AsimHelpers {
  const functions = RESOLVERS.filter(({ name }) => texts.some((text) => text.includes(name)));
  const all = [...texts, ...functions.map(({ body }) => body)];
  return { functions, scalars: SCALARS.filter(({ name }) => all.some((text) => text.includes(name))) };
}

function lookup(of: string): string {
  return `_ASIM_Lookup${of}`;
}

function codeResolver(of: string, [code, name]: readonly [string, string]): FunctionShape {
  const body = `T | extend ${code} = toint(column_ifexists(field, 0)) | extend ${name} = ${lookup(of)}(${code})`;
  return { name: `_ASIM_Resolve${of}`, parameters: "(T:(*), field:string)", body };
}

/** A host is what stands before the first dot, its domain what stands behind; without a dot there is no domain. Source: as above, ASIM_ResolveFQDN. */
function hostResolver(
  whose: string,
  [host, domain, name, domainType]: readonly [string, string, string, string],
): FunctionShape {
  const body = [
    "T",
    `extend ${host} = tostring(column_ifexists(field, ''))`,
    `extend ${domain} = extract(@'(?s)^[^.]*\\.(.*)$', 1, ${host}), ${name} = iff(${host} contains '.', ${host}, ''), ${domainType} = iff(${host} contains '.', 'FQDN', '')`,
    `extend ${host} = extract(@'^[^.]*', 0, ${host})`,
  ].join(" | ");
  return { name: `_ASIM_Resolve${whose}FQDN`, parameters: "(T:(*), field:string)", body };
}
