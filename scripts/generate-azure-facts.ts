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

attackTechniques();
entityIdentifiers();
