/** Calls of functions of the registry with lowered arguments. */

import { functionNamed } from "../functions/registry";
import { resolveCall } from "../functions/resolve";
import type { Scalar } from "../ir/scalar";
import { boundType, type KustoNode, textOf } from "../kusto/node";
import { decodeValue } from "../values/encode";
import type { TypeName } from "../values/type-name";
import type { Value } from "../values/value";
import { isStandIn, refusedScalar, type Scope, standIn } from "./scope";

/** A call of a function or operator of the registry with lowered arguments: the overload, and conversions of arguments. */
export function callTo(name: string, node: KustoNode, args: readonly Scalar[], scope: Scope): Scalar {
  const definition = functionNamed(name);
  if (!definition) return refusedScalar(scope, node, "unsupported", `\`${name}\` is not evaluated`);
  if (args.some(isStandIn)) return standIn(boundType(node) ?? "dynamic");
  const types = args.map(({ type }) => type);
  const resolution = resolveCall(definition, types, args.map(constantOf));
  if (resolution.kind === "refused") return refusedScalar(scope, node, "invalid", resolution.problem);
  if (resolution.kind === "unknown") {
    return refusedScalar(scope, node, "unsupported", `\`${name}\` is not evaluated for (${types.join(", ")})`);
  }
  const { call } = resolution;
  const tuple = definition.overloads[call.overload]?.tuple;
  return {
    kind: "call",
    type: call.type,
    name,
    overload: call.overload,
    args: args.map((arg, index) => convertTo(arg, call.types[index] ?? arg.type)),
    at: scope.placeOf(node),
    ...(tuple ? { tuple } : {}),
  };
}

function constantOf(scalar: Scalar): Value | undefined {
  return scalar.kind === "literal" ? decodeValue(scalar.value, scalar.type) : undefined;
}

export function convertTo(scalar: Scalar, type: TypeName): Scalar {
  return scalar.type === type ? scalar : { kind: "convert", type, value: scalar };
}

/** The beginning of a node's text, for messages. */
export function excerpt(node: KustoNode): string {
  const text = textOf(node).replace(/\s+/g, " ");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
