/** The check records of playbooks. */

import type { CheckInfo } from "../../../diagnostics";
import { acceptReason } from "./accept-reason";
import { acceptedNotNeeded } from "./accepted-not-needed";
import { definitionFile } from "./definition-file";
import { delegatedOnly } from "./delegated-only";
import { highRiskRight } from "./high-risk-right";
import { noDefinition } from "./no-definition";
import { playbookName } from "./playbook-name";
import { rightNotNeeded } from "./right-not-needed";
import { secretInParameter } from "./secret-in-parameter";
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
];
