/** Definitions against what Microsoft's binder was asked about calls (`calls.deep.test.ts`), and what every definition has. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aggregateNamed, aggregates } from "../../src/kql/aggregates/registry";
import type { Param } from "../../src/kql/functions/definition";
import { functionNamed, functions } from "../../src/kql/functions/registry";
import { resolveCall } from "../../src/kql/functions/resolve";
import { operators } from "../../src/kql/operators/registry";
import { plugins } from "../../src/kql/plugins/registry";
import { type TypeName, typeNamed } from "../../src/kql/values/type-name";
import { NOT_ASKED, STEPS } from "./row-order";

interface Call {
  readonly name: string;
  /** As `calls.txt` has them: names of types, `typeof(long)`, a text in quotes where only some are taken. */
  readonly args: readonly string[];
  readonly type: string;
}

const CALLS: readonly Call[] = readFileSync(join(__dirname, "testdata/calls.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .flatMap((line) => {
    const [, name = "", type = "", calls = ""] = /^(.+) -> (\w+): \((.*)\)$/.exec(line) ?? [];
    return calls.split(") (").map((list) => ({ name, type, args: list === "" ? [] : list.split(", ") }));
  });

/** The type that a call has here; undefined where it is refused. */
function typeHere({ name, args }: Call): TypeName | undefined {
  const isText = (arg: string) => arg.startsWith("'");
  const types = args.map((arg) => (isText(arg) ? "string" : typeNamed(/^typeof\((.*)\)$/.exec(arg)?.[1] ?? arg)));
  const constants = args.map((arg) => (isText(arg) ? arg.slice(1, -1) : undefined));
  const aggregate = functionNamed(name) ? undefined : aggregateNamed(name);
  const definition = functionNamed(name) ?? aggregate;
  const resolution = definition && resolveCall(definition, types as readonly TypeName[], constants);
  if (resolution?.kind !== "resolved") return undefined;
  const { call } = resolution;
  return aggregate?.isTuple ? (aggregate.results?.(call.types) ?? call.types)[0] : call.type;
}

/** Where the type is not the binder's: what the engine was recorded to give decides. */
const OTHER_TYPES: readonly (readonly [calls: string, why: string])[] = [
  ["getyear datetime_part monthofyear", "recorded: the engine gives a long"],
  ["dayofmonth dayofyear hourofday week_of_year", "UNVERIFIED: taken to be as the recorded ones are"],
  ["ceiling round", "recorded: the engine gives a real for integers too"],
  ["jaccard_index", "recorded: the engine gives a real"],
  ["iff case", "one branch of several is dynamic: its values are of any type"],
  ["row_cumsum", "sums of ints are longs: what the engine gives beyond an int is not told"],
];

test("a call has the type that Microsoft's binder gives it", () => {
  const others = new Set(
    CALLS.filter((call) => ![undefined, call.type].includes(typeHere(call))).map(({ name }) => name),
  );
  expect([...others].sort()).toEqual(OTHER_TYPES.flatMap(([names]) => names.split(" ")).sort());
});

/** Every gap between the binder and us, one line each: it is read when it changes. */
test("calls that the binder takes and that are refused here", async () => {
  const refused = new Map<string, string[]>();
  for (const call of CALLS) {
    if (typeHere(call) !== undefined) continue;
    refused.set(call.name, [...(refused.get(call.name) ?? []), `(${call.args.join(", ")})`]);
  }
  const text = [...refused].map(([name, lists]) => `${name}: ${lists.join(" ")}\n`).join("");
  await expect(text).toMatchFileSnapshot(join(__dirname, "testdata/refused-calls.txt"));
});

/** Numbers of arguments that the binder takes and that are refused whatever their types: no page tells what they mean. */
const REFUSED_COUNTS: readonly string[] = [
  "make_datetime 1",
  "make_timespan 1",
  "series_outliers 6",
  "series_fill_const 1",
  "series_seasonal 3",
  "series_cosine_similarity 3",
  "series_cosine_similarity 4",
];

test("a call may have as many arguments as the binder says", () => {
  const counted = (calls: readonly Call[]) => new Set(calls.map(({ name, args }) => `${name} ${args.length}`));
  const here = counted(CALLS.filter((call) => typeHere(call) !== undefined));
  expect([...counted(CALLS)].filter((each) => !here.has(each))).toEqual(REFUSED_COUNTS);
});

const SIGNATURES = [...functions, ...aggregates].flatMap(({ name, overloads }) =>
  overloads.map(({ params }): readonly [string, readonly Param[]] => [name, params]),
);

test("every parameter has a type, and a name of its own", () => {
  const isWrong = (params: readonly Param[]) =>
    new Set(params.map(({ name }) => name)).size < params.length ||
    params.some(({ name, type }) => !/^\w[\w ]*$/.test(name) || (type !== "any" && typeNamed(type) !== type));
  expect(SIGNATURES.filter(([, params]) => isWrong(params))).toEqual([]);
});

test("only the last parameter repeats, and after one that may be left out so may all", () => {
  const isWrong = (params: readonly Param[]) =>
    params.slice(0, -1).some(({ repeats, optional }, index) => {
      const after = params[index + 1];
      return repeats || (optional && !after?.optional && !after?.repeats);
    });
  expect(SIGNATURES.filter(([, params]) => isWrong(params))).toEqual([]);
});

test("every definition names the page it rests on", () => {
  const page =
    /^https:\/\/learn\.microsoft\.com\/kusto\/query\/(scalar-data-types\/)?[\w-]+ \((read 20\d\d-\d\d-\d\d|UNVERIFIED: not opened)\)/;
  const definitions = [...functions, ...aggregates, ...operators, ...plugins];
  expect(definitions.filter(({ source }) => !page.test(source)).map(({ name, source }) => [name, source])).toEqual([]);
});

test("every operator says what it does to the order of rows", () => {
  const told = Object.entries(STEPS).flatMap(([order, steps]) => Object.keys(steps).map((name) => [name, order]));
  const said = operators.filter(({ name }) => !NOT_ASKED.includes(name)).map(({ name, order }) => [name, order]);
  expect(said.sort()).toEqual(told.sort());
});
