/** Writes src/kql/tables/generated from ../shared/data/log-analytics-tables.csv: one line a table, columns grouped by type. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { STANDARD_COLUMNS } from "../src/kql/tables/standard-columns";
import { type TypeName, typeNamed } from "../src/kql/values/type-name";

const root = join(__dirname, "..");
const csv = join(root, "..", "shared", "data", "log-analytics-tables.csv");
const target = join(root, "src", "kql", "tables", "generated", "log-analytics-tables.ts");

/** The scraped cells hold left-overs of HTML and odd spellings of types here and there. */
function cleaned(cell: string): string {
  return cell
    .replace(/<[^>]*>/g, "")
    .replace(/&\w+;/g, " ")
    .trim();
}

function tablesOf(text: string): ReadonlyMap<string, ReadonlyMap<string, TypeName>> {
  const standard = new Set(STANDARD_COLUMNS.map(({ name }) => name));
  const tables = new Map<string, Map<string, TypeName>>();
  for (const line of text.split("\n").slice(1).filter(Boolean)) {
    const [table = "", column = "", written = ""] = line.split(",").map(cleaned);
    const columns = tables.get(table) ?? new Map<string, TypeName>();
    tables.set(table, columns);
    const type = typeNamed(written);
    if (type === undefined) throw new Error(`${table}.${column} has the type ${written}`);
    if (!standard.has(column)) columns.set(column, type);
  }
  return tables;
}

function lineOf(table: string, columns: ReadonlyMap<string, TypeName>): string {
  const byType = new Map<TypeName, string[]>();
  for (const [column, type] of [...columns].sort()) byType.set(type, [...(byType.get(type) ?? []), column]);
  return `${table} ${[...byType].map(([type, names]) => `${type}:${names.join(",")}`).join(" ")}`.trim();
}

const lines = [...tablesOf(readFileSync(csv, "utf8"))].sort().map(([table, columns]) => lineOf(table, columns));
writeFileSync(
  target,
  `/**
 * Tables of a Log Analytics workspace: name, then the columns of each type; the standard columns are left out.
 * Source: oshezaf/sentinelninja, commit 4167c9ca (Apache-2.0), from https://learn.microsoft.com/azure/azure-monitor/reference/tables,
 * read 2026-11-23. Corrections stand in corrections.ts. Written by scripts/generate-log-analytics-tables.ts.
 */

export const LOG_ANALYTICS_TABLES = \`
${lines.join("\n")}
\`;
`,
);
