/** A playbook of steps to its workflows: one that decides, and one for each step that changes something. */

import { childWorkflow } from "./child";
import { orchestrator } from "./orchestrator";
import { type ComposedWorkflow, hasChild, type StepPlaybook } from "./step-playbook";
import { workspaceGuid } from "./triggers";

export function composePlaybook(playbook: StepPlaybook): readonly ComposedWorkflow[] {
  const { workspace, approval, title, on } = playbook;
  const context = { workspace, approval, title, workspaceGuid: workspaceGuid(on) };
  const childContext = { ...context, workspaceGuid: "triggerBody()?['workspaceId']" };
  const children = playbook.steps.filter(hasChild).map((chosen) => childWorkflow(playbook, chosen, childContext));
  return [orchestrator(playbook, context), ...children];
}
