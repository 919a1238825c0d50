/** Runs the workflows of a case on its tenant: the orchestrator calls its children, each with the rights of its own identity. */

import type { CompiledWorkflow } from "../../compiler";
import type { Json } from "../../plan";
import { type Answer, prepareWorkflow, type RunAnswer, runPrepared } from "../../playbook/run";
import { type Caller, type TenantWorld, tenantAnswer } from "../../tenant";
import type { CasePlaybook } from "./case-playbook";

/** What the identities of a playbook have, beside what the Plan says. */
export interface Deployed {
  /** Values of what only a deployment knows, and secrets. */
  readonly leafOf: (leaf: Leaf) => Json;
  /** Rights, roles and connectors that were not given. */
  readonly without: readonly string[];
}

export interface RunStart {
  readonly triggerBody: Json;
  readonly world: Pick<TenantWorld, "tenant" | "approval" | "query" | "faults">;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Answers that stand behind those of the tenant. */
  readonly behind?: (tenant: Answer) => Answer;
}

/** A value that the Plan leaves open. */
export type Leaf =
  | { readonly kind: "output"; readonly name: string; readonly path: string }
  | { readonly kind: "lookup"; readonly type: string; readonly args: Readonly<Record<string, Json>> }
  | { readonly kind: "secret"; readonly name: string };

type LookupLeaf = Extract<Leaf, { readonly kind: "lookup" }>;

/** A playbook that can be run many times. */
export function readyPlaybook(
  { start, workflows }: Pick<CasePlaybook, "start" | "workflows">,
  { leafOf, without }: Deployed,
): (run: RunStart) => Promise<RunAnswer> {
  const sources = new Map(workflows.map((each) => [each.id, sourceOf(each, leafOf)]));
  const callers = new Map(workflows.map((each) => [each.id, callerOf(each, without)]));
  const connectors = new Map(
    workflows.flatMap(({ connections }) => connections.map(({ id, connector }) => [id, connector] as const)),
  );
  const prepared = prepareWorkflow(sources.get(start.id) ?? sourceOf(start, leafOf));
  return ({ triggerBody, world, now, behind = (tenant) => tenant }) =>
    runPrepared(prepared, {
      trigger: { name: start.triggerName, outputs: { headers: {}, body: triggerBody } },
      answer: behind(
        tenantAnswer({
          ...world,
          callerOf: (call) => callers.get(call.workflow ?? start.id),
          connectorOf: (id) => connectors.get(id),
        }),
      ),
      children: (id) => sources.get(id),
      now: new Date(now).toISOString(),
      workflow: { id: start.id, name: start.name },
    });
}

function sourceOf({ definition, parameters }: CompiledWorkflow, leafOf: Deployed["leafOf"]) {
  return { definition: filled(definition, leafOf), parameters: filled(parameters, leafOf) };
}

/** Puts values in the place of what the Plan leaves open. */
function filled(value: Json, leafOf: Deployed["leafOf"]): Json {
  if (Array.isArray(value)) return value.map((each) => filled(each as Json, leafOf));
  if (typeof value !== "object" || value === null) return value;
  const object = value as { readonly [key: string]: Json };
  const output = object["picket:output"];
  if (output !== undefined)
    return leafOf({ kind: "output", ...(output as { readonly name: string; readonly path: string }) });
  const lookup = object["picket:lookup"];
  if (lookup !== undefined) return leafOf({ kind: "lookup", ...(lookup as Pick<LookupLeaf, "type" | "args">) });
  const secret = object["picket:secret"];
  if (typeof secret === "string") return leafOf({ kind: "secret", name: secret });
  return Object.fromEntries(Object.entries(object).map(([key, each]) => [key, filled(each, leafOf)]));
}

/** What the identity of a workflow may do, and which of its connections somebody has signed in. */
export function callerOf({ grants, connections }: CompiledWorkflow, without: readonly string[]): Caller {
  const rights = grants.map(({ right }) => right);
  const isGiven = (name: string) => !without.includes(name);
  return {
    graph: new Set(rights.flatMap((right) => (right.kind === "graph" && isGiven(right.value) ? [right.value] : []))),
    azure: rights.flatMap((right) => (right.kind === "azure" && isGiven(right.role) ? [right] : [])),
    consents: new Set(
      connections.flatMap(({ connector, isManaged }) => (!isManaged && isGiven(connector) ? [connector] : [])),
    ),
  };
}
