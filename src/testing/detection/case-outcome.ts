/** What came out of a case against what it expects. */

import { type Diagnostic, finding } from "../../diagnostics";
import { type Column, cellsOfRows, type Rows, type Tap } from "../../kql/run";
import { alertsOf, incidentsOf, isGroupingUnclear, type ResultRow } from "../../sentinel";
import { testingInfo } from "../checks/checks";
import type { CaseOutcome, Difference } from "../test-case";
import type { CaseFrame } from "./case-frame";
import type { CaseQuery } from "./case-query";
import { isAsExpected, readable, type Told, toldAlert, toldIncident } from "./expectations";
import { rowTrace } from "./row-trace";
import { absoluteTime } from "./typed-events";

export interface CaseRun {
  readonly columns: readonly Column[];
  readonly rows: Rows;
  readonly taps: readonly Tap[];
  readonly portal: "defender" | "azure";
}

export function caseOutcome(frame: CaseFrame, { rule, placed }: CaseQuery, run: CaseRun): CaseOutcome {
  const rows = cellsOfRows(run.rows, run.columns).map(
    (cells): ResultRow => Object.fromEntries(run.columns.map(({ name }, slot) => [name, cells[slot] ?? null])),
  );
  const alerts = rule ? alertsOf(rule, rows) : [];
  const incidents = rule ? incidentsOf(rule, alerts) : [];
  const { expect } = frame.body;
  const unclear = [
    ...unclearParts(frame, "alerts", alerts),
    ...unclearParts(frame, "incidents", incidents),
    ...(expect.incidents !== undefined && rule && isGroupingUnclear(rule, alerts)
      ? [unclearPart(frame, "incidents", "the grouping of these alerts")]
      : []),
    ...(run.portal === "defender" && statesTitle(expect.incidents)
      ? [unclearPart(frame, "incidents", "the title of an incident, which the Defender portal makes")]
      : []),
  ];
  if (unclear.length > 0) return { differences: [], diagnostics: unclear };
  const actual = { alerts: alerts.map(toldAlert), incidents: incidents.map(toldIncident), rows };
  const wanted = { ...expect, rows: absoluteRows(expect.rows, run.columns, frame.now) };
  const differences = (["alerts", "incidents", "rows"] as const).flatMap((of): readonly Difference[] => {
    const expected = wanted[of];
    return expected === undefined || isAsExpected(expected, actual[of])
      ? []
      : [{ of, expected, actual: actual[of].map(readable) }];
  });
  const isFew = differences.some(({ expected, actual: got }) => countOf(expected) > countOf(got));
  return { differences, diagnostics: [], ...(isFew ? { details: rowTrace(run.taps, placed) } : {}) };
}

function countOf(value: unknown): number {
  return typeof value === "number" ? value : (value as readonly unknown[]).length;
}

/** Times in expected rows may be relative, as in given ones. */
function absoluteRows(
  rows: CaseFrame["body"]["expect"]["rows"],
  columns: readonly Column[],
  now: number,
): number | readonly Told[] | undefined {
  if (typeof rows !== "object") return rows;
  const times = new Set(columns.filter(({ type }) => type === "datetime").map(({ name }) => name));
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [name, times.has(name) ? absoluteTime(cell, now) : cell]),
    ),
  );
}

function statesTitle(incidents: CaseFrame["body"]["expect"]["incidents"]): boolean {
  return typeof incidents === "object" && incidents.some(({ title }) => title !== undefined);
}

/** Parts that the case states and no page decides. */
function unclearParts(
  frame: CaseFrame,
  of: "alerts" | "incidents",
  made: readonly { readonly undocumented: readonly string[] }[],
): readonly Diagnostic[] {
  const expected = frame.body.expect[of];
  if (typeof expected !== "object") return [];
  const stated = new Set(
    expected.flatMap((each: Told) => [...Object.keys(each), ...Object.keys(each.properties ?? {})]),
  );
  const parts = new Set(made.flatMap(({ undocumented }) => undocumented).filter((part) => stated.has(part)));
  return [...parts].map((part) => unclearPart(frame, of, `the ${part} of ${of} with these rows`));
}

function unclearPart({ at }: CaseFrame, of: "alerts" | "incidents", what: string): Diagnostic {
  const help = "no page of the service says what it does: expect their number, or leave the part out";
  return finding(testingInfo.notRun, { message: `${what} is not evaluated`, at: at(`/expect/${of}`), help });
}
