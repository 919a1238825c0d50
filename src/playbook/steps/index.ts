/** Face of the room: the step library, and playbooks put together from it. */

export { composePlaybook } from "./compose/compose-playbook";
export { guardWorkflow } from "./compose/guard-workflow";
export {
  type ChosenStep,
  type ComposedWorkflow,
  childName,
  hasChild,
  type StepPlaybook,
  type TriggerKind,
} from "./compose/step-playbook";
export { CHECKED_GROUPS_MAX, type Guard, guardActions, SERVICE_PREFIXES } from "./parts/guard";
export { stepNamed, steps } from "./registry";
export type { Approval, Settings, Step } from "./step";
