/** Events typed by their table's columns, with times relative to the test's now. */

import { type Diagnostic, didYouMean, finding, type Parsed } from "../../diagnostics";
import { parseDuration, toldValue } from "../../documents";
import { type Column, type Row, type Value, valueOfCell } from "../../kql/run";
import { testingInfo } from "../checks/checks";
import type { GivenRow } from "./event-files";

export interface TypedEvent {
  readonly row: Row;
  /** Milliseconds since 1970. */
  readonly generated: number;
  readonly ingested: number;
}

interface EventTable {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Not a column: when the row came in, by default when it was generated. */
const INGESTED = "_ingested";

export function typedEvents(rows: readonly GivenRow[], table: EventTable): Parsed<readonly TypedEvent[]> {
  const diagnostics: Diagnostic[] = [];
  const value = rows.flatMap((given) => {
    const read = typedEvent(given, table);
    diagnostics.push(...read.diagnostics);
    return read.value ?? [];
  });
  return { value, diagnostics };
}

function typedEvent({ cells, at }: GivenRow, { name, columns, now }: EventTable): Parsed<TypedEvent | undefined> {
  const diagnostics: Diagnostic[] = [];
  const report = (column: string, message: string, help?: string) =>
    diagnostics.push(finding(testingInfo.badEvent, { message, at: at(column), ...(help ? { help } : {}) }));
  const names = columns.map((column) => column.name);
  for (const key of Object.keys(cells)) {
    if (key === INGESTED || names.includes(key)) continue;
    report(key, `\`${name}\` has no column \`${key}\``, didYouMean(key, names));
  }
  const row = columns.map((column): Value => {
    const cell = cells[column.name];
    const plain = column.type === "datetime" ? absoluteTime(cell, now) : cell;
    const value = valueOfCell(column.type === "string" && isScalar(plain) ? String(plain) : plain, column.type);
    if (value !== undefined) return value;
    report(column.name, `the value of \`${column.name}\` is not a ${column.type}: ${toldValue(cell)}`);
    return null;
  });
  const generated = timeOf(absoluteTime(cells.TimeGenerated, now));
  if (generated === undefined && cells.TimeGenerated === undefined)
    report("TimeGenerated", `a row of \`${name}\` has no TimeGenerated`);
  const ingested = ingestionTime(cells[INGESTED], generated ?? now, now);
  if (ingested === undefined) report(INGESTED, `expected a time or +3h, got ${toldValue(cells[INGESTED])}`);
  const isSound = diagnostics.length === 0 && generated !== undefined && ingested !== undefined;
  return { value: isSound ? { row, generated, ingested } : undefined, diagnostics };
}

function isScalar(value: unknown): boolean {
  return typeof value === "number" || typeof value === "boolean";
}

/** `-5m` is relative to now; anything else stays as it is. */
function absoluteTime(cell: unknown, now: number): unknown {
  const [, sign, length = ""] = typeof cell === "string" ? (/^([+-])(\S+)$/.exec(cell) ?? []) : [];
  const duration = sign === undefined ? undefined : parseDuration(length);
  if (!duration) return cell === "now" ? new Date(now).toISOString() : cell;
  return new Date(now + (sign === "-" ? -1000 : 1000) * duration.seconds).toISOString();
}

function timeOf(cell: unknown): number | undefined {
  const time = typeof cell === "string" ? Date.parse(cell) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** `+3h` counts from the row's TimeGenerated: it is a delay. `-5m` and a time are as everywhere. */
function ingestionTime(cell: unknown, generated: number, now: number): number | undefined {
  if (cell === undefined) return generated;
  const isDelay = typeof cell === "string" && cell.startsWith("+");
  return timeOf(absoluteTime(cell, isDelay ? generated : now));
}
