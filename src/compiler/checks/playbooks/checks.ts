/** The check records of playbooks. */

import type { CheckInfo } from "../../../diagnostics";
import { acceptReason } from "./accept-reason";
import { acceptedNotNeeded } from "./accepted-not-needed";
import { approvalMissing } from "./approval-missing";
import { breakGlassUnknown } from "./break-glass-unknown";
import { definitionFile } from "./definition-file";
import { delegatedOnly } from "./delegated-only";
import { guardGroups } from "./guard-groups";
import { highRiskRight } from "./high-risk-right";
import { noDefinition } from "./no-definition";
import { nothingToUndo } from "./nothing-to-undo";
import { playbookName } from "./playbook-name";
import { rightNotNeeded } from "./right-not-needed";
import { secretInParameter } from "./secret-in-parameter";
import { stepOrder } from "./step-order";
import { stepSpelling } from "./step-spelling";
import { unguardedAction } from "./unguarded-action";
import { unknownReference } from "./unknown-reference";
import { unknownRight } from "./unknown-right";
import { wrongRight } from "./wrong-right";

export const playbookDocumentChecks: readonly CheckInfo[] = [
  acceptReason,
  acceptedNotNeeded,
  definitionFile,
  delegatedOnly,
  highRiskRight,
  noDefinition,
  playbookName,
  rightNotNeeded,
  secretInParameter,
  unknownRight,
  wrongRight,
  approvalMissing,
  breakGlassUnknown,
  guardGroups,
  nothingToUndo,
  stepOrder,
  stepSpelling,
  unguardedAction,
  unknownReference,
];
