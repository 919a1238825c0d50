/** A cell as the text that an alert shows. */

import type { Json } from "../kql/run";

/** Empty for null; a list or bag is its JSON. */
export function cellText(cell: Json | undefined): string {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}

/** Texts of a column over rows: each once, in order of first sight, empty ones left out. */
export function distinctTexts(rows: readonly Readonly<Record<string, Json>>[], column: string): readonly string[] {
  return [...new Set(rows.map((row) => cellText(row[column])))].filter((text) => text !== "");
}
