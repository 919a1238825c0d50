/** Face of the room: what can be done with a project's folder. It loads no language that these do not need: `pulumi up` starts here. */

export type { AccessChanges } from "./access-changes";
export { type Checked, type CheckRequest, checkProject } from "./check";
export { operationChecks } from "./checks/checks";
export { type NewDocument, type NewDocumentRequest, newDocument } from "./new-document";
export { type PlanChangesRequest, type PlannedChanges, planChanges } from "./plan-changes";
export { type Planned, type PlanRequest, planTenant } from "./plan-tenant";
export type { RightChange } from "./playbook-changes";
export { type Shown, showTenant } from "./show-tenant";
export { type Verdict, type WatchedCheck, watchCheck } from "./watch-check";
