/** All checks of the room. */

import type { CheckInfo } from "../../diagnostics";
import { actionMissing, actionNotBefore } from "./action-reference";
import { approvalLimit } from "./approval-limit";
import { conditionOperator } from "./condition-operator";
import { countLimits } from "./count-limits";
import { descriptionLength } from "./description-length";
import { duplicateName } from "./duplicate-name";
import { entityByIndex, upnByConcat } from "./entity-access";
import { evaluationFailed, evaluationLimit, notSupported } from "./evaluation";
import { expressionDepth } from "./expression-depth";
import { expressionLength } from "./expression-length";
import { expressionSyntax } from "./expression-syntax";
import { failurePath } from "./failure-path";
import { functionArity } from "./function-arity";
import { audienceBlank, listWithoutNextLink, oldSentinelPath, retriedWrite, unguardedWrite } from "./http-calls";
import { loneAt } from "./lone-at";
import { loopConcurrency } from "./loop-concurrency";
import { loopOverNull } from "./loop-over-null";
import { itemOutsideLoop, itemsOutsideLoop, loopActionFromOutside } from "./loop-reference";
import { memberMissing } from "./member-missing";
import { nameLength } from "./name-length";
import { nestingDepth } from "./nesting-depth";
import { noTrigger } from "./no-trigger";
import {
  connectionMissing,
  parameterMissing,
  parameterType,
  parameterValueMissing,
  parameterValueUndeclared,
} from "./parameter-use";
import { responseInLoop, responseInParallel, responseWithoutRequest } from "./response-placement";
import { resultScope } from "./result-scope";
import { retryLimits } from "./retry-limits";
import { runAfterCycle } from "./run-after-cycle";
import { runAfterStatus } from "./run-after-status";
import { runAfterMissing, runAfterScope } from "./run-after-target";
import { secretShown } from "./secret-shown";
import { shape } from "./shape";
import { staticResultMissing } from "./static-result-missing";
import { switchCases } from "./switch-cases";
import { terminateInLoop, terminateStatus } from "./terminate-placement";
import { unansweredCall } from "./unanswered-call";
import { unknownFunction } from "./unknown-function";
import { unknownType } from "./unknown-type";
import { unreachableAfterTerminate } from "./unreachable-after-terminate";
import { untilLimit } from "./until-limit";
import { initVariableNested, variableDuplicate, variableSameInit, variableTypeUnknown } from "./variable-declaration";
import { variableRace } from "./variable-race";
import { variableMissing, variableNotBefore, variableSelfReference, variableWrongType } from "./variable-use";
import type { WorkflowCheck } from "./workflow-check";

/** Checks of a definition, by code. */
export const workflowChecks: readonly WorkflowCheck[] = [
  expressionSyntax,
  unknownFunction,
  functionArity,
  expressionLength,
  expressionDepth,
  shape,
  unknownType,
  memberMissing,
  noTrigger,
  duplicateName,
  nameLength,
  nestingDepth,
  countLimits,
  switchCases,
  conditionOperator,
  loopConcurrency,
  untilLimit,
  retryLimits,
  descriptionLength,
  runAfterMissing,
  runAfterScope,
  runAfterStatus,
  runAfterCycle,
  actionMissing,
  actionNotBefore,
  itemsOutsideLoop,
  itemOutsideLoop,
  loopActionFromOutside,
  resultScope,
  initVariableNested,
  variableMissing,
  variableNotBefore,
  variableWrongType,
  variableSelfReference,
  variableSameInit,
  variableDuplicate,
  variableTypeUnknown,
  parameterMissing,
  parameterValueUndeclared,
  parameterValueMissing,
  connectionMissing,
  parameterType,
  staticResultMissing,
  terminateInLoop,
  terminateStatus,
  responseWithoutRequest,
  responseInLoop,
  responseInParallel,
  unreachableAfterTerminate,
  failurePath,
  variableRace,
  secretShown,
  approvalLimit,
  loopOverNull,
  entityByIndex,
  upnByConcat,
  listWithoutNextLink,
  retriedWrite,
  audienceBlank,
  oldSentinelPath,
  unguardedWrite,
  loneAt,
];

/** All records: those of definitions, and those that only an evaluation or a run can give. */
export const checks: readonly CheckInfo[] = [
  ...workflowChecks,
  evaluationFailed,
  notSupported,
  evaluationLimit,
  unansweredCall,
];
