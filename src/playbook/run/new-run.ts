/** Makes what a run starts with. */

import { seededRandom } from "../expressions/random";
import { fromJson, objectOf, type Value } from "../expressions/value";
import { valueAt } from "../workflow/pointer";
import type { Workflow } from "../workflow/workflow";
import { type Run, STEPS_MAX } from "./frame";
import type { PreparedWorkflow } from "./prepare";
import { newInstance } from "./record";
import { givenTrigger, triggerStop } from "./trigger";

export interface RunStart {
  readonly prepared: PreparedWorkflow;
  readonly trigger: { readonly name?: string | undefined; readonly outputs?: unknown };
  /** ISO 8601. */
  readonly now: string;
  /** What `workflow()` gives, apart from the run. */
  readonly identity: WorkflowIdentity | undefined;
}

export interface WorkflowIdentity {
  readonly id?: string;
  readonly name?: string;
  readonly location?: string;
}

/** A run before its first action. Throws an ExpressionFailure where its trigger starts none. */
export function newRun(
  { prepared: { workflow, members }, trigger, now, identity = {} }: RunStart,
  parts: Pick<Run, "clock" | "runScope" | "child" | "calls" | "calledAs" | "children">,
): Run {
  const root = newInstance({ parent: undefined, loop: undefined, item: null, index: 0 });
  const run: Run = {
    ...parts,
    workflow,
    random: seededRandom(now),
    parameters: parameterValues(workflow),
    trigger: givenTrigger(workflow, trigger, now),
    workflowRecord: () => workflowRecord(identity, now),
    variables: new Map(),
    members,
    instances: [root],
    root,
    response: undefined,
    ended: undefined,
    stepsLeft: STEPS_MAX,
  };
  triggerStop(run, trigger.name);
  return run;
}

/** Values by lower-case name: given ones, else the defaults. */
function parameterValues({ parameters, values }: Workflow): ReadonlyMap<string, Value> {
  const defaults = parameters.filter(({ hasDefault }) => hasDefault);
  return new Map([
    ...defaults.map(({ name, defaultValue }) => [name.toLowerCase(), fromJson(defaultValue)] as const),
    ...Object.entries(values ?? {}).map(
      ([name, value]) => [name.toLowerCase(), fromJson(valueAt(value, "value"))] as const,
    ),
  ]);
}

const WORKFLOW_ID =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Logic/workflows/workflow";

function workflowRecord({ id = WORKFLOW_ID, name, location = "westeurope" }: WorkflowIdentity, now: string): Value {
  // The service's run names are long numbers; this one only has to repeat for the same start.
  const run = `0858${now.replace(/\D/g, "").padEnd(20, "0").slice(0, 20)}`;
  return objectOf([
    ["id", id],
    ["name", name ?? id.split("/").at(-1) ?? "workflow"],
    ["type", "Microsoft.Logic/workflows"],
    ["location", location],
    ["tags", objectOf([])],
    [
      "run",
      objectOf([
        ["id", `${id}/runs/${run}`],
        ["name", run],
        ["type", "Microsoft.Logic/workflows/runs"],
      ]),
    ],
  ]);
}
