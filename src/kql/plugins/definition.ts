/** What a plugin of `evaluate` is: how its call becomes a step, and how the step becomes a closure. */

import type { Compiler } from "../execute/compiler";
import type { Transform } from "../execute/run";
import type { Plugin } from "../ir/step";
import type { Tabular } from "../ir/tabular";
import { argumentsOf, childOf, type KustoNode, kindOf, simpleName } from "../kusto/node";
import type { Scope } from "../lower/scope";
import type { LoweredOperator, OperatorExample } from "../operators/definition";

export interface PluginCall {
  /** The call behind `evaluate`. */
  readonly call: KustoNode;
  /** The whole operator: its columns are the binder's. */
  readonly operator: KustoNode;
  /** Arguments without a name, in order. */
  readonly args: readonly KustoNode[];
  readonly named: ReadonlyMap<string, KustoNode>;
}

export interface PluginDefinition {
  readonly name: string;
  readonly source: string;
  /** A text says why this call is not evaluated. */
  readonly lower: (call: PluginCall, scope: Scope, input: Tabular) => LoweredOperator | string;
  readonly compile: (step: Plugin, compiler: Compiler) => Transform;
  readonly examples: readonly OperatorExample[];
}

export function pluginCall(operator: KustoNode): PluginCall {
  const call = childOf(operator, "FunctionCall");
  const args = argumentsOf(call);
  const isNamed = (arg: KustoNode) => kindOf(arg) === "SimpleNamedExpression";
  return {
    call,
    operator,
    args: args.filter((arg) => !isNamed(arg)),
    named: new Map(
      args.filter(isNamed).map((arg) => [simpleName(childOf(arg, "Name")), childOf(arg, "Expression")] as const),
    ),
  };
}
