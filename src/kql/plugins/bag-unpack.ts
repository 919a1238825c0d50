/** `bag_unpack`: a column for each property of a bag. Which ones is told by the rows, or declared behind the call. */

import { QueryEnd } from "../execute/query-end";
import { page } from "../functions/definition";
import type { Tabular } from "../ir/tabular";
import { child, childOf } from "../kusto/node";
import { isLiteral, literalOf, readLiteral } from "../lower/literal";
import { columnsOfSchema } from "../lower/schema";
import { lowerScalar, type Scope, slotOf } from "../lower/scope";
import type { LoweredOperator } from "../operators/definition";
import { converter, typeOfDynamic } from "../values/convert";
import type { Column } from "../values/type-name";
import { type Dynamic, isArray, isBag, type Row, type Value } from "../values/value";
import type { UnpackedBags } from "./bag-columns";
import type { PluginCall, PluginDefinition } from "./definition";
import { opened } from "./opened";

export const bagUnpack: PluginDefinition = {
  name: "bag_unpack",
  source: `${page("bag-unpack-plugin")}, engine`,
  lower,
  examples: [
    {
      query:
        "datatable(d:dynamic)[dynamic({'b': 1, 'a': 'x'}), dynamic({'a': 'y'})] | evaluate bag_unpack(d) : (a:string, b:long)",
      rows: [
        ["x", 1],
        ["y", null],
      ],
    },
    {
      query: "datatable(n:long, d:dynamic)[7, dynamic({'a': 1})] | evaluate bag_unpack(d, 'p_') : (*, p_a:long)",
      rows: [[7, 1]],
    },
  ],
  compile: ({ values, settings, types, at }, compiler) => {
    const bagOf = values[0] && compiler.scalar(values[0]);
    const from = settings.map((setting) => compiler.scalar(setting));
    return (rows, run) => {
      const sources = from.map((each) => each([], run));
      return rows.map((row): Row => {
        const bag = bagOf?.(row, run) ?? null;
        if (bag !== null && !isBag(bag))
          throw new QueryEnd("unsupported", "`bag_unpack` of what is no bag is not evaluated", at);
        return sources.map((source, index): Value => {
          if (typeof source === "number") return row[source] as Value;
          return cell(bag?.get(String(source)) ?? null, types[index] ?? "dynamic", at);
        });
      });
    };
  },
};

/** A property under its declared type; the page does not say how one of another type is read. */
function cell(value: Dynamic, type: Column["type"], at: readonly [number, number]): Value {
  if (value === null) return type === "string" ? "" : null;
  if (type !== "dynamic" && typeOfDynamic(value) !== type) {
    throw new QueryEnd("unsupported", `\`bag_unpack\` of a property that is no ${type} is not evaluated`, at);
  }
  return converter("dynamic", type)(value);
}

function lower(call: PluginCall, scope: Scope, input: Tabular): LoweredOperator | string {
  const asked = bagsOf(call, scope);
  if (typeof asked === "string") return asked;
  const schema = child(call.operator, "Schema");
  if (!schema) {
    return opened(call, scope, {
      input,
      call: asked,
      columns: scope.columns.filter((_, index) => index !== asked.slot),
    });
  }
  const row = childOf(schema, "Schema");
  const rest = scope.columns.filter((_, index) => index !== asked.slot);
  const takesAll = child(row, "AsteriskToken") !== undefined;
  const declared = columnsOfSchema(row);
  const columns = takesAll ? [...rest, ...declared] : declared;
  const names = new Set(takesAll ? declared.map(({ name }) => name) : []);
  if (rest.some(({ name }) => names.has(name))) return "a declared column that is there already is not evaluated";
  const settings = columns.map(({ name, type }) => {
    const slot = slotOf(scope.columns, name);
    const isOwn =
      slot >= 0 && slot !== asked.slot && !(asked.conflict === "replace_source" && name.startsWith(asked.prefix));
    if (isOwn && scope.columns[slot]?.type === type) return literalOf("long", slot);
    return literalOf("string", name.slice(asked.prefix.length));
  });
  return {
    columns,
    step: {
      kind: "plugin",
      name: "bag_unpack",
      values: [{ kind: "column", type: "dynamic", slot: asked.slot }],
      settings,
      tables: [],
      types: columns.map(({ type }) => type),
      at: scope.placeOf(call.call),
    },
  };
}

function bagsOf({ args, named }: PluginCall, scope: Scope): UnpackedBags | string {
  const [column, ...settings] = args;
  const value = column && lowerScalar(column, scope);
  if (value?.kind !== "column" || value.type !== "dynamic") return "what is unpacked must be a dynamic column";
  const given = (name: string, place: number): Value | undefined => {
    const node = named.get(name) ?? settings[place];
    if (!node) return undefined;
    const literal = isLiteral(node) ? readLiteral(node) : undefined;
    return literal && "value" in literal ? literal.value : null;
  };
  const prefix = given("OutputColumnPrefix", 0) ?? "";
  const conflict = given("columnsConflict", 1) ?? "error";
  const ignored = given("ignoredProperties", 2) ?? [];
  const isKnown = conflict === "error" || conflict === "replace_source" || conflict === "keep_source";
  if (typeof prefix !== "string" || !isKnown || !isArray(ignored)) return "these settings are not evaluated";
  return {
    kind: "bag_unpack",
    input: scope.columns,
    slot: value.slot,
    prefix,
    ignored: ignored.map(String),
    conflict,
  };
}
