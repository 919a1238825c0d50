/** `parse-kv`: values of named keys in a text of `key=value` pairs. */

import { QueryEnd } from "../execute/query-end";
import { page } from "../functions/definition";
import type { ParseKv, ParseKvForm } from "../ir/step";
import { child, childOf, items, type KustoNode, simpleName } from "../kusto/node";
import { convertTo } from "../lower/call";
import { isLiteral, readLiteral } from "../lower/literal";
import { checkNames } from "../lower/projection";
import { columnsOfSchema } from "../lower/schema";
import { boundIn, lowerScalar, report, type Scope, slotOf } from "../lower/scope";
import { converter } from "../values/convert";
import { matchesOf, regularExpression } from "../values/regular-expression";
import type { Column } from "../values/type-name";
import type { Row, Value } from "../values/value";
import { type LoweredOperator, type OperatorDefinition, stepDefinition } from "./definition";
import { readDelimited, readUndelimited } from "./key-value-text";
import { widened } from "./widened";

export const parseKv: OperatorDefinition = {
  name: "parse-kv",
  syntax: ["ParseKvOperator"],
  source: `${page("parse-kv-operator")}, engine`,
  order: "keeps",
  lower,
  examples: [
    {
      query:
        "print s = 'a=1; b = x y ;a=2' | parse-kv s as (a:long, b:string, c:long) with (pair_delimiter=';', kv_delimiter='=') | project-away s",
      rows: [[1, "x y", null]],
    },
    {
      query:
        "print s = 'a=\"1;2\";b=3' | parse-kv s as (a:string, b:long) with (pair_delimiter=';', kv_delimiter='=', quote='\"') | project-away s",
      rows: [["1;2", 3]],
    },
    {
      query:
        "print s = 'n=John Doe c=New York' | parse-kv s as (n:string, c:string) with (pair_delimiter=' ', kv_delimiter='=', greedy=true) | project-away s",
      rows: [["John Doe", "New York"]],
    },
    { query: "print s = '[x] id: 7, n: z' | parse-kv s as (n:string, id:long) | project-away s", rows: [["z", 7]] },
    {
      query: "print s = '<a=1><b=2>' | parse-kv s as (b:long) with (regex=@'<(\\w)=(\\d)>') | project-away s",
      rows: [[2]],
    },
  ],
};

function lower(node: KustoNode, scope: Scope): LoweredOperator | undefined {
  const columns: Column[] = [...scope.columns];
  const keys = columnsOfSchema(childOf(node, "Keys")).map(({ name, type }) => {
    const known = slotOf(columns, name);
    const slot = known < 0 ? columns.push({ name, type }) - 1 : known;
    columns[slot] = { name, type };
    return { name, slot, type };
  });
  checkNames(columns, boundIn(node, scope), node, scope);
  const form = formOf(child(node, "WithClause"));
  if (!form) {
    report(scope, node, "unsupported", "these properties of `parse-kv` are not evaluated");
    return undefined;
  }
  const value = convertTo(lowerScalar(childOf(node, "Expression"), scope), "string");
  return { columns, step: { kind: "parse-kv", value, width: columns.length, keys, form, at: scope.placeOf(node) } };
}

function formOf(clause: KustoNode | undefined): ParseKvForm | undefined {
  const given = propertiesOf(clause);
  const texts = (name: string) => (given.get(name) ?? []).map(String);
  const [pair, keyValue, pattern] = [texts("pair_delimiter")[0], texts("kv_delimiter")[0], texts("regex")[0]];
  const quoting = { quotes: texts("quote"), escapes: texts("escape") };
  if (pattern !== undefined) return given.size === 1 ? { kind: "regex", pattern } : undefined;
  if (pair === undefined && keyValue === undefined && !given.has("greedy")) return { kind: "undelimited", ...quoting };
  if (!pair || !keyValue) return undefined;
  return { kind: "delimited", pair, keyValue, ...quoting, isGreedy: given.get("greedy")?.[0] === true };
}

function propertiesOf(clause: KustoNode | undefined): ReadonlyMap<string, readonly Value[]> {
  const given = new Map<string, Value[]>();
  for (const each of clause ? items(clause, "Properties") : []) {
    const written = childOf(each, "Expression");
    const literal = isLiteral(written) ? readLiteral(written) : undefined;
    const value = literal && "value" in literal ? literal.value : null;
    const name = simpleName(childOf(each, "Name")).toLowerCase();
    given.set(name, [...(given.get(name) ?? []), value]);
  }
  return given;
}

export const parseKvStep = stepDefinition<ParseKv>({
  kind: "parse-kv",
  isRowByRow: true,
  compile: ({ value, width, keys, form, at }, compiler) => {
    const evaluate = compiler.scalar(value);
    const converters = keys.map(({ type }) => converter("string", type));
    const names = new Set(keys.map(({ name }) => name));
    const read = reader(form, names, at);
    return (rows, run) =>
      rows.map((row): Row => {
        const found = read(String(evaluate(row, run) ?? ""));
        const made = widened(row, width);
        keys.forEach(({ name, slot, type }, index) => {
          const text = found.get(name);
          made[slot] = text === undefined ? (type === "string" ? "" : null) : (converters[index]?.(text) ?? null);
        });
        return made;
      });
  },
});

type Read = (text: string) => ReadonlyMap<string, string>;

function reader(form: ParseKvForm, names: ReadonlySet<string>, at: ParseKv["at"]): Read {
  const refuse = (message: string): never => {
    throw new QueryEnd("unsupported", message, at);
  };
  switch (form.kind) {
    case "delimited":
      return (text) => readDelimited(text, form, names, refuse);
    case "undelimited":
      return (text) => readUndelimited(text, form, names, refuse);
    default:
      return regexReader(form.pattern, at);
  }
}

/** The first group is the key, the second the value. */
function regexReader(pattern: string, at: ParseKv["at"]): Read {
  const compiled = regularExpression(pattern);
  if (compiled.kind === "refused") throw new QueryEnd(compiled.refusal, compiled.message, at);
  const { expression } = compiled;
  if (expression.groups !== 2) {
    throw new QueryEnd("invalid", "the regular expression of `parse-kv` needs two groups: key and value", at);
  }
  return (text) => {
    const found = new Map<string, string>();
    for (const [, key, value] of matchesOf(expression, text)) {
      const name = key ? text.slice(key[0], key[1]).trim() : "";
      if (!found.has(name)) found.set(name, value ? text.slice(value[0], value[1]).trim() : "");
    }
    return found;
  };
}
