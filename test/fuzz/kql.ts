/** Queries: the examples of functions, aggregates and operators, mutated and combined, through checking and running. Each ends with rows or findings. */

import { sourceText } from "../../src/diagnostics";
import { aggregates } from "../../src/kql/aggregates/registry";
import { checkQuery } from "../../src/kql/check";
import { functions } from "../../src/kql/functions/registry";
import { operators } from "../../src/kql/operators/registry";
import { cellsOfRows, runProgram } from "../../src/kql/run";
import { type FuzzRoom, pick, type Random } from "./room";

const EXPRESSIONS = functions.flatMap(({ examples }) => examples.flat());
const CALLABLE = functions.filter(
  ({ name }) =>
    /^[a-z]\w+$/.test(name) && !/^(and|or|contains|startswith|endswith|has\w*|between|in|member|negate)$/.test(name),
);
const QUERIES: readonly string[] = [
  ...aggregates.flatMap(({ examples }) => examples.map(([query]) => query)),
  ...operators.flatMap(({ examples }) => examples.map(({ query }) => query)),
];

/** Values of each type: those at its ends, nulls, and texts that parsers stumble over. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  bool: ["true", "false", "bool(null)", "y > 0"],
  int: ["int(0)", "int(-1)", "int(2147483647)", "int(null)"],
  long: [..."0 1 -1 3 9223372036854775807 -9223372036854775807 long(null) x".split(" ")],
  real: [..."0.0 -0.5 1.5 1e308 1e-320 real(nan) real(+inf) real(-inf) real(null) y".split(" ")],
  decimal: ["decimal(1.5)", "decimal(-1e20)", "decimal(null)"],
  datetime: [
    "datetime(null)",
    "datetime(0001-01-01)",
    "datetime(9999-12-31T23:59:59.9999999)",
    "datetime(2026-03-29 01:30)",
  ],
  timespan: ["1tick", "-1d", "time(0)", "10675199d", "time(null)", "1h"],
  guid: ["guid(74be27de-1e4e-49d9-b579-fe0b331d3642)", "guid(null)"],
  dynamic: [
    "dynamic(null)",
    "dynamic([])",
    "dynamic({})",
    "dynamic([1, null, 'a', 2.5, [1], {'b': 2}])",
    "dynamic([3, 1, 2])",
    "dynamic(['b', 'a'])",
    "dynamic({'a': {'b': [1]}})",
    "d",
  ],
  string: [
    ..."'' 'a' 'A' ' ' '-' '%' '%zz' '[' '(' '(?i)a' '(a*)(b)?' 'a*' '<a>' '1.2.3.4/33' '10.0.0.1' '::' '😀' 'é' s".split(
      " ",
    ),
    "'\\\\'",
    "@'\\b'",
    "'\\ud800'",
    "'{\"a\": [1, {}]}'",
    "'$.a.b'",
    "'day'",
    "'yyyy-MM-dd'",
    "'UTC'",
    "'2026-01-01T00:00:00Z'",
    "'-1.02:03:04.5'",
    "'0x1F'",
    "strrep('ab', 1000)",
  ],
};

const TYPES = Object.keys(VALUES);

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

/** A call with arguments that one of the parameter lists takes; now and then with any others. */
function call(random: Random, depth: number): string {
  const { name, overloads } = pick(random, CALLABLE);
  const { params } = pick(random, overloads);
  const needed = params.filter(({ optional, repeats }) => !optional && !repeats).length;
  const count = needed + random(4);
  const args = Array.from({ length: count }, (_, index) => {
    const last = params.at(-1);
    const param = params[index] ?? (last?.repeats ? last : undefined);
    if (!param) return undefined;
    if (depth > 0 && random(4) === 0) return call(random, depth - 1);
    return random(12) === 0 ? anyValue(random) : typedValue(random, param.type);
  });
  return `${name}(${args.filter((arg) => arg !== undefined).join(", ")})`;
}

function typedValue(random: Random, type: string): string {
  return pick(random, VALUES[type] ?? VALUES[pick(random, TYPES)] ?? ["1"]);
}

function anyValue(random: Random): string {
  return random(6) === 0 ? pick(random, EXPRESSIONS) : typedValue(random, pick(random, TYPES));
}

const OPERATORS = "+ - * / % == != < >= =~ has contains startswith in~ has_any and or".split(" ");

function expression(random: Random): string {
  switch (random(8)) {
    case 0:
      return call(random, 2);
    case 1: {
      const operator = pick(random, OPERATORS);
      const type = pick(random, TYPES);
      const [left, right] = [typedValue(random, type), random(3) === 0 ? anyValue(random) : typedValue(random, type)];
      return `${left} ${operator} ${/^(in~|has_any)$/.test(operator) ? `(${right})` : right}`;
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
    pick(random, ["", "'", "(", ")", ",", "0", "-", "\\", "[", "é", anyValue(random)]) +
    text.slice(at + random(4))
  );
}

function query(random: Random): string {
  if (random(4) === 0) return mutated(pick(random, QUERIES), random);
  const steps = Array.from({ length: random(3) }, () => `| ${pick(random, STEPS)}`);
  return `${TABLE}\nT | extend v = ${expression(random)} ${steps.join(" ")}`;
}

let isWarm = false;

/** The parser takes seconds to load on a busy machine, which is no input's fault: it is done before the first is timed. */
function warmUp(): void {
  if (!isWarm) checkQuery(sourceText("warm-up", `${TABLE} T | where x > 1 | summarize count() by s`));
  isWarm = true;
}

export const kql: FuzzRoom = {
  name: "kql",
  input: (random) => {
    warmUp();
    return query(random);
  },
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
