/** Face of the room: the operations by name. */

import { checkPolicy } from "./check-policy";
import { checkRule } from "./check-rule";
import type { Operation } from "./operation";
import { plan } from "./plan";
import { prove } from "./prove";
import { query } from "./query";
import { whatIf } from "./what-if";

export { type Checked, checkProject } from "./check";
export { operationChecks } from "./checks/checks";
export type { Operation, OperationAnswer, OperationWorld, Refusal } from "./operation";
export { type PlanChangesRequest, type PlannedChanges, planChanges } from "./plan-changes";
export { type Planned, type PlanRequest, planTenant } from "./plan-tenant";
export { type Shown, showTenant } from "./show-tenant";

/** All operations of the machine interface, in the order of docs/batch.md. */
export const operations: readonly Operation[] = [checkRule, plan, query, whatIf, checkPolicy, prove];
