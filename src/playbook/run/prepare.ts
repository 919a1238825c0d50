/** Makes a workflow ready for runs: what is read of it once serves every run. */

import { readWorkflow, type WorkflowSource } from "../workflow/read-workflow";
import type { Workflow } from "../workflow/workflow";
import type { MemberValues } from "./member-value";

export interface PreparedWorkflow {
  readonly workflow: Workflow;
  /** Members of its actions as values, filled as runs need them. */
  readonly members: MemberValues;
}

export function prepareWorkflow(source: WorkflowSource): PreparedWorkflow {
  return { workflow: readWorkflow(source), members: new Map() };
}
