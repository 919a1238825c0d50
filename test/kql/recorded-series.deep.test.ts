/** Recorded results of series made with rand(): the series stands in the result, so what was made of it can be held against ours. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { boundProgram } from "./bound-program";
import { rowsOfProgram } from "./run-program";

const FILE = join(__dirname, "..", "..", "..", "shared", "conformance", "kql", "oracle.jsonl");

interface Recorded {
  readonly id: string;
  readonly query: string;
  readonly expected: { readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] };
}

const CALL = /series_decompose(?:_anomalies)?\(y[^)]*\)/;

/** Hours of the week: the period of the recorded series. */
const SEASONALITY = 168;

const recorded: readonly Recorded[] = existsSync(FILE)
  ? readFileSync(FILE, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Recorded)
      .filter(({ query }) => CALL.test(query))
  : [];

/** Digits beyond the fourteenth hang on the order in which sums are made. */
const rounded = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((each) => Number(Number(each).toPrecision(9)) || 0) : value;

test(`${recorded.length} recorded decompositions`, () => {
  for (const { id, query, expected } of recorded) {
    const [row = []] = expected.rows;
    const series = row[expected.columns.indexOf("y")];
    const flags = query.includes("series_multiply")
      ? " | extend ad_flag = series_multiply(10, series_decompose_anomalies_y_ad_flag)"
      : "";
    const asked = `print y = dynamic(${JSON.stringify(series)}) | extend ${CALL.exec(query)?.[0]}${flags}`;
    const wanted = expected.columns
      .map((name, at) => [name, row[at]] as const)
      .filter(([name]) => name.startsWith("series_"));
    const columns = wanted.map(([name]) => (name.endsWith("ad_flag") ? "ad_flag" : name));
    const text = `${asked} | project ${columns.join(", ")}`;
    const [ours = []] = rowsOfProgram(text, boundProgram(text), { seasonality: SEASONALITY }) as readonly unknown[][];
    expect([id, ours.map(rounded)]).toEqual([id, wanted.map(([, value]) => rounded(value))]);
  }
});
