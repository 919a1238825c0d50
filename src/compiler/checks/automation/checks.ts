/** The check records of automation rules. */

import type { CheckInfo } from "../../../diagnostics";
import { automationAction } from "./automation-action";
import { automationCondition } from "./automation-condition";
import { automationLimit } from "./automation-limit";
import { automationOrder } from "./automation-order";
import { automationPortal } from "./automation-portal";
import { automationWhen } from "./automation-when";
import { playbookTrigger } from "./playbook-trigger";

export const automationChecks: readonly CheckInfo[] = [
  automationAction,
  automationCondition,
  automationLimit,
  automationOrder,
  automationPortal,
  automationWhen,
  playbookTrigger,
];
