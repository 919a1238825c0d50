/** Writes src/azure/generated from the reference tables in ../shared/data: names, ids and flags in picket's own compact form. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");
const data = join(root, "..", "shared", "data");

/** Rows of a CSV file as records; the tables quote a field that holds a comma. */
function rowsOf(file: string): readonly Readonly<Record<string, string>>[] {
  const [head = "", ...lines] = readFileSync(join(data, file), "utf8").split("\n").filter(Boolean);
  const names = head.split(",");
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "",
    );
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""]));
  });
}

function write(file: string, text: string): void {
  writeFileSync(join(root, "src", "azure", "generated", file), text);
}

function attackTechniques(): void {
  const lines = rowsOf("attack-techniques.csv").map(({ id, tactics = "", status, revokedBy }) => {
    const state = status === "active" ? "" : status === "revoked" ? ` revoked ${revokedBy}` : " deprecated";
    return `${id} ${tactics.replaceAll(";", ",")}${state}`;
  });
  write(
    "attack-techniques.ts",
    `/**
 * MITRE ATT&CK techniques, version 18.1: id, tactics in Sentinel's names, and what became of those that are no longer active.
 * Source: mitre/cti, commit 421deacb, 2025-11-13. © 2025 The MITRE Corporation. This work is reproduced and distributed with
 * the permission of The MITRE Corporation; its terms stand in NOTICE. Written by scripts/generate-azure-facts.ts.
 */

export const ATTACK_TECHNIQUES = \`
${lines.join("\n")}
\`;
`,
  );
}

function entityIdentifiers(): void {
  const byType = new Map<string, string[]>();
  for (const { entityType = "", identifier = "" } of rowsOf("entity-identifiers.csv")) {
    byType.set(entityType, [...(byType.get(entityType) ?? []), identifier]);
  }
  const sets = new Map<string, string[]>();
  for (const { entityType = "", set = "", strength, allMappable } of rowsOf("entity-identifier-sets.csv")) {
    if (strength === "strong" && allMappable === "true" && byType.has(entityType))
      sets.set(entityType, [...(sets.get(entityType) ?? []), set]);
  }
  const line = (map: Map<string, string[]>) =>
    [...map].map(([type, names]) => `  ${type}: ${JSON.stringify([...new Set(names)])},`).join("\n");
  write(
    "entity-identifiers.ts",
    `/**
 * Entity types of an entity mapping, the identifiers that each may use, and the sets of identifiers that are strong by themselves.
 * Source: https://learn.microsoft.com/azure/sentinel/entities-reference, dated 2026-04-28, read 2026-11-23.
 * Written by scripts/generate-azure-facts.ts.
 */

export const ENTITY_IDENTIFIERS: Readonly<Record<string, readonly string[]>> = {
${line(byType)}
};

export const STRONG_IDENTIFIER_SETS: Readonly<Record<string, readonly string[]>> = {
${line(sets)}
};
`,
  );
}

function entraRoles(): void {
  const lines = rowsOf("entra-roles.csv").map(
    ({ roleTemplateId, displayName, isPrivileged }) =>
      `${roleTemplateId} ${isPrivileged === "true" ? "!" : ""}${displayName}`,
  );
  write(
    "entra-roles.ts",
    `/**
 * Entra's built-in roles: template id, name, and '!' where the role reference marks the role as privileged.
 * Source: https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference, as of 2026-07-27, read 2026-11-23.
 * Written by scripts/generate-azure-facts.ts.
 */

export const ENTRA_ROLES = \`
${lines.join("\n")}
\`;
`,
  );
}

/** Applications that only a community list knows are left out. */
function firstPartyApps(): void {
  const lines = rowsOf("well-known-apps.csv")
    .filter(({ source }) => source !== "community")
    .map(
      ({ appId, displayName, inOffice365Group }) => `${appId} ${inOffice365Group === "true" ? "+" : ""}${displayName}`,
    );
  write(
    "first-party-apps.ts",
    `/**
 * Microsoft's own applications: app id, name, and '+' where the name is in Microsoft's list of the Office 365 group of conditional access.
 * Source: https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in, and a tenant's list of service principals of
 * 2026-08-20; https://learn.microsoft.com/entra/identity/conditional-access/reference-office-365-application-contents of 2024-12-06 (names only), read 2026-11-23.
 * Written by scripts/generate-azure-facts.ts.
 */

export const FIRST_PARTY_APPS = \`
${lines.join("\n")}
\`;
`,
  );
}

/** A table of `name<tab>id` lines, sorted by name. */
function namedIds(file: string, constant: string, head: string, rows: readonly (readonly [string, string])[]): void {
  const lines = rows.map((row) => row.join("\t")).sort();
  write(
    file,
    `/**
${head}
 * Written by scripts/generate-azure-facts.ts.
 */

export const ${constant} = \`
${lines.join("\n")}
\`;
`,
  );
}

function timeZones(): void {
  namedIds(
    "windows-time-zones.ts",
    "WINDOWS_TIME_ZONES",
    ` * Windows time zones and the IANA zone of each, territory 001.
 * Source: unicode-org/cldr-json, CLDR 48, 2025-10-24, under the Unicode License v3, which stands in NOTICE.`,
    rowsOf("windows-time-zones.csv").map(({ windowsId = "", ianaId = "" }) => [windowsId, ianaId]),
  );
}

function graphApplicationPermissions(): void {
  namedIds(
    "graph-application-permissions.ts",
    "GRAPH_APPLICATION_PERMISSIONS",
    ` * Microsoft Graph application permissions and the app role id of each.
 * Source: merill/microsoft-info, commit 43b8a5d, lists of 2026-08-19 (MIT).`,
    rowsOf("graph-permissions.csv")
      .filter(({ kind, isEnabled }) => kind === "Application" && isEnabled === "true")
      .map(({ value = "", id = "" }) => [value, id]),
  );
}

function azureRoles(): void {
  namedIds(
    "azure-roles.ts",
    "AZURE_ROLES",
    ` * Azure built-in roles and the role definition id of each.
 * Source: iann0036/iam-dataset, commit 2073fa52, 2026-08-22 (MIT).`,
    rowsOf("azure-roles.csv").map(({ displayName = "", roleDefinitionId = "" }) => [displayName, roleDefinitionId]),
  );
}

attackTechniques();
entityIdentifiers();
entraRoles();
firstPartyApps();
timeZones();
graphApplicationPermissions();
azureRoles();
