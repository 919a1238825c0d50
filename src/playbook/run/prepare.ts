/** Makes a workflow ready for runs: what is read of it once serves every run. */

import { readWorkflow, type WorkflowSource } from "../workflow/read-workflow";
import type { Workflow } from "../workflow/workflow";
import type { MemberValues } from "./member-value";

export interface PreparedWorkflow {
  readonly workflow: Workflow;
  /** Members of its actions as values, filled as runs need them. */
  readonly members: MemberValues;
}

const known = new WeakMap<WorkflowSource, PreparedWorkflow>();

/** A source that is given again is read once: a workflow may be called many times, and nothing in it changes. */
export function prepareWorkflow(source: WorkflowSource): PreparedWorkflow {
  const found = known.get(source);
  if (found) return found;
  const prepared = { workflow: readWorkflow(source), members: new Map() };
  known.set(source, prepared);
  return prepared;
}
