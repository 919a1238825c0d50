/** `pivot`: values of a column become columns, and rows with the same other values become one row with an aggregate in each of them. */

import { type CompiledAggregate, compileAggregate } from "../aggregates/compile";
import { QueryEnd } from "../execute/query-end";
import { page } from "../functions/definition";
import type { AggregateCall } from "../ir/step";
import type { Tabular } from "../ir/tabular";
import { orderSeen } from "../kusto/column-order";
import { argumentsOf, child, childOf, type KustoNode, kindOf, referenced, simpleName } from "../kusto/node";
import { lowerAggregates } from "../lower/aggregate";
import { isLiteral, literalOf } from "../lower/literal";
import { columnsOfSchema } from "../lower/schema";
import { type Scope, slotOf } from "../lower/scope";
import type { LoweredOperator } from "../operators/definition";
import { groupIndex } from "../operators/group";
import type { Column, TypeName } from "../values/type-name";
import type { Row, Value } from "../values/value";
import type { PluginCall, PluginDefinition } from "./definition";
import { opened } from "./opened";
import { type Pivoted, pivotedName } from "./pivot-columns";

/** Aggregates that the page lists. */
const AGGREGATES: ReadonlySet<string> = new Set([
  "avg",
  "count",
  "dcount",
  "make_bag",
  "make_list",
  "make_set",
  "max",
  "min",
  "stdev",
  "sum",
  "take_any",
  "variance",
]);

/** Aggregates whose value over no rows the page's examples show, or that count likewise: a 0. */
const ZERO_WITHOUT_ROWS: ReadonlySet<string> = new Set(["count", "dcount", "sum"]);

const NUMBERS: ReadonlySet<TypeName> = new Set(["int", "long", "real", "decimal"]);

const events = "datatable(event:string, place:string, n:long)['wind', 'a', 1, 'wind', 'b', 2, 'rain', 'a', 3]";

export const pivot: PluginDefinition = {
  name: "pivot",
  source: page("pivot-plugin"),
  lower,
  examples: [
    {
      query: `${events} | project event, place | evaluate pivot(place) : (event:string, a:long, b:long)`,
      rows: [
        ["wind", 1, 1],
        ["rain", 1, 0],
      ],
    },
    {
      query: `${events} | evaluate pivot(place, sum(n)) : (b:long, event:string, a:long)`,
      rows: [
        [2, "wind", 1],
        [0, "rain", 3],
      ],
    },
    {
      query: `${events} | evaluate pivot(place, max(n), event) : (event:string, a:long)`,
      rows: [
        ["wind", 1],
        ["rain", 3],
      ],
    },
  ],
  compile: ({ values, settings, aggregates = [], types, at }, compiler) => {
    const [pivoted, ...keys] = values.map((value) => compiler.scalar(value));
    const places = settings.map((setting) => compiler.scalar(setting));
    const [call] = aggregates;
    const aggregate = call && compileAggregate(call, compiler);
    const keyTypes = values.slice(1).map(({ type }) => type);
    return (rows, run) => {
      if (!pivoted || !call || !aggregate) return [];
      const numberOf = groupIndex(keyTypes);
      const groups: { readonly key: Row; readonly cells: Map<string, unknown> }[] = [];
      const seen = new Set<string>();
      run.budget.spend(rows.length);
      for (const row of rows) {
        const name = pivotedName(pivoted(row, run));
        if (typeof name !== "string") throw new QueryEnd("unsupported", name.problem, at);
        const key = keys.map((each) => each(row, run));
        const number = numberOf(key);
        groups[number] ??= { key, cells: new Map() };
        const { cells } = groups[number];
        const state = cells.has(name) ? cells.get(name) : aggregate.start();
        cells.set(name, aggregate.add(state, row, run));
        seen.add(name);
      }
      const sources = places.map((place) => place([], run));
      const absent = sources.find((source) => typeof source === "string" && !seen.has(source));
      if (absent !== undefined && groups.length > 0)
        refuse(`a declared column for a value that no row has (\`${absent}\`)`, at);
      run.budget.keep(groups.length * sources.length, 0);
      return groups.map(({ key, cells }) =>
        sources.map((source, index): Value => {
          if (typeof source === "number") return key[source] ?? null;
          if (!cells.has(String(source))) return withoutRows(call, aggregate, types[index] ?? "dynamic");
          return finished(aggregate, cells.get(String(source)));
        }),
      );
    };
  },
};

function refuse(what: string, at: readonly [number, number]): never {
  throw new QueryEnd("unsupported", `\`pivot\` with ${what} is not evaluated`, at);
}

/** The cell of a group that has no row with the value. */
function withoutRows(call: AggregateCall, aggregate: CompiledAggregate, type: TypeName): Value {
  if (!ZERO_WITHOUT_ROWS.has(call.name) || !NUMBERS.has(type)) refuse(`\`${call.name}\` over no rows`, call.at);
  return finished(aggregate, aggregate.start());
}

function finished({ finish }: CompiledAggregate, state: unknown): Value {
  const target: Value[] = [null];
  finish(state, target, 0);
  return target[0] ?? null;
}

interface Asked {
  readonly slot: number;
  /** Slots of the columns that stay. */
  readonly keys: readonly number[];
  readonly call: AggregateCall;
  readonly type: TypeName;
}

function lower(call: PluginCall, scope: Scope, input: Tabular): LoweredOperator | string {
  const asked = askedOf(call, scope);
  if (typeof asked === "string") return asked;
  const keys = asked.keys.map((slot) => scope.columns[slot] as Column);
  if (keys.some(({ type }) => type === "dynamic")) return "a column that stays and is dynamic is not evaluated";
  const schema = child(call.operator, "Schema");
  if (!schema) {
    const pivoted: Pivoted = { kind: "pivot", slot: asked.slot, keys, type: asked.type };
    return opened(call, scope, { input, call: pivoted, orderSeen: orderSeen(call.operator), columns: keys });
  }
  const row = childOf(schema, "Schema");
  if (child(row, "AsteriskToken")) return "`*` among declared columns is not evaluated";
  return declared(columnsOfSchema(row), asked, { call, scope, keys });
}

interface Declaring {
  readonly call: PluginCall;
  readonly scope: Scope;
  readonly keys: readonly Column[];
}

/** The page's example picks columns; one that is not of the type, or is not there, is an error that no example shows. */
function declared(
  columns: readonly Column[],
  asked: Asked,
  { call, scope, keys }: Declaring,
): LoweredOperator | string {
  const isKey = ({ name }: Column) => keys.some((key) => key.name === name);
  const missing = keys.find(({ name }) => !columns.some((each) => each.name === name));
  if (missing) return `\`${missing.name}\` is not among the declared columns`;
  const typeOf = (column: Column) => (isKey(column) ? keys.find(({ name }) => name === column.name)?.type : asked.type);
  const other = columns.find((column) => column.type !== typeOf(column));
  if (other) return `\`${other.name}\` is declared as ${other.type}, but is ${typeOf(other)}`;
  return {
    columns,
    step: {
      kind: "plugin",
      name: "pivot",
      values: [asked.slot, ...asked.keys].map((slot) => ({
        kind: "column",
        type: scope.columns[slot]?.type ?? "dynamic",
        slot,
      })),
      settings: columns.map((column) =>
        isKey(column)
          ? literalOf(
              "long",
              keys.findIndex(({ name }) => name === column.name),
            )
          : literalOf("string", column.name),
      ),
      tables: [],
      aggregates: [asked.call],
      types: columns.map(({ type }) => type),
      at: scope.placeOf(call.call),
    },
  };
}

function askedOf({ args, named, call }: PluginCall, scope: Scope): Asked | string {
  const [pivoted, aggregate, ...others] = args;
  const slot = columnOf(pivoted, scope);
  const type = scope.columns[slot]?.type;
  if (named.size > 0) return "named arguments are not evaluated";
  if (type !== "string" && type !== "int" && type !== "long")
    return "what is pivoted must be a column of texts or integers";
  const lowered = aggregate ? aggregateOf(aggregate, scope) : COUNT;
  if (typeof lowered === "string") return lowered;
  const stays = others.map((other) => columnOf(other, scope));
  if (stays.includes(-1)) return "what stays must be columns";
  const made = aggregate ? lowered : { ...lowered, call: { ...lowered.call, at: scope.placeOf(call) } };
  if (stays.length > 0) return { slot, keys: stays, call: made.call, type: made.type };
  if (made.slot === undefined)
    return "an aggregate of more than a column is evaluated where the columns that stay are named";
  const gone = new Set([slot, made.slot]);
  const keys = scope.columns.flatMap((_, index) => (gone.has(index) ? [] : [index]));
  return { slot, keys, call: made.call, type: made.type };
}

interface LoweredAggregate {
  readonly call: AggregateCall;
  readonly type: TypeName;
  /** The column that is aggregated, -1 for none; undefined where an expression is. */
  readonly slot: number | undefined;
}

const COUNT: LoweredAggregate = {
  call: { name: "count", overload: 0, args: [], types: ["long"], at: [0, 0] },
  type: "long",
  slot: -1,
};

function aggregateOf(node: KustoNode, scope: Scope): LoweredAggregate | string {
  const name = kindOf(node) === "FunctionCallExpression" ? simpleName(childOf(node, "Name")) : "";
  if (!AGGREGATES.has(name)) return "this aggregate is not evaluated";
  const { calls, outputs } = lowerAggregates([node], [], [], scope);
  const [call, ...more] = calls;
  const type = call?.types[0];
  if (!call || !type || outputs || more.length > 0 || call.types.length > 1) return "this aggregate is not evaluated";
  const [first, ...settings] = argumentsOf(node);
  const slot = first ? columnOf(first, scope) : -1;
  const isPlain = settings.every(isLiteral) && (!first || slot >= 0);
  return { call, type, slot: isPlain ? slot : undefined };
}

function columnOf(node: KustoNode | undefined, scope: Scope): number {
  return node && kindOf(node) === "NameReference" && referenced(node)?.kind === "Column"
    ? slotOf(scope.columns, simpleName(node))
    : -1;
}
