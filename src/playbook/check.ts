/** Face of the room: checks workflow definitions. */

import { type Diagnostic, sortDiagnostics } from "../diagnostics";
import { checks, workflowChecks } from "./checks/registry";
import { readWorkflow, type WorkflowSource } from "./workflow/read-workflow";

export type { WorkflowSource } from "./workflow/read-workflow";
export { workflowShape, workflowValuesShape } from "./workflow/shape";
export { checks };

/** All that is wrong or doubtful in a definition. Pointers start at an object that holds `definition` and `parameters`. */
export function checkWorkflow(source: WorkflowSource): readonly Diagnostic[] {
  const workflow = readWorkflow(source);
  return sortDiagnostics(workflowChecks.flatMap((check) => [...check.run(workflow)]));
}
