/** What Microsoft's binder says about calls of what is built in: which types of arguments it takes, and the type of the result. `signatures.test.ts` holds the definitions against it. */

import { join } from "node:path";
import { expect, test } from "vitest";
import { aggregates } from "../../src/kql/aggregates/registry";
import { functions } from "../../src/kql/functions/registry";
import { globalsOf } from "../../src/kql/kusto/globals";
import { type KustoDiagnostic, kustoLibrary, listItems } from "../../src/kql/kusto/library";

/** A value of each type, as it is written. */
const VALUES: Readonly<Record<string, string>> = {
  bool: "true",
  int: "int(1)",
  long: "1",
  real: "1.5",
  decimal: "decimal(1)",
  string: "'a'",
  datetime: "datetime(2026-01-01)",
  timespan: "1h",
  guid: "guid(74be27de-1e4e-49d9-b579-fe0b331d3642)",
  dynamic: "dynamic(1)",
};
const TYPES = Object.keys(VALUES);

interface Parameter {
  readonly DeclaredTypes: unknown;
  readonly TypeKind: number;
  readonly ArgumentKind: number;
  readonly Values: unknown;
}

type Numbers = Readonly<Record<string, number>>;

/** The library's names of kinds, by which its parameters are told apart. */
function kindsOf({ TypeKind, ArgumentKind }: Parameter): { readonly type: string; readonly argument: string } {
  const symbols = kustoLibrary().Symbols as unknown as Readonly<Record<"ParameterTypeKind" | "ArgumentKind", Numbers>>;
  const nameOf = (numbers: Numbers, number: number) => Object.keys(numbers).find((name) => numbers[name] === number);
  return {
    type: nameOf(symbols.ParameterTypeKind, TypeKind) ?? "",
    argument: nameOf(symbols.ArgumentKind, ArgumentKind) ?? "",
  };
}

interface Signature {
  readonly Parameters: unknown;
  readonly MinArgumentCount: number;
  readonly MaxArgumentCount: number;
}

interface Call {
  readonly name: string;
  /** Names of types, `typeof(long)`, or a text in quotes where only some are taken. */
  readonly args: readonly string[];
  readonly text: string;
}

/** An argument as it is written for a parameter. */
function written(arg: string, parameter?: Parameter): string {
  const kinds = parameter && kindsOf(parameter);
  if (arg in VALUES && kinds?.argument.startsWith("Column")) return `${arg}_`;
  if (arg === "dynamic" && kinds?.type === "DynamicArray") return "dynamic([1])";
  if (arg === "dynamic" && kinds?.type === "DynamicBag") return "dynamic({})";
  return VALUES[arg] ?? arg;
}

/** What is given for a parameter while another one is tried. */
function usual(parameter: Parameter): string {
  const [value] = listItems<unknown>(parameter.Values);
  if (value !== undefined) return `'${value}'`;
  const [declared] = listItems<{ readonly Name: string }>(parameter.DeclaredTypes);
  if (declared?.Name === "type") return "typeof(long)";
  if (declared && declared.Name in VALUES) return declared.Name;
  const { type } = kindsOf(parameter);
  if (/^(Dynamic|IntegerOrArray)/.test(type)) return "dynamic";
  if (/^(String|Scalar$|CommonScalar)/.test(type)) return "string";
  return type === "RealOrDecimal" ? "real" : "long";
}

/** All types for one parameter after the other and for all at once, for each number of arguments; of what repeats, one more than is named. */
function callsOf(name: string, signature: Signature): readonly Call[] {
  const parameters = listItems<Parameter>(signature.Parameters);
  const most = Math.min(signature.MaxArgumentCount, parameters.length + 1);
  const counts = Array.from(
    { length: most - signature.MinArgumentCount + 1 },
    (_, n) => n + signature.MinArgumentCount,
  );
  return counts.flatMap((count) => {
    const given = Array.from({ length: count }, (_, index) => parameters[index] ?? parameters.at(-1));
    const base = given.map((parameter) => (parameter ? usual(parameter) : ""));
    const tried = base.flatMap((arg, index) => (arg in VALUES ? TYPES.map((type) => base.with(index, type)) : []));
    const same = TYPES.map((type) => base.map((arg) => (arg in VALUES ? type : arg)));
    return [base, ...tried, ...same].map((args) => ({
      name,
      args,
      text: `${name}(${args.map((arg, n) => written(arg, given[n])).join(", ")})`,
    }));
  });
}

function namedCalls(all: unknown, mine: readonly { readonly name: string }[]): readonly Call[] {
  const names = new Set(mine.map(({ name }) => name));
  return listItems<{ readonly Name: string; readonly Signatures: unknown }>(all)
    .filter(({ Name }) => names.has(Name))
    .flatMap(({ Name, Signatures }) => listItems<Signature>(Signatures).flatMap((each) => callsOf(Name, each)));
}

const pairs = (types: readonly string[]) => types.flatMap((left) => types.map((right) => [left, right]));

function operatorCalls(): readonly Call[] {
  const infix = (name: string, lists: readonly (readonly string[])[], write = (right: string) => right) =>
    lists.map((args) => {
      const [left = "", right = ""] = args.map((arg) => written(arg));
      return { name, args, text: `(${left}) ${name} ${write(right)}` };
    });
  const onTexts = ["has", "hasprefix", "hassuffix", "contains", "startswith", "endswith"].flatMap((name) =>
    ["", "!"].flatMap((not) => [`${not}${name}`, `${not}${name}_cs`]),
  );
  const besideText = [...TYPES.map((type) => [type, "string"]), ...TYPES.map((type) => ["string", type])];
  const inList = (right: string) => `(${right})`;
  return [
    ...["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">="].flatMap((name) => infix(name, pairs(TYPES))),
    ...["and", "or"].flatMap((name) => infix(name, pairs(TYPES))),
    ...[...onTexts, "=~", "!~", "matches regex"].flatMap((name) => infix(name, besideText)),
    ...["in", "!in", "in~", "!in~", "has_any", "has_all"].flatMap((name) => infix(name, besideText, inList)),
    ...["in", "!in"].flatMap((name) => infix(name, pairs(TYPES), inList)),
    ...TYPES.map((type) => ({ name: "negate", args: [type], text: `-(${written(type)})` })),
    ...["between", "!between"].flatMap((name) =>
      pairs(TYPES).map(([value = "", end = ""]) => ({
        name,
        args: [value, end, end],
        text: `${written(value)} ${name} (${written(end)} .. ${written(end)})`,
      })),
    ),
  ];
}

interface Bound {
  readonly ResultType: { readonly Columns: unknown } | null;
}

/** So many calls in one query. */
const TOGETHER = 50;

/** The calls that are taken, with the types of their results: of several results the first. */
function taken(calls: readonly Call[], before: string): readonly { readonly call: Call; readonly type: string }[] {
  const globals = globalsOf({ tables: [], functions: [], watchlists: [], parsers: [], scalars: [], services: [] }, "");
  return Array.from({ length: Math.ceil(calls.length / TOGETHER) }, (_, part) => {
    const some = calls.slice(part * TOGETHER, (part + 1) * TOGETHER);
    const texts = some.map(({ text }, index) => `c${index} = ${text}`);
    const code = kustoLibrary().KustoCode.ParseAndAnalyze(`${before} ${texts.join(", ")}`, globals);
    const errors = listItems<KustoDiagnostic>(code.GetDiagnostics()).filter(({ Severity }) => Severity === "Error");
    const columns = new Map(
      listItems<{ readonly Name: string; readonly Type: { readonly Name: string } }>(
        (code as unknown as Bound).ResultType?.Columns,
      ).map(({ Name, Type }) => [Name, Type.Name]),
    );
    let start = before.length + 1;
    return some.flatMap((call, index) => {
      const end = start + (texts[index]?.length ?? 0);
      const isWrong = errors.some(({ Start }) => Start >= start && Start < end);
      start = end + 2;
      const type = columns.get(`c${index}`);
      return isWrong || type === undefined ? [] : [{ call, type }];
    });
  }).flat();
}

/** A line for each name and type of result. */
function linesOf(found: ReturnType<typeof taken>): readonly string[] {
  const lines = new Map<string, Set<string>>();
  for (const { call, type } of found) {
    const key = `${call.name} -> ${type}`;
    lines.set(key, (lines.get(key) ?? new Set()).add(`(${call.args.join(", ")})`));
  }
  return [...lines].map(([key, lists]) => `${key}: ${[...lists].join(" ")}`);
}

test("calls as the binder takes them", async () => {
  const { Functions, Aggregates } = kustoLibrary();
  const row = `print ${TYPES.map((type) => `${type}_ = ${VALUES[type]}`).join(", ")}`;
  const scalar = taken([...operatorCalls(), ...namedCalls(Functions.All, functions)], `${row} | serialize | extend`);
  const aggregate = taken(namedCalls(Aggregates.All, aggregates), `${row} | summarize`);
  const text = [...linesOf(scalar), "", ...linesOf(aggregate), ""].join("\n");
  await expect(text).toMatchFileSnapshot(join(__dirname, "testdata/calls.txt"));
});
