/** Face of the room: the operations of the machine interface, by name. */

import { checkPolicy } from "./check-policy";
import { checkRule } from "./check-rule";
import { checkWorkflowOperation } from "./check-workflow";
import { expression } from "./expression";
import type { Operation } from "./operation";
import { plan } from "./plan";
import { prove } from "./prove";
import { query } from "./query";
import { runWorkflowOperation } from "./run-workflow";
import { whatIf } from "./what-if";

export { type CaseResult, testingChecks } from "../testing";
export { type ContentAnswer, contentAnswers } from "./content-answers";
export type { Operation, OperationAnswer, OperationWorld, Refusal } from "./operation";
export { type ProjectCoverage, projectCoverage } from "./project-coverage";
export { openQuerySession, type QueryAnswer, type QuerySession } from "./query-session";
export { runProjectTests, type Tested, type TestRequest } from "./run-project-tests";
export { type TenantProof, type TenantProofs, tenantProofs } from "./tenant-proofs";
export { type TenantWhatIf, type TenantWhatIfs, tenantWhatIf } from "./tenant-what-if";
export { type WatchedTests, watchTests } from "./watch-tests";

/** All operations of the machine interface, in the order of docs/batch.md. */
export const operations: readonly Operation[] = [
  query,
  checkRule,
  whatIf,
  checkPolicy,
  prove,
  expression,
  checkWorkflowOperation,
  runWorkflowOperation,
  plan,
];
