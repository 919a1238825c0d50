/** Queries: the examples of functions, aggregates and operators, mutated and combined, through checking and running. Each ends with rows or findings. */

import { sourceText } from "../../src/diagnostics";
import { aggregates } from "../../src/kql/aggregates/registry";
import { checkQuery } from "../../src/kql/check";
import { functions } from "../../src/kql/functions/registry";
import { operators } from "../../src/kql/operators/registry";
import { cellsOfRows, runProgram } from "../../src/kql/run";
import { type FuzzRoom, pick, type Random } from "./room";

const EXPRESSIONS = functions.flatMap(({ examples }) => examples.flat());
const CALLABLE = functions.map(({ name }) => name).filter((name) => /^\w+$/.test(name));
const QUERIES: readonly string[] = [
  ...aggregates.flatMap(({ examples }) => examples.map(([query]) => query)),
  ...operators.flatMap(({ examples }) => examples.map(({ query }) => query)),
];

/** Values at the ends of their types, and texts that parsers stumble over. */
const VALUES = [
  ..."null true false 0 -1 1 9223372036854775807 -9223372036854775808 0.0 -0.5 1e308 1e-320".split(" "),
  ..."long(null) int(null) real(nan) real(+inf) real(-inf) real(null) bool(null) decimal(1.5) decimal(null)".split(" "),
  ..."datetime(null) datetime(0001-01-01) datetime(9999-12-31T23:59:59.9999999) 1tick -1d 10675199d time(null)".split(
    " ",
  ),
  ...'dynamic(null) dynamic([]) dynamic({}) dynamic([1,null,\'a\',2.5,[1],{"b":2}]) dynamic({"a":{"b":[1]}})'.split(
    " ",
  ),
  ..."'' 'a' 'A' ' ' '-' '%' '%zz' '\\\\' '[' '(' '(?i)a' 'a*' '{\"a\":1}' '<a>' '1.2.3.4/33' '::' '😀' '\\ud800' 'é'".split(
    " ",
  ),
  ..."guid(74be27de-1e4e-49d9-b579-fe0b331d3642) guid(null) typeof(long) x y s d".split(" "),
  "'$.a.b'",
  "'2026-01-01T00:00:00Z'",
  "strrep('a', 1000)",
];

const STEPS = [
  "where x > 1",
  "summarize count() by s",
  "extend z = tostring(d)",
  "mv-expand d",
  "sort by x asc",
  "project x, d",
  "distinct s",
  "serialize r = row_number()",
  "join kind=inner (T) on x",
  "take 2",
  "parse s with a ':' b:long",
];

const TABLE =
  "let T = datatable(x:long, y:real, s:string, d:dynamic)[1, 1.5, 'a:1', dynamic([1,2]), long(null), real(nan), '', dynamic(null), -5, 0.0, 'é😀', dynamic({\"k\":1})];";

function call(random: Random, depth: number): string {
  const count = random(5);
  const args = Array.from({ length: count }, () =>
    depth > 0 && random(3) === 0 ? call(random, depth - 1) : value(random),
  );
  return `${pick(random, CALLABLE)}(${args.join(", ")})`;
}

function value(random: Random): string {
  return random(6) === 0 ? pick(random, EXPRESSIONS) : pick(random, VALUES);
}

const OPERATORS = "+ - * / % == != < >= =~ has contains startswith in~ has_any and or".split(" ");

function expression(random: Random): string {
  switch (random(4)) {
    case 0:
      return call(random, 2);
    case 1: {
      const operator = pick(random, OPERATORS);
      const right = value(random);
      return `${value(random)} ${operator} ${/^(in~|has_any)$/.test(operator) ? `(${right})` : right}`;
    }
    case 2:
      return mutated(pick(random, EXPRESSIONS), random);
    default:
      return call(random, 0);
  }
}

/** One character or one piece exchanged for another. */
function mutated(text: string, random: Random): string {
  const at = random(text.length + 1);
  return (
    text.slice(0, at) +
    pick(random, ["", "'", "(", ")", ",", "0", "-", "\\", "[", "é", value(random)]) +
    text.slice(at + random(4))
  );
}

function query(random: Random): string {
  if (random(4) === 0) return mutated(pick(random, QUERIES), random);
  const steps = Array.from({ length: random(4) }, () => `| ${pick(random, STEPS)}`);
  return `${TABLE}\nT | extend v = ${expression(random)}, w = ${expression(random)} ${steps.join(" ")}`;
}

export const kql: FuzzRoom = {
  name: "kql",
  input: query,
  problem: (input) => {
    const source = sourceText("fuzz", input);
    const { program, diagnostics, refusals } = checkQuery(source);
    const found = [...diagnostics, ...refusals];
    const outside = found.find(({ at }) => at && (at.start > at.end || at.end > input.length));
    if (outside) return `${outside.code} lies outside of the query`;
    if (!program) return found.length === 0 ? "neither a program nor a finding" : undefined;
    const start = performance.now();
    const elapsedSeconds = () => (performance.now() - start) / 1_000;
    const ran = runProgram(program, { now: "2026-01-15T12:00:00Z", elapsedSeconds }, source);
    if (ran.kind !== "rows") return undefined;
    JSON.stringify(cellsOfRows(ran.rows, ran.columns));
    return wrongCell(ran.rows, ran.columns.length);
  },
};

/** A row that is not as wide as its columns, or has a cell without a value. */
function wrongCell(rows: readonly (readonly unknown[])[], width: number): string | undefined {
  const row = rows.find((each) => each.length !== width || each.includes(undefined));
  return row ? `a row of ${row.length} cells for ${width} columns, or a cell without a value` : undefined;
}
