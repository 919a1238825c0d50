/** Face of the room: checks workflow definitions. */

import { type Diagnostic, sortDiagnostics } from "../diagnostics";
import { checks, workflowChecks } from "./checks/registry";
import { type Effect, effectOf } from "./permissions/effect";
import { isGuarded } from "./permissions/guarded";
import type { Need } from "./permissions/need";
import { type ActionNeed, needOfRecordedCall, needsOfWorkflow } from "./permissions/needs-of-workflow";
import type { RecordedCall } from "./run/connector";
import { type ConnectionUse, connectionUses } from "./workflow/connections";
import { readWorkflow, type WorkflowSource } from "./workflow/read-workflow";
import { type SentinelTrigger, sentinelTriggerOf } from "./workflow/sentinel-trigger";
import { actionNamed } from "./workflow/workflow";

export { unguardedWrite } from "./checks/http-calls";
export { isManagedConnector } from "./permissions/connector-rules";
export type { Effect } from "./permissions/effect";
export { GUARD_PARAMETER } from "./permissions/guarded";
export { type AzureRight, HIGH_RISK_RIGHTS, type KnownCall, type Need, type Right } from "./permissions/need";
export { needOfCall } from "./permissions/need-of-call";
export type { ActionNeed } from "./permissions/needs-of-workflow";
export type { WorkflowSource } from "./workflow/read-workflow";
export { workflowShape, workflowValuesShape } from "./workflow/shape";
export { checks };

/** What the calls of a workflow need: the least right of each, with its source. */
export function workflowNeeds(source: WorkflowSource): readonly ActionNeed[] {
  return needsOfWorkflow(readWorkflow(source));
}

/** What an action does, and whether the guard comes before it. */
export interface ActionEffect {
  readonly action: string;
  readonly pointer: string;
  readonly effect: Effect;
  readonly isGuarded: boolean;
}

/** What the actions of a workflow do that call out; its triggers are left out. */
export function actionEffects(source: WorkflowSource): readonly ActionEffect[] {
  const workflow = readWorkflow(source);
  return needsOfWorkflow(workflow).flatMap(({ action: name, pointer, call }) => {
    const action = actionNamed(workflow, name);
    if (action?.pointer !== pointer) return [];
    return [{ action: name, pointer, effect: effectOf(call), isGuarded: isGuarded(action) }];
  });
}

/** What a call that a run of this workflow made needs. */
export function recordedCallNeed(call: RecordedCall, source: WorkflowSource): Need {
  return needOfRecordedCall(call, readWorkflow(source));
}

/** The managed connections that a workflow uses. */
export function usedConnections(source: WorkflowSource): readonly ConnectionUse[] {
  return connectionUses(readWorkflow(source));
}

/** What of Sentinel starts a workflow; undefined where it has no trigger. */
export function sentinelTrigger(source: WorkflowSource): SentinelTrigger | undefined {
  return sentinelTriggerOf(readWorkflow(source));
}

/** All that is wrong or doubtful in a definition. Pointers start at an object that holds `definition` and `parameters`. */
export function checkWorkflow(source: WorkflowSource): readonly Diagnostic[] {
  const workflow = readWorkflow(source);
  return sortDiagnostics(workflowChecks.flatMap((check) => [...check.run(workflow)]));
}
