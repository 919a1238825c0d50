/** Calls of functions that are written in KQL: `let` functions and functions of the workspace, each bound for its call. */

import type { LocalValue, Scalar } from "../ir/scalar";
import type { Tabular } from "../ir/tabular";
import {
  argumentsOf,
  type CalledBody,
  calledBody,
  child,
  childOf,
  isTabular,
  items,
  type KustoNode,
  type KustoParameter,
  kindOf,
  parametersOf,
  referenced,
  simpleName,
} from "../kusto/node";
import type { TypeName } from "../values/type-name";
import { convertTo } from "./call";
import { literalOf } from "./literal";
import {
  type Binding,
  lowerScalar,
  lowerTabular,
  type Names,
  refusedScalar,
  refusedTabular,
  type Scope,
  withName,
} from "./scope";
import { localFor } from "./share";

/** Deepest nesting of calls. A function can't call itself in KQL; this stops what would run out of stack. */
const CALL_DEPTH_MAX = 64;

export function callWithBody(node: KustoNode): CalledBody | undefined {
  return calledBody(node);
}

interface Prepared {
  readonly scope: Scope;
  readonly locals: LocalValue[];
  readonly result: KustoNode;
}

export function lowerCalledScalar(node: KustoNode, called: CalledBody, scope: Scope): Scalar {
  const prepared = enter(node, called, scope, undefined);
  if (typeof prepared === "string") return refusedScalar(scope, node, "unsupported", prepared);
  const body = lowerScalar(prepared.result, prepared.scope);
  scope.parts.calls.pop();
  return prepared.locals.length === 0 ? body : { kind: "bind", type: body.type, locals: prepared.locals, body };
}

/** `input` is what `invoke` hands in as the first argument. */
export function lowerCalledTabular(node: KustoNode, called: CalledBody, scope: Scope, input?: Tabular): Tabular {
  const prepared = enter(node, called, scope, input);
  if (typeof prepared === "string") return refusedTabular(scope, node, "unsupported", prepared);
  const body = lowerTabular(prepared.result, prepared.scope);
  scope.parts.calls.pop();
  return prepared.locals.length === 0 ? body : { kind: "bind", columns: body.columns, locals: prepared.locals, body };
}

/** Binds the arguments and the body's own `let`s; a text says why it can't. */
function enter(
  node: KustoNode,
  { body, offset }: CalledBody,
  scope: Scope,
  input: Tabular | undefined,
): Prepared | string {
  const name = referenced(node)?.name ?? simpleName(node);
  if (scope.parts.calls.length >= CALL_DEPTH_MAX) return `calls are nested deeper than ${CALL_DEPTH_MAX}`;
  const isInQuery = offset !== undefined;
  if (!isInQuery) scope.parts.functions.add(name);
  const binding = scope.names.get(name);
  const locals: LocalValue[] = [];
  const bound = bindArguments(node, scope, input, locals);
  if (typeof bound === "string") return bound;
  let inner: Scope = {
    ...scope,
    names: new Map([...(binding?.kind === "function" ? binding.names : []), ...bound]),
    ...(isInQuery ? within(declaredIn(binding, scope), offset) : inWorkspace(name, node, scope)),
    locals,
    outerLocals: [...(scope.outerLocals ?? []), ...(scope.locals ?? [])],
  };
  const result = child(body, "Expression");
  if (!result) return `\`${name}\` has no result`;
  scope.parts.calls.push(name);
  for (const statement of items(body, "Statements")) inner = inner.lowering.statement(statement, inner);
  return { scope: inner, locals, result };
}

/** Places of the text that has the declaration, which need not be the one with the call. */
function declaredIn(binding: Binding | undefined, scope: Scope): Places {
  return binding?.kind === "function" ? binding.declaredIn : scope;
}

type Places = Pick<Scope, "placeOf" | "textPlace">;

/** A body that is declared in the query keeps its own places there. */
function within({ placeOf, textPlace }: Places, offset: number): Places {
  return {
    placeOf: ({ TextStart, End }) => placeOf({ TextStart: offset + TextStart, End: offset + End } as KustoNode),
    textPlace: (at) => textPlace(offset + at),
  };
}

/** What stands in a function of the workspace is shown at its call. */
function inWorkspace(name: string, node: KustoNode, { placeOf, parts }: Scope): Places {
  return { placeOf: () => placeOf(node), textPlace: (at) => parts.texts.inBody(name, at) };
}

function bindArguments(
  node: KustoNode,
  scope: Scope,
  input: Tabular | undefined,
  locals: LocalValue[],
): Names | string {
  const parameters = parametersOf(node);
  let names: Names = new Map();
  const given = argumentsByParameter(node, parameters, input !== undefined);
  for (const [index, parameter] of parameters.entries()) {
    const argument = given.get(parameter.name);
    const binding =
      index === 0 && input
        ? ({ kind: "tabular", tabular: input } as const)
        : bindArgument(argument ?? parameter.defaultValue, parameter, scope, locals);
    if (binding === undefined) return `the parameter \`${parameter.name}\` has no value`;
    names = withName(names, parameter.name, binding);
  }
  return names;
}

function argumentsByParameter(
  node: KustoNode,
  parameters: readonly KustoParameter[],
  hasInput: boolean,
): ReadonlyMap<string, KustoNode> {
  const given = new Map<string, KustoNode>();
  let position = hasInput ? 1 : 0;
  for (const argument of argumentsOf(node)) {
    if (kindOf(argument) === "SimpleNamedExpression") {
      given.set(simpleName(childOf(argument, "Name")), childOf(argument, "Expression"));
      continue;
    }
    const parameter = parameters[position++];
    if (parameter) given.set(parameter.name, argument);
  }
  return given;
}

/** A whole number for a real parameter stays a literal, so that the body may use it where a constant is needed. */
function asParameter(value: Scalar, type: TypeName): Scalar {
  const isWhole = value.kind === "literal" && (value.type === "long" || value.type === "int");
  return isWhole && type === "real" && typeof value.value === "number"
    ? literalOf("real", value.value)
    : convertTo(value, type);
}

function bindArgument(
  argument: KustoNode | undefined,
  parameter: KustoParameter,
  scope: Scope,
  locals: LocalValue[],
): Binding | undefined {
  if (!argument) return undefined;
  if (isTabular(argument)) return { kind: "tabular", tabular: lowerTabular(argument, scope) };
  const value = lowerScalar(argument, scope);
  const scalar = parameter.type === undefined ? value : asParameter(value, parameter.type);
  return { kind: "scalar", scalar: localFor(scalar, scope, locals) };
}
