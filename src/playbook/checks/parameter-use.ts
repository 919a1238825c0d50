/** PKT4401 to PKT4405: parameters, their values, and connections. */

import { type Diagnostic, didYouMean, finding } from "../../diagnostics";
import { below, isJsonObject, memberOf } from "../workflow/pointer";
import { callUses, literalArgument } from "../workflow/uses";
import { workflowText } from "./example-workflow";
import { atUse, FUNCTIONS_SOURCE, LANGUAGE_SOURCE, type WorkflowCheck } from "./workflow-check";

const read = (name: string) => ({ Copy: { type: "Compose", inputs: `@parameters('${name}')` } });
const owner = { owner: { type: "String" } };

export const parameterMissing: WorkflowCheck = {
  code: "PKT4401",
  severity: "error",
  title: "a parameter that is not declared",
  why: "The service refuses a definition that reads a parameter which its `parameters` do not declare.",
  source: FUNCTIONS_SOURCE,
  avoid: workflowText(read("onwer"), { parameters: owner }),
  prefer: workflowText(read("owner"), { parameters: owner }),
  nearMiss: workflowText({ Copy: { type: "Compose", inputs: "@@parameters('onwer')" } }, { parameters: owner }),
  run: function* (workflow) {
    const names = workflow.parameters.map(({ name }) => name);
    const declared = new Set(names.map((name) => name.toLowerCase()));
    for (const { use, call } of callUses(workflow)) {
      const name = call.name.toLowerCase() === "parameters" ? literalArgument(call) : undefined;
      if (name === undefined || declared.has(name.toLowerCase())) continue;
      const help = didYouMean(name, names);
      yield atUse(
        parameterMissing,
        use,
        `the parameter \`${name}\` is not declared`,
        help === undefined ? {} : { help },
      );
    }
  },
};

export const parameterValueUndeclared: WorkflowCheck = {
  code: "PKT4402",
  severity: "error",
  title: "a value for a parameter that is not declared",
  why: "The service refuses values for parameters that the definition does not declare.",
  source: LANGUAGE_SOURCE,
  avoid: workflowText(read("owner"), { parameters: owner, values: { owner: { value: "soc" }, other: { value: 1 } } }),
  prefer: workflowText(read("owner"), { parameters: owner, values: { owner: { value: "soc" } } }),
  nearMiss: workflowText(
    { Note: { type: "Compose", inputs: "reads no parameter" } },
    { parameters: owner, values: { Owner: { value: "soc" } } },
  ),
  run: function* ({ parameters, values }) {
    const declared = new Set(parameters.map(({ name }) => name.toLowerCase()));
    for (const name of Object.keys(values ?? {})) {
      if (declared.has(name.toLowerCase())) continue;
      yield finding(parameterValueUndeclared, {
        message: `a value is given for the parameter \`${name}\`, which is not declared`,
        pointer: below("/parameters", name),
      });
    }
  },
};

export const parameterValueMissing: WorkflowCheck = {
  code: "PKT4403",
  severity: "error",
  title: "a parameter without value",
  why: "A parameter without default needs a value, or the service refuses the workflow.",
  source: LANGUAGE_SOURCE,
  avoid: workflowText(read("owner"), { parameters: owner, values: {} }),
  prefer: workflowText(read("owner"), { parameters: owner, values: { owner: { value: "soc" } } }),
  nearMiss: workflowText(read("owner"), { parameters: { owner: { type: "String", defaultValue: "" } }, values: {} }),
  run: function* ({ parameters, values }) {
    if (!values) return;
    for (const { name, hasDefault, pointer } of parameters) {
      if (hasDefault || memberOf(values, name) !== undefined) continue;
      yield finding(parameterValueMissing, {
        message: `the parameter \`${name}\` has neither a value nor a default`,
        help: "values are given beside the definition, under `parameters`; a `defaultValue` does too",
        pointer,
      });
    }
  },
};

const PARAMETER_TYPES = ["Array", "Bool", "Float", "Int", "Object", "SecureObject", "SecureString", "String"];

export const parameterType: WorkflowCheck = {
  code: "PKT4405",
  severity: "error",
  title: "a parameter of a type that does not exist",
  why: `Parameters are of type ${PARAMETER_TYPES.join(", ")}.`,
  source: LANGUAGE_SOURCE,
  avoid: workflowText(read("owner"), { parameters: { owner: { type: "Text" } } }),
  prefer: workflowText(read("owner"), { parameters: { owner: { type: "string" } } }),
  nearMiss: workflowText(read("key"), { parameters: { key: { type: "securestring" } } }),
  run: function* ({ parameters }) {
    for (const { name, type, pointer } of parameters) {
      if (typeof type === "string" && PARAMETER_TYPES.some((each) => each.toLowerCase() === type.toLowerCase()))
        continue;
      const what = type === undefined ? "no type" : `the unknown type \`${String(type)}\``;
      yield finding(parameterType, {
        message: `the parameter \`${name}\` has ${what}; one of ${PARAMETER_TYPES.join(", ")}`,
        pointer,
      });
    }
  },
};

const call = {
  Comment: {
    type: "ApiConnection",
    inputs: {
      host: { connection: { name: "@parameters('$connections')['azuresentinel']['connectionId']" } },
      method: "post",
      path: "/Incidents/Comment",
    },
  },
};
const connections = { $connections: { type: "Object", defaultValue: {} } };
const connected = (key: string) => ({
  $connections: { value: { [key]: { connectionId: "/subscriptions/s/connections/c" } } },
});

export const connectionMissing: WorkflowCheck = {
  code: "PKT4404",
  severity: "error",
  title: "a connection that the workflow is not given",
  why: "The value of `$connections` must have an entry for each key that an action or trigger uses.",
  source: LANGUAGE_SOURCE,
  avoid: workflowText(call, { parameters: connections, values: connected("azuresentinel_1") }),
  prefer: workflowText(call, { parameters: connections, values: connected("azuresentinel") }),
  nearMiss: workflowText(call, {
    parameters: connections,
    values: {
      $connections: { value: { azuresentinel: { connectionId: "/c1" }, azuresentinel_1: { connectionId: "/c2" } } },
    },
  }),
  run: function* (workflow) {
    const given = memberOf(memberOf(workflow.values, "$connections"), "value");
    const declared = workflow.parameters.find(({ name }) => name.toLowerCase() === "$connections")?.defaultValue;
    if (!workflow.values) return;
    const known = isJsonObject(given) ? given : isJsonObject(declared) ? declared : {};
    for (const { use, call: each } of callUses(workflow)) {
      if (each.name.toLowerCase() !== "parameters" || literalArgument(each)?.toLowerCase() !== "$connections") continue;
      const key = each.accesses[0]?.key;
      if (key?.kind !== "literal" || typeof key.value !== "string" || memberOf(known, key.value) !== undefined)
        continue;
      yield missing(
        atUse(connectionMissing, use, `the connection \`${key.value}\` is not given`),
        key.value,
        Object.keys(known),
      );
    }
  },
};

function missing(diagnostic: Diagnostic, key: string, known: readonly string[]): Diagnostic {
  const help =
    didYouMean(key, known) ??
    (known.length > 0 ? `given are ${known.map((name) => `\`${name}\``).join(", ")}` : undefined);
  return help === undefined ? diagnostic : { ...diagnostic, help };
}
