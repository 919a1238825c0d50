/** Entities of an alert: identifiers from columns, names taken apart, each entity once. */

import { cellText } from "./cell-text";
import type { EntityMapping, ResultRow } from "./rule";

export interface Entity {
  readonly type: string;
  readonly identifiers: Readonly<Record<string, string>>;
}

/** Entities that one alert carries, shared equally among the mappings, and bytes of all of them together.
 *  Source: https://learn.microsoft.com/azure/sentinel/map-data-fields-to-entities, read 2026-11-25. */
export const ENTITIES_PER_ALERT_MAX = 500;
export const ENTITIES_BYTES_MAX = 64 * 1024;

export interface Found {
  readonly entities: readonly Entity[];
  /** Whether no page says which of them the alert carries. */
  readonly isUnclear: boolean;
}

export function entitiesOf(rows: readonly ResultRow[], mappings: readonly EntityMapping[]): Found {
  const share = Math.floor(ENTITIES_PER_ALERT_MAX / Math.max(1, mappings.length));
  const lists = mappings.map((mapping) => unique(rows.flatMap((row) => entityOf(row, mapping) ?? [])));
  const all = unique(lists.flat());
  const entities = all.filter((entity) => !isBuiltIn(entity, BUILT_IN_NAMES));
  const isUnclear =
    lists.some((list) => list.length > share) ||
    new TextEncoder().encode(JSON.stringify(entities)).length > ENTITIES_BYTES_MAX ||
    entities.some((entity) => isBuiltIn({ ...entity, identifiers: upper(entity.identifiers) }, BUILT_IN_NAMES));
  return { entities, isUnclear };
}

function unique(entities: readonly Entity[]): readonly Entity[] {
  return [...new Map(entities.map((entity) => [entityKey(entity), entity])).values()];
}

/** Accounts that say nothing: an account defined by one of these names is dropped from its alert.
 *  Source: https://learn.microsoft.com/azure/sentinel/entities-reference, weak identifiers of an account, read 2026-11-25.
 *  UNVERIFIED: whether the service compares in any case; an alert on `root` would settle it. */
const BUILT_IN_NAMES: ReadonlySet<string> = new Set([
  "ADMIN",
  "ADMINISTRATOR",
  "SYSTEM",
  "ROOT",
  "ANONYMOUS",
  "AUTHENTICATED USER",
  "NETWORK",
  "NULL",
  "LOCAL SYSTEM",
  "LOCALSYSTEM",
  "NETWORK SERVICE",
]);

function isBuiltIn({ type, identifiers }: Entity, names: ReadonlySet<string>): boolean {
  return type === "Account" && names.has(identifiers.Name ?? "");
}

function upper(identifiers: Entity["identifiers"]): Entity["identifiers"] {
  return { ...identifiers, Name: (identifiers.Name ?? "").toUpperCase() };
}

/** Empty identifiers are left out; without any there is no entity. What a mapping states goes before what is taken out of a name. */
function entityOf(row: ResultRow, { entityType, fieldMappings }: EntityMapping): Entity | undefined {
  const stated: Identifier[] = [];
  const derived: Identifier[] = [];
  for (const { identifier, columnName } of fieldMappings) {
    const text = cellText(row[columnName]).trim();
    const [first, ...others] = text === "" ? [] : takenApart(entityType, identifier, text);
    if (!first) continue;
    (first[0] === identifier ? stated : derived).push(first);
    derived.push(...others);
  }
  const identifiers = Object.fromEntries([...derived, ...stated]);
  return Object.keys(identifiers).length === 0 ? undefined : { type: entityType, identifiers };
}

type Identifier = readonly [name: string, value: string];

/** A full user name in `Name` comes out as its prefix, beside its suffix.
 *  Source: https://learn.microsoft.com/azure/sentinel/whats-new, April 2026, and entities-reference, read 2026-11-25.
 *  `FullName` is no identifier of its own; it is there for older mappings.
 *  UNVERIFIED: that it is taken apart in the same way, at a backslash for an account, at the first dot for a host; a live alert would settle it. */
function takenApart(entityType: string, identifier: string, text: string): readonly Identifier[] {
  const isFull = identifier === "FullName";
  if (entityType === "Account" && (isFull || identifier === "Name")) {
    const [, domain, user] = isFull ? (/^([^\\]+)\\(.+)$/.exec(text) ?? []) : [];
    if (domain !== undefined && user !== undefined) return both(["Name", user], ["NTDomain", domain]);
    const [, name, suffix] = /^(.+)@([^@]+)$/.exec(text) ?? [];
    if (name !== undefined && suffix !== undefined) return both(["Name", name], ["UPNSuffix", suffix]);
    return [["Name", text]];
  }
  if (entityType === "Host" && isFull) {
    const [, host, domain] = /^([^.]+)\.(.+)$/.exec(text) ?? [];
    if (host !== undefined && domain !== undefined) return both(["HostName", host], ["DnsDomain", domain]);
    return [["HostName", text]];
  }
  return [[identifier, text]];
}

function both(first: Identifier, second: Identifier): readonly Identifier[] {
  return [first, second];
}

/** The same for equal entities, whatever the order of their identifiers and the case of their values. */
export function entityKey({ type, identifiers }: Entity): string {
  const pairs = Object.entries(identifiers).map(([name, value]) => `${name}=${value.toLowerCase()}`);
  return `${type}|${pairs.sort().join("|")}`;
}

/** The one identifier that names an entity of a type when it stands alone. */
const MAIN_IDENTIFIERS: Readonly<Record<string, readonly string[]>> = {
  Account: ["AadUserId", "Sid", "ObjectGuid", "Name"],
  Host: ["HostName", "NetBiosName", "AzureID"],
  IP: ["Address"],
  URL: ["Url"],
  DNS: ["DomainName"],
  File: ["Name"],
  FileHash: ["Value"],
  Process: ["CommandLine", "ProcessId"],
  CloudApplication: ["Name", "AppId"],
  AzureResource: ["ResourceId"],
  Mailbox: ["MailboxPrimaryAddress"],
};

/** Short form: `a@b` for Name and UPNSuffix, `host.domain` for HostName and DnsDomain, else the identifier that says most. */
export function entityText({ type, identifiers }: Entity): string {
  const { Name, UPNSuffix, HostName, DnsDomain } = identifiers;
  if (type === "Account" && Name !== undefined && UPNSuffix !== undefined) return `${Name}@${UPNSuffix}`;
  if (type === "Host" && HostName !== undefined && DnsDomain !== undefined) return `${HostName}.${DnsDomain}`;
  const main = (MAIN_IDENTIFIERS[type] ?? []).find((name) => identifiers[name] !== undefined);
  return identifiers[main ?? Object.keys(identifiers)[0] ?? ""] ?? "";
}
