/** Plugins that count the activity of ids along a timeline: `session_count`, `active_users_count`, `activity_counts_metrics`, `sliding_window_counts`. */

import { QueryEnd } from "../execute/query-end";
import { page } from "../functions/definition";
import type { Plugin } from "../ir/step";
import { columnsAsBound, lowerScalar, type Scope } from "../lower/scope";
import type { LoweredOperator, OperatorExample } from "../operators/definition";
import { longOf } from "../values/integer";
import { type Key, keyOf } from "../values/order";
import type { Row, Rows, Value } from "../values/value";
import type { PluginCall, PluginDefinition } from "./definition";

interface Event {
  readonly id: Key;
  /** Ticks, or the number itself. */
  readonly at: bigint;
}

interface Asked {
  /** By time. */
  readonly events: readonly Event[];
  /** Start, end and what else the plugin takes, in its order. */
  readonly settings: readonly bigint[];
  readonly refuse: (message: string) => never;
  /** A point of the timeline as a cell. */
  readonly pointOf: (at: bigint) => Value;
}

interface Form {
  readonly name: string;
  /** How many settings stand behind the two columns. */
  readonly settings: number;
  readonly count: (asked: Asked) => Rows;
  readonly examples: readonly OperatorExample[];
}

function activity({ name, settings, count, examples }: Form): PluginDefinition {
  return {
    name,
    source: `${page(`${name.replaceAll("_", "-")}-plugin`)}, engine`,
    examples,
    lower: (call, scope) => lower(call, scope, name, settings),
    compile: (step, compiler) => {
      const [id, time] = step.values.map((value) => compiler.scalar(value));
      const given = step.settings.map((setting) => compiler.scalar(setting));
      const [idType = "dynamic", timeType = "long"] = step.values.map(({ type }) => type);
      const refuse = (message: string): never => {
        throw new QueryEnd("unsupported", `the plugin \`${name}\`: ${message}`, step.at);
      };
      return (rows, run) => {
        const events = rows.map((row): Event => {
          const at = time?.(row, run) ?? refuse("a null on the timeline is not evaluated");
          return { id: keyOf(id?.(row, run) ?? null, idType), at: BigInt(at as number | bigint) };
        });
        events.sort((left, right) => (left.at === right.at ? 0 : left.at < right.at ? -1 : 1));
        run.budget.spend(rows.length);
        return count({
          events,
          settings: given.map((each) =>
            BigInt((each([], run) ?? refuse("a null setting is not evaluated")) as number | bigint),
          ),
          refuse,
          pointOf: (at) => (timeType === "long" || timeType === "int" ? longOf(at) : at),
        });
      };
    },
  };
}

function lower(
  { args, named, call, operator }: PluginCall,
  scope: Scope,
  name: string,
  count: number,
): LoweredOperator | string {
  if (args.length !== count + 2 || named.size > 0) return "dimensions and parts that are left out are not evaluated";
  const [values, settings] = [args.slice(0, 2), args.slice(2)].map((nodes, index) =>
    nodes.map((node) => lowerScalar(node, index === 0 ? scope : { ...scope, columns: [] })),
  );
  const whole = new Set(["int", "long", "datetime", "timespan"]);
  const timeline = values?.[1];
  if (!values || !settings || !timeline || ![timeline, ...settings].every(({ type }) => whole.has(type))) {
    return "a timeline and settings that are neither integers nor times are not evaluated";
  }
  const step: Plugin = { kind: "plugin", name, values, settings, tables: [], types: [], at: scope.placeOf(call) };
  return { columns: columnsAsBound(operator), step };
}

/** Largest multiple of the step, counted from the origin, that is not above. */
function binAt(at: bigint, step: bigint, origin: bigint): bigint {
  const rest = (at - origin) % step;
  return at - (rest < 0n ? rest + step : rest);
}

/** Nothing recorded says what events outside of the bounds do, nor what a start between two bins does. */
function requireInside({ events, settings: [start = 0n, end = 0n], refuse }: Asked, step: bigint): void {
  if (step <= 0n) refuse("a step that is not positive is not evaluated");
  if (events.some(({ at }) => at < start || at > end)) refuse("events outside of start and end are not evaluated");
}

function requireAligned({ settings: [start = 0n], refuse }: Asked, step: bigint): void {
  if (binAt(start, step, 0n) !== start) refuse("a start that is no multiple of the step is not evaluated");
}

/** An appearance begins a session when the one before is at least the look-back away. */
function sessionCount(asked: Asked): Rows {
  const [, , step = 1n, lookBack = 0n] = asked.settings;
  requireInside(asked, step);
  const last = new Map<Key, bigint>();
  const bins = new Map<bigint, number>();
  for (const { id, at } of asked.events) {
    const before = last.get(id);
    last.set(id, at);
    if (before !== undefined && at - before < lookBack) continue;
    const bin = binAt(at, step, 0n);
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  return [...bins].map(([bin, count]): Row => [asked.pointOf(bin), count]);
}

/** Ids that appeared in enough periods within the look-back before one of their appearances. */
function activeUsers(asked: Asked): Rows {
  const [start = 0n, end = 0n, lookBack = 0n, period = 1n, least = 0n, step = 1n] = asked.settings;
  if (period <= 0n || step <= 0n) asked.refuse("a step that is not positive is not evaluated");
  const bins = new Map<bigint, Set<Key>>();
  for (const { id, at } of asked.events) {
    if (at < start || at > end) continue;
    const seen = asked.events.filter((each) => each.id === id && each.at > at - lookBack && each.at <= at);
    if (BigInt(new Set(seen.map((each) => binAt(each.at, period, start))).size) < least) continue;
    const bin = binAt(at, step, start);
    bins.set(bin, (bins.get(bin) ?? new Set<Key>()).add(id));
  }
  return [...bins].map(([bin, ids]): Row => [asked.pointOf(bin), ids.size]);
}

function activityCounts(asked: Asked): Rows {
  const [, , step = 1n] = asked.settings;
  requireInside(asked, step);
  requireAligned(asked, step);
  const bins = new Map<bigint, Key[]>();
  for (const { id, at } of asked.events) {
    const bin = binAt(at, step, 0n);
    bins.set(bin, [...(bins.get(bin) ?? []), id]);
  }
  const all = new Set<Key>();
  const starts = [...bins.keys()];
  if (starts.some((bin, index) => index > 0 && bin - (starts[index - 1] ?? bin) !== step)) {
    asked.refuse("bins without events between others are not evaluated");
  }
  return [...bins].map(([bin, ids]): Row => {
    const own = new Set(ids);
    const before = all.size;
    for (const id of own) all.add(id);
    return [asked.pointOf(bin), ids.length, own.size, all.size - before, all.size];
  });
}

function slidingCounts(asked: Asked): Rows {
  const [start = 0n, end = 0n, lookBack = 0n, step = 1n] = asked.settings;
  requireInside(asked, step);
  requireAligned(asked, step);
  if (lookBack % step !== 0n) asked.refuse("a window that is no multiple of the step is not evaluated");
  const made: Row[] = [];
  for (let bin = start; bin <= end; bin += step) {
    const ids = asked.events.filter(({ at }) => at >= bin - lookBack + step && at < bin + step).map(({ id }) => id);
    if (ids.length > 0) made.push([asked.pointOf(bin), ids.length, new Set(ids).size]);
  }
  return made;
}

const days = "datatable(u:string, t:long)['a', 1, 'b', 1, 'a', 2, 'c', 2, 'a', 2]";

export const activityPlugins: readonly PluginDefinition[] = [
  activity({
    name: "session_count",
    settings: 4,
    count: sessionCount,
    examples: [
      {
        query:
          "datatable(u:string, t:long)['a', 1, 'a', 4, 'a', 12, 'b', 12] | evaluate session_count(u, t, 1, 20, 10, 5)",
        rows: [
          [0, 1],
          [10, 2],
        ],
      },
    ],
  }),
  activity({
    name: "active_users_count",
    settings: 6,
    count: activeUsers,
    examples: [{ query: `${days} | evaluate active_users_count(u, t, 1, 3, 2, 1, 2, 3)`, rows: [[1, 1]] }],
  }),
  activity({
    name: "activity_counts_metrics",
    settings: 3,
    count: activityCounts,
    examples: [
      {
        query: `${days} | evaluate activity_counts_metrics(u, t, 1, 3, 1)`,
        rows: [
          [1, 2, 2, 2, 2],
          [2, 3, 2, 1, 3],
        ],
      },
    ],
  }),
  activity({
    name: "sliding_window_counts",
    settings: 4,
    count: slidingCounts,
    examples: [
      {
        query: `${days} | evaluate sliding_window_counts(u, t, 1, 4, 2, 1)`,
        rows: [
          [1, 2, 2],
          [2, 5, 3],
          [3, 3, 2],
        ],
      },
    ],
  }),
];
