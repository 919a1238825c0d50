/** Entities of an alert: identifiers from columns, names taken apart, each entity once. */

import { cellText } from "./cell-text";
import type { EntityMapping, ResultRow } from "./rule";

export interface Entity {
  readonly type: string;
  readonly identifiers: Readonly<Record<string, string>>;
}

/** Entities that one alert carries, shared equally among the mappings.
 *  Source: https://learn.microsoft.com/azure/sentinel/map-data-fields-to-entities, read 2026-11-23. */
export const ENTITIES_PER_ALERT_MAX = 500;

export function entitiesOf(rows: readonly ResultRow[], mappings: readonly EntityMapping[]): readonly Entity[] {
  const share = Math.floor(ENTITIES_PER_ALERT_MAX / Math.max(1, mappings.length));
  const entities = mappings.flatMap((mapping) => {
    const own = rows.flatMap((row) => entityOf(row, mapping) ?? []);
    return [...new Map(own.map((entity) => [entityKey(entity), entity])).values()].slice(0, share);
  });
  return [...new Map(entities.map((entity) => [entityKey(entity), entity])).values()];
}

/** Empty identifiers are left out; without any there is no entity. */
function entityOf(row: ResultRow, { entityType, fieldMappings }: EntityMapping): Entity | undefined {
  const pairs = fieldMappings.flatMap(({ identifier, columnName }) => {
    const text = cellText(row[columnName]).trim();
    return text === "" ? [] : takenApart(entityType, identifier, text);
  });
  return pairs.length === 0 ? undefined : { type: entityType, identifiers: Object.fromEntries(pairs) };
}

type Identifier = readonly [name: string, value: string];

/** `FullName` holds several identifiers in one text.
 *  UNVERIFIED: how the service splits it; the entities of a live alert would settle it. */
function takenApart(entityType: string, identifier: string, text: string): readonly Identifier[] {
  if (identifier !== "FullName") return [[identifier, text]];
  if (entityType === "Account") {
    const [, domain, user] = /^([^\\]+)\\(.+)$/.exec(text) ?? [];
    if (domain !== undefined && user !== undefined)
      return [
        ["Name", user],
        ["NTDomain", domain],
      ];
    const [, name, suffix] = /^([^@]+)@(.+)$/.exec(text) ?? [];
    return name !== undefined && suffix !== undefined
      ? [
          ["Name", name],
          ["UPNSuffix", suffix],
        ]
      : [["Name", text]];
  }
  if (entityType === "Host") {
    const [, host, domain] = /^([^.]+)\.(.+)$/.exec(text) ?? [];
    return host !== undefined && domain !== undefined
      ? [
          ["HostName", host],
          ["DnsDomain", domain],
        ]
      : [["HostName", text]];
  }
  return [[identifier, text]];
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
