/** `evaluate`: hands the rows to a plugin. */

import { invariant } from "../../diagnostics";
import { page } from "../functions/definition";
import type { Plugin } from "../ir/step";
import { childOf, simpleName } from "../kusto/node";
import { report } from "../lower/scope";
import { pluginCall } from "../plugins/definition";
import { pluginNamed } from "../plugins/registry";
import { type OperatorDefinition, stepDefinition } from "./definition";

export const evaluate: OperatorDefinition = {
  name: "evaluate",
  syntax: ["EvaluateOperator"],
  source: page("evaluate-operator"),
  order: "loses",
  lower: (node, scope, input) => {
    const call = pluginCall(node);
    const name = simpleName(childOf(call.call, "Name"));
    const lowered = pluginNamed(name)?.lower(call, scope, input) ?? "it is not evaluated";
    if (typeof lowered !== "string") return lowered;
    report(scope, call.call, "unsupported", `the plugin \`${name}\`: ${lowered}`);
    return undefined;
  },
  examples: [
    {
      query: "print a = 1, b = 'x' | evaluate narrow()",
      rows: [
        [0, "a", "1"],
        [0, "b", "x"],
      ],
    },
  ],
};

export const pluginStep = stepDefinition<Plugin>({
  kind: "plugin",
  compile: (step, compiler) => {
    const plugin = pluginNamed(step.name);
    invariant(plugin, "a program names only plugins of the registry it was bound with");
    return plugin.compile(step, compiler);
  },
});
