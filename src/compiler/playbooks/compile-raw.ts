/** A raw definition to its workflow. */

import { type Diagnostic, finding } from "../../diagnostics";
import type { Json } from "../../plan";
import {
  type ActionEffect,
  actionEffects,
  checkWorkflow,
  GUARD_PARAMETER,
  sentinelTrigger,
  unguardedWrite,
} from "../../playbook/check";
import { guardWorkflow } from "../../playbook/steps";
import { secretInParameter } from "../checks/playbooks/secret-in-parameter";
import { unguardedAction } from "../checks/playbooks/unguarded-action";
import type { Effective, Frame } from "../frame";
import { UNGUARDED } from "./accepted-rights";
import { compiledWorkflow, type Made } from "./compile-steps";
import type { CompiledWorkflow } from "./compiled-playbook";
import { connectionsOf, connectionValues } from "./connections";
import { grantsOf } from "./grants";
import { isObject, parameterPointer, type RawWorkflow } from "./raw-workflow";
import { workflowId, workspaceId } from "./resource-ids";
import { tenantGuard } from "./tenant-guard";

export interface CompiledRaw {
  readonly workflow: CompiledWorkflow;
  /** The guard that it calls, if it does. */
  readonly guard: CompiledWorkflow | undefined;
  /** Why it can't be there below enforce, if so: a definition that is given can't be made to observe. */
  readonly onlyEnforced: string | undefined;
  /** Whether an action that no guard comes before does harm on a false alert. */
  readonly isUnguarded: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export function compileRaw(effective: Effective<"Playbook">, frame: Frame, raw: RawWorkflow): CompiledRaw {
  const { document, body, at } = effective;
  const { definition } = raw;
  const place = frame.playbooks;
  const connectorOf = (key: string) => body.connections?.[key] ?? raw.connectors.get(key);
  const connections = connectionsOf(definition, { connectorOf, owner: document.key, place });
  const { values, diagnostics } = parameterValues(effective, definition);
  const guard = guardOf(effective, frame, definition);
  const parameters = {
    ...(connections.length > 0 ? { $connections: { value: connectionValues(connections, place) } } : {}),
    ...values,
    ...(guard ? { [GUARD_PARAMETER]: { value: guard.workflow.id } } : {}),
  };
  const spanOf = (pointer: string) =>
    pointer.startsWith("/parameters/") ? at(pointer.replace(/\/value$/, "")) : raw.at(pointer);
  // What nothing guards is an error of its own below, unless the document accepts it with a reason.
  const checked = checkWorkflow({ definition, parameters })
    .filter(({ code }) => code !== unguardedWrite.code)
    .map(({ pointer = "/definition", ...each }) => ({ ...each, at: spanOf(pointer) }));
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
  const effects = actionEffects({ definition, parameters });
  const unguarded = effects.filter((each) => each.effect === "acts" && !each.isGuarded);
  const writing = effects.find(({ effect }) => effect === "writes" || effect === "acts");
  return {
    workflow,
    guard: guard?.workflow,
    onlyEnforced: writing && `\`${writing.action}\` writes, and a raw definition can't be made to observe only`,
    isUnguarded: unguarded.length > 0,
    diagnostics: [
      ...diagnostics,
      ...checked,
      ...granted.diagnostics,
      ...(guard?.diagnostics ?? []),
      ...(body.accept?.includes(UNGUARDED) ? [] : unguarded.map((each) => unguardedFinding(each, raw))),
    ],
  };
}

function unguardedFinding({ action, pointer }: ActionEffect, { at }: RawWorkflow): Diagnostic {
  const message = `\`${action}\` changes accounts or resources, and no guard comes before it`;
  const help = `let it run after a Workflow action that calls \`@parameters('${GUARD_PARAMETER}')\`, or say \`accept: [${UNGUARDED}]\` with a reason`;
  return finding(unguardedAction, { message, help, at: at(pointer) });
}

/** A definition that declares the parameter gets a guard of its own to call. */
function guardOf(
  effective: Effective<"Playbook">,
  frame: Frame,
  { parameters }: RawWorkflow["definition"],
): Made | undefined {
  if (!isObject(parameters) || !Object.hasOwn(parameters, GUARD_PARAMETER)) return undefined;
  const diagnostics: Diagnostic[] = [];
  const guard = tenantGuard(effective, frame, "/definition", diagnostics);
  const composed = guardWorkflow(`${effective.document.key}--guard`, guard);
  const made = compiledWorkflow(composed, "orchestrator", effective, frame);
  return { workflow: made.workflow, diagnostics: [...diagnostics, ...made.diagnostics] };
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
