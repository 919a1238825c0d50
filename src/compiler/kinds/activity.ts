/** Whether a tenant has the tables that a rule or hunt reads. */

import { compareTexts } from "../../diagnostics";
import type { DocumentOf } from "../../documents";
import type { Inactive } from "../../plan";
import type { Activity, Compiled, Frame } from "../frame";
import type { Bound } from "../queries/compiled-query";

/** What of a document decides on its activity. */
export function activityOf({ body }: DocumentOf<"Scheduled" | "NRT" | "HuntingQuery">): Activity {
  const declared = (body.requiredDataConnectors ?? []).flatMap(({ dataTypes = [] }) => dataTypes.map(tableName));
  return { declared, optional: body.optional ?? [] };
}

/** Why the document is inactive in this tenant; undefined where it is not. What the bound query reads counts before what the document declares. */
export function inactiveBecause(
  { entry, query, activity, inactive }: Compiled,
  { tables }: Frame,
  bound: Bound,
): Inactive | undefined {
  const { key, kind, title } = entry;
  if (inactive !== undefined) return { key, kind, title, because: inactive };
  if (!tables || !activity) return undefined;
  const optional = new Set(activity.optional);
  const missing = [...new Set(readTables(query, bound) ?? activity.declared)]
    .filter((table) => !tables.has(table) && !optional.has(table))
    .sort(compareTexts);
  if (missing.length === 0) return undefined;
  return { key, kind, title, because: `no ${missing.join(", no ")} in this tenant` };
}

/** Tables that the query reads; undefined where it is not bound, or does not bind. */
function readTables(query: Compiled["query"], bound: Bound): readonly string[] | undefined {
  const answer = query && bound(query.request);
  if (!answer || answer.findings.some(({ severity }) => severity === "error")) return undefined;
  return answer.reads.tables;
}

/** A data type may say more than its table: "Syslog (Cisco)". */
function tableName(dataType: string): string {
  return /^\w+/.exec(dataType)?.[0] ?? dataType;
}
