/** Scalar IR to closures. What does not depend on the row is evaluated once a run. */

import { invariant, unreachable } from "../../diagnostics";
import type { CallSite, Overload } from "../functions/definition";
import { functionNamed } from "../functions/registry";
import type { Bind, Call, FirstColumn, Scalar, ToScalar } from "../ir/scalar";
import { converter } from "../values/convert";
import { decodeValue } from "../values/encode";
import type { Dynamic, Row, Value } from "../values/value";
import type { Compiler } from "./compiler";
import { QueryEnd } from "./query-end";
import { type Evaluate, onceInRun, type Run } from "./run";

export function compileScalar(scalar: Scalar, compiler: Compiler): Evaluate {
  if (scalar.kind !== "literal" && isSameInRun(scalar)) {
    const evaluate = compileNode(scalar, compiler);
    return (row, run) => onceInRun(run, scalar, () => evaluate(row, run));
  }
  return compileNode(scalar, compiler);
}

function compileNode(scalar: Scalar, compiler: Compiler): Evaluate {
  switch (scalar.kind) {
    case "literal": {
      const value = decodeValue(scalar.value, scalar.type);
      return () => value;
    }
    case "column": {
      const { slot } = scalar;
      return (row) => row[slot] as Value;
    }
    case "local": {
      const { index } = scalar;
      return (_row, run) => run.frame[index] as Value;
    }
    case "variable":
      return compiler.variable(scalar.index);
    case "convert": {
      const convert = converter(scalar.value.type, scalar.type);
      const value = compileScalar(scalar.value, compiler);
      return (row, run) => convert(value(row, run));
    }
    case "call":
      return compileCall(scalar, compiler);
    case "bind":
      return compileBind(scalar, compiler);
    case "toscalar":
      return compileToScalar(scalar, compiler);
    case "firstColumn":
      return compileFirstColumn(scalar, compiler);
    default:
      return unreachable(scalar);
  }
}

/** True when every row gives the same value within a run: no column, no local, nothing volatile below. */
export function isSameInRun(scalar: Scalar): boolean {
  switch (scalar.kind) {
    case "column":
    case "local":
      return false;
    case "literal":
    case "variable":
    case "toscalar":
    case "firstColumn":
      return true;
    case "convert":
      return isSameInRun(scalar.value);
    case "call":
      return functionNamed(scalar.name)?.is === undefined && scalar.args.every(isSameInRun);
    case "bind":
      return false;
    default:
      return unreachable(scalar);
  }
}

function compileBind({ locals, body }: Bind, compiler: Compiler): Evaluate {
  const values = locals.map(({ index, value }) => ({ index, evaluate: compileScalar(value, compiler) }));
  const evaluateBody = compileScalar(body, compiler);
  return (row, run) => {
    for (const { index, evaluate } of values) run.frame[index] = evaluate(row, run);
    return evaluateBody(row, run);
  };
}

function compileToScalar(scalar: ToScalar, compiler: Compiler): Evaluate {
  const produce = compiler.tabular(scalar.of);
  const empty: Value = scalar.type === "string" ? "" : null;
  return (_row, run) =>
    onceInRun(run, scalar, () => {
      const first = produce(run)[0];
      return first === undefined ? empty : (first[0] as Value);
    });
}

function compileFirstColumn(scalar: FirstColumn, compiler: Compiler): Evaluate {
  const produce = compiler.tabular(scalar.of);
  const wrap = converter(scalar.memberType, "dynamic");
  return (_row, run) => onceInRun(run, scalar, () => produce(run).map((row) => wrap(row[0] as Value) as Dynamic));
}

function compileCall(call: Call, compiler: Compiler): Evaluate {
  return compileItem(call, compiler) ?? compileOverload(overloadOf(call), argsOf(call, compiler), siteOf(call));
}

/** Rules ask for one part of a text again and again, `split(Account, "@")[1]`: the others are not made. */
function compileItem({ name, args: [array, at] }: Call, compiler: Compiler): Evaluate | undefined {
  if (name !== "member" || array?.kind !== "call" || at?.kind !== "literal") return undefined;
  const index = decodeValue(at.value, at.type);
  const { prepareItem, ...overload } = overloadOf(array);
  const site = siteOf(array);
  const call = typeof index === "number" ? prepareItem?.(site, index) : undefined;
  return call && compileOverload({ ...overload, prepare: () => call }, argsOf(array, compiler), site);
}

function argsOf({ args }: Call, compiler: Compiler): readonly Evaluate[] {
  return args.map((arg) => compileScalar(arg, compiler));
}

function overloadOf({ name, overload }: Call): Overload {
  const found = functionNamed(name)?.overloads[overload];
  invariant(found, "a program names only functions of the registry it was bound with");
  return found;
}

function siteOf(call: Call): CallSite {
  return {
    name: call.name,
    types: call.args.map(({ type }) => type),
    constants: call.args.map((arg) => (arg.kind === "literal" ? decodeValue(arg.value, arg.type) : undefined)),
    type: call.type,
    refuse: (refusal, message) => {
      throw new QueryEnd(refusal, message, call.at);
    },
  };
}

function compileOverload(overload: Overload, args: readonly Evaluate[], site: CallSite): Evaluate {
  if (overload.compile) return overload.compile(args, site);
  const call = overload.prepare ? overload.prepare(site) : overload.call;
  invariant(call, "an overload has exactly one of call, prepare and compile");
  return overload.nulls === "sees nulls" ? plainCall(call, args, site) : strictCall(call, args, site);
}

type PlainFunction = (...args: readonly Value[]) => Value;

/** A constant is handed over as it is, here and below: a call that gives it takes longer than many a function itself. */
function plainCall(call: PlainFunction, args: readonly Evaluate[], { constants }: CallSite): Evaluate {
  const [first, second, third] = args;
  const [, constant] = constants;
  if (args.length === 1 && first) return (row, run) => call(first(row, run));
  if (args.length === 2 && first && constant !== undefined) return (row, run) => call(first(row, run), constant);
  if (args.length === 2 && first && second) return (row, run) => call(first(row, run), second(row, run));
  if (args.length === 3 && first && second && third) {
    return (row, run) => call(first(row, run), second(row, run), third(row, run));
  }
  return (row, run) => call(...valuesOf(args, row, run));
}

/** One null makes the result null, and nothing is called. */
function strictCall(call: PlainFunction, args: readonly Evaluate[], { constants, type }: CallSite): Evaluate {
  const none: Value = type === "string" ? "" : null;
  const orNone = (value: Value) => (value === null ? none : value);
  const [first, second] = args;
  const [, constant = null] = constants;
  if (args.length === 1 && first) {
    return (row, run) => {
      const value = first(row, run);
      return value === null ? none : orNone(call(value));
    };
  }
  if (args.length === 2 && first && constant !== null) {
    return (row, run) => {
      const left = first(row, run);
      return left === null ? none : orNone(call(left, constant));
    };
  }
  if (args.length === 2 && first && second) {
    return (row, run) => {
      const left = first(row, run);
      const right = second(row, run);
      return left === null || right === null ? none : orNone(call(left, right));
    };
  }
  return (row, run) => {
    const values = valuesOf(args, row, run);
    return values.includes(null) ? none : orNone(call(...values));
  };
}

function valuesOf(args: readonly Evaluate[], row: Row, run: Run): readonly Value[] {
  const values: Value[] = [];
  for (const arg of args) values.push(arg(row, run));
  return values;
}
