/** Events typed by the columns of their table, with times relative to the test's now. */

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

export interface EventTable {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether each row came in at some time: rows of tables do, results of functions do not. */
  readonly isLog: boolean;
}

/** Not a column: when the row came in, by default when it was generated. */
const INGESTED = "_ingested";

const GENERATED = "TimeGenerated";

export function typedEvents(rows: readonly GivenRow[], table: EventTable): Parsed<readonly TypedEvent[]> {
  const diagnostics: Diagnostic[] = [];
  const value = rows.flatMap((given) => {
    const read = typedEvent(given, table);
    diagnostics.push(...read.diagnostics);
    return read.value ?? [];
  });
  return { value, diagnostics };
}

function typedEvent(
  { cells, at, isText }: GivenRow,
  { name, columns, now, isLog }: EventTable,
): Parsed<TypedEvent | undefined> {
  const diagnostics: Diagnostic[] = [];
  const report = (column: string, message: string, help?: string) => {
    const where = at(column, help === undefined ? "value" : "key");
    diagnostics.push(finding(testingInfo.badEvent, { message, at: where, ...(help ? { help } : {}) }));
  };
  const names = columns.map((column) => column.name);
  for (const key of Object.keys(cells)) {
    if (names.includes(key) || (isLog && key === INGESTED)) continue;
    report(key, `\`${name}\` has no column \`${key}\``, didYouMean(key, names) ?? "");
  }
  const row = columns.map((column): Value => {
    const value = typedCell(isText ? ofText(cells[column.name], column) : cells[column.name], column, now);
    if (value !== undefined) return value;
    report(column.name, `the value of \`${column.name}\` is not a ${column.type}: ${toldValue(cells[column.name])}`);
    return null;
  });
  if (!isLog)
    return { value: diagnostics.length > 0 ? undefined : { row, generated: now, ingested: now }, diagnostics };
  const time = row[names.indexOf(GENERATED)];
  const isTimed = typeof time === "bigint";
  if (!isTimed && (cells[GENERATED] ?? null) === null) report(GENERATED, `a row of \`${name}\` has no ${GENERATED}`);
  const generated = isTimed ? millisecondsOf(time) : now;
  const ingested = ingestionTime(cells[INGESTED], generated, now);
  if (ingested === undefined) report(INGESTED, `expected a time or +3h, got ${toldValue(cells[INGESTED])}`);
  if (diagnostics.length > 0 || ingested === undefined) return { value: undefined, diagnostics };
  return { value: { row, generated, ingested }, diagnostics };
}

/** A text in a dynamic column is JSON where it can be read so. */
function ofText(cell: unknown, { type }: Column): unknown {
  if (type !== "dynamic" || typeof cell !== "string") return cell;
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}

/** A number or truth value is also a text; undefined where the cell does not fit. */
function typedCell(cell: unknown, { type }: Column, now: number): Value | undefined {
  if (type === "datetime") return valueOfCell(absoluteTime(cell, now), type);
  const isScalar = typeof cell === "number" || typeof cell === "boolean";
  return valueOfCell(type === "string" && isScalar ? String(cell) : cell, type);
}

/** `-5m` is relative to now; anything else stays as it is. */
export function absoluteTime(cell: unknown, now: number): unknown {
  const [, sign, length = ""] = typeof cell === "string" ? (/^([+-])(\S+)$/.exec(cell) ?? []) : [];
  const duration = sign === undefined ? undefined : parseDuration(length);
  if (!duration) return cell === "now" ? new Date(now).toISOString() : cell;
  return new Date(now + (sign === "-" ? -1000 : 1000) * duration.seconds).toISOString();
}

/** `+3h` counts from the row's TimeGenerated: it is a delay. `-5m` and a time are as everywhere. */
function ingestionTime(cell: unknown, generated: number, now: number): number | undefined {
  if (cell === undefined || cell === null) return generated;
  const isDelay = typeof cell === "string" && cell.startsWith("+");
  const time = valueOfCell(absoluteTime(cell, isDelay ? generated : now), "datetime");
  return typeof time === "bigint" ? millisecondsOf(time) : undefined;
}

const UNIX_EPOCH_MILLISECONDS = 62_135_596_800_000n;

/** Ticks of 100 ns since the year 1 as milliseconds since 1970, and back. */
function millisecondsOf(ticks: bigint): number {
  return Number(ticks / 10_000n - UNIX_EPOCH_MILLISECONDS);
}

export function ticksOf(milliseconds: number): bigint {
  return (BigInt(Math.round(milliseconds)) + UNIX_EPOCH_MILLISECONDS) * 10_000n;
}
