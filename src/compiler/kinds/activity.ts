/** Whether a tenant has the tables that a rule or hunt reads. */

import { compareTexts } from "../../diagnostics";
import type { DocumentOf } from "../../documents";
import type { Inactive } from "../../plan";
import type { Frame } from "../frame";

/** Why the document is inactive in this tenant; undefined where it is not. */
export function inactiveBecause(
  { key, kind, body }: DocumentOf<"Scheduled" | "NRT" | "HuntingQuery">,
  { tables }: Frame,
): Inactive | undefined {
  if (!tables) return undefined;
  const optional = new Set(body.optional ?? []);
  const needed = (body.requiredDataConnectors ?? []).flatMap(({ dataTypes = [] }) => dataTypes.map(tableName));
  const missing = [...new Set(needed)].filter((table) => !tables.has(table) && !optional.has(table)).sort(compareTexts);
  if (missing.length === 0) return undefined;
  return { key, kind, title: body.name, because: `no ${missing.join(", no ")} in this tenant` };
}

/** A data type may say more than its table: "Syslog (Cisco)". */
function tableName(dataType: string): string {
  return /^\w+/.exec(dataType)?.[0] ?? dataType;
}
