/** All check records of the room. */

import type { CheckInfo } from "../../diagnostics";
import { alertPropertyPortal } from "./alert-property-portal";
import { duplicateDocument } from "./duplicate-key";
import { duplicateRuleId } from "./duplicate-rule-id";
import { emptyPlan } from "./empty-plan";
import { extendsCycle } from "./extends-cycle";
import { groupingPortal } from "./grouping-portal";
import { keptInFile } from "./kept-in-file";
import { noWorkspace } from "./no-workspace";
import { notOverridable } from "./not-overridable";
import { parameterConstraint } from "./parameter-constraint";
import { parameterDefault } from "./parameter-default";
import { parameterName } from "./parameter-name";
import { parameterUnused } from "./parameter-unused";
import { parameterValue } from "./parameter-value";
import { subTechnique } from "./sub-technique";
import { unknownBase } from "./unknown-base";
import { unknownOverride } from "./unknown-override";
import { unknownParameter } from "./unknown-parameter";

export const compilerChecks: readonly CheckInfo[] = [
  alertPropertyPortal,
  duplicateDocument,
  duplicateRuleId,
  emptyPlan,
  extendsCycle,
  groupingPortal,
  keptInFile,
  noWorkspace,
  notOverridable,
  parameterConstraint,
  parameterDefault,
  parameterName,
  parameterUnused,
  parameterValue,
  subTechnique,
  unknownBase,
  unknownOverride,
  unknownParameter,
];
