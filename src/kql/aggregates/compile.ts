/** Aggregate calls to closures over the states of groups. */

import { invariant } from "../../diagnostics";
import type { Compiler } from "../execute/compiler";
import { QueryEnd } from "../execute/query-end";
import type { Evaluate, Run } from "../execute/run";
import type { CallSite } from "../functions/definition";
import type { AggregateCall } from "../ir/step";
import { decodeValue } from "../values/encode";
import type { Row, Value } from "../values/value";
import type { Accumulator } from "./definition";
import { aggregateNamed } from "./registry";

export interface CompiledAggregate {
  readonly start: () => unknown;
  readonly add: (state: unknown, row: Row, run: Run) => unknown;
  /** How many values it gives. */
  readonly width: number;
  /** Puts the result or results into the group's row, from `slot` on. */
  readonly finish: (state: unknown, target: Value[], slot: number) => void;
}

export function compileAggregate(call: AggregateCall, compiler: Compiler): CompiledAggregate {
  const definition = aggregateNamed(call.name);
  const overload = definition?.overloads[call.overload];
  invariant(definition && overload, "a program names only aggregates of the registry it was bound with");
  const accumulator = overload.prepare(siteOf(call));
  const args = call.args.map((arg) => compiler.scalar(arg));
  const { start, finish } = accumulator;
  return {
    start,
    add: adder(accumulator, args, overload.nulls === "skips nulls"),
    width: call.types.length,
    finish: definition.isTuple
      ? (state, target, slot) => {
          for (const [index, value] of (finish(state) as readonly Value[]).entries()) target[slot + index] = value;
        }
      : (state, target, slot) => {
          target[slot] = finish(state);
        },
  };
}

function siteOf(call: AggregateCall): CallSite {
  return {
    name: call.name,
    types: call.args.map(({ type }) => type),
    constants: call.args.map((arg) => (arg.kind === "literal" ? decodeValue(arg.value, arg.type) : undefined)),
    type: call.types[0] ?? "dynamic",
    refuse: (refusal, message) => {
      throw new QueryEnd(refusal, message, call.at);
    },
  };
}

function adder(
  { add }: Accumulator<unknown>,
  args: readonly Evaluate[],
  skipsNulls: boolean,
): CompiledAggregate["add"] {
  const [first, second] = args;
  if (!first) return (state) => add(state);
  if (args.length === 1) {
    return (state, row, run) => {
      const value = first(row, run);
      return skipsNulls && value === null ? state : add(state, value);
    };
  }
  if (args.length === 2 && second) {
    return (state, row, run) => {
      const value = first(row, run);
      return skipsNulls && value === null ? state : add(state, value, second(row, run));
    };
  }
  return (state, row, run) => {
    const values = args.map((arg) => arg(row, run));
    return skipsNulls && values[0] === null ? state : add(state, ...values);
  };
}
