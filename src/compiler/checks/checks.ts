/** All check records of the room. */

import type { CheckInfo } from "../../diagnostics";
import { accessChecks } from "./access/checks";
import { alertPropertyPortal } from "./alert-property-portal";
import { automationChecks } from "./automation/checks";
import { duplicateDocument } from "./duplicate-key";
import { duplicateName } from "./duplicate-name";
import { duplicateRuleId } from "./duplicate-rule-id";
import { dynamicIdentifier } from "./dynamic-identifier";
import { emptyPlan } from "./empty-plan";
import { exceptionExpired } from "./exception-expired";
import { exceptionExpiring } from "./exception-expiring";
import { exceptionValue } from "./exception-value";
import { extendsCycle } from "./extends-cycle";
import { functionCycle } from "./function-cycle";
import { functionSignature } from "./function-signature";
import { groupingPortal } from "./grouping-portal";
import { keptInFile } from "./kept-in-file";
import { lookBackBeyond } from "./look-back-beyond";
import { noTimeColumn } from "./no-time-column";
import { noWorkspace } from "./no-workspace";
import { notAdoptable } from "./not-adoptable";
import { notOverridable } from "./not-overridable";
import { otherService } from "./other-service";
import { parameterConstraint } from "./parameter-constraint";
import { parameterDefault } from "./parameter-default";
import { parameterName } from "./parameter-name";
import { parameterShadowed } from "./parameter-shadowed";
import { parameterUnused } from "./parameter-unused";
import { parameterValue } from "./parameter-value";
import { playbookDocumentChecks } from "./playbooks/checks";
import { ruleCount } from "./rule-count";
import { subTechnique } from "./sub-technique";
import { unknownAdopted } from "./unknown-adopted";
import { unknownBase } from "./unknown-base";
import { unknownColumn } from "./unknown-column";
import { unknownException } from "./unknown-exception";
import { unknownOverride } from "./unknown-override";
import { unknownPack } from "./unknown-pack";
import { unknownParameter } from "./unknown-parameter";
import { watchlistContent } from "./watchlist-content";
import { watchlistFile } from "./watchlist-file";
import { watchlistSize } from "./watchlist-size";

export const compilerChecks: readonly CheckInfo[] = [
  ...accessChecks,
  alertPropertyPortal,
  duplicateDocument,
  duplicateName,
  duplicateRuleId,
  dynamicIdentifier,
  emptyPlan,
  exceptionExpired,
  exceptionExpiring,
  exceptionValue,
  extendsCycle,
  functionCycle,
  functionSignature,
  groupingPortal,
  keptInFile,
  lookBackBeyond,
  notAdoptable,
  notOverridable,
  noTimeColumn,
  otherService,
  noWorkspace,
  parameterConstraint,
  parameterDefault,
  parameterName,
  parameterShadowed,
  parameterUnused,
  parameterValue,
  ruleCount,
  subTechnique,
  unknownAdopted,
  unknownBase,
  unknownColumn,
  unknownException,
  unknownOverride,
  unknownPack,
  unknownParameter,
  watchlistContent,
  watchlistFile,
  watchlistSize,
  ...playbookDocumentChecks,
  ...automationChecks,
];
