/** A raw definition to its workflow. */

import { type Diagnostic, finding } from "../../diagnostics";
import type { Json } from "../../plan";
import { checkWorkflow, sentinelTrigger } from "../../playbook/check";
import { secretInParameter } from "../checks/playbooks/secret-in-parameter";
import type { Effective, Frame } from "../frame";
import type { CompiledWorkflow } from "./compiled-playbook";
import { connectionsOf, connectionValues } from "./connections";
import { grantsOf } from "./grants";
import { isObject, parameterPointer, type RawWorkflow } from "./raw-workflow";
import { workflowId, workspaceId } from "./resource-ids";

export interface CompiledRaw {
  readonly workflow: CompiledWorkflow;
  readonly diagnostics: readonly Diagnostic[];
}

export function compileRaw(effective: Effective<"Playbook">, frame: Frame, raw: RawWorkflow): CompiledRaw {
  const { document, body, at } = effective;
  const { definition } = raw;
  const place = frame.playbooks;
  const connectorOf = (key: string) => body.connections?.[key] ?? raw.connectors.get(key);
  const connections = connectionsOf(definition, { connectorOf, owner: document.key, place });
  const { values, diagnostics } = parameterValues(effective, definition);
  const parameters = {
    ...(connections.length > 0 ? { $connections: { value: connectionValues(connections, place) } } : {}),
    ...values,
  };
  const spanOf = (pointer: string) =>
    pointer.startsWith("/parameters/") ? at(pointer.replace(/\/value$/, "")) : raw.at(pointer);
  const checked = checkWorkflow({ definition, parameters }).map(({ pointer = "/definition", ...each }) => ({
    ...each,
    at: spanOf(pointer),
  }));
  const granting = {
    declared: body.rights,
    workspaceId: workspaceId(frame.workspace),
    at: raw.at,
    documentAt: at,
  };
  const granted = grantsOf({ definition, parameters }, granting);
  const workflow: CompiledWorkflow = {
    name: document.key,
    role: "orchestrator",
    id: workflowId(place, document.key),
    triggerName: sentinelTrigger({ definition })?.name ?? "manual",
    definition,
    parameters,
    connections,
    grants: granted.grants,
  };
  return { workflow, diagnostics: [...diagnostics, ...checked, ...granted.diagnostics] };
}

interface ParameterValues {
  readonly values: CompiledWorkflow["parameters"];
  readonly diagnostics: readonly Diagnostic[];
}

/** Values as ARM takes them; a secret stays a reference, and only a parameter that hides it may have it. */
function parameterValues({ body, at }: Effective<"Playbook">, definition: RawWorkflow["definition"]): ParameterValues {
  const diagnostics: Diagnostic[] = [];
  const entries = Object.entries(body.parameters ?? {}).map(([name, value]) => {
    const secret = secretName(value);
    if (secret === undefined) return [name, { value: value as Json }] as const;
    const type = declaredType(definition, name);
    if (type !== undefined && !/^secure(string|object)$/i.test(type)) {
      const message = `the parameter \`${name}\` is of type ${type}, so everyone who reads the workflow sees the secret`;
      diagnostics.push(finding(secretInParameter, { message, at: at(parameterPointer(name)) }));
    }
    return [name, { value: { "picket:secret": secret } }] as const;
  });
  return { values: Object.fromEntries(entries), diagnostics };
}

function secretName(value: unknown): string | undefined {
  if (!isObject(value) || Object.keys(value).length !== 1) return undefined;
  return typeof value.secret === "string" ? value.secret : undefined;
}

function declaredType({ parameters }: RawWorkflow["definition"], name: string): string | undefined {
  const declaration = isObject(parameters) ? parameters[name] : undefined;
  const type = isObject(declaration) ? declaration.type : undefined;
  return typeof type === "string" ? type : undefined;
}
