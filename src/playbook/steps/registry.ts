/** All steps, by name. */

import { addTask } from "./add-task";
import { askApproval } from "./ask-approval";
import { blockAccess } from "./block-access";
import { blockSource } from "./block-source";
import { disableUser } from "./disable-user";
import { dismissRisk } from "./dismiss-risk";
import { enableUser } from "./enable-user";
import { investigateSource } from "./investigate-source";
import { leaveGroup } from "./leave-group";
import { markCompromised } from "./mark-compromised";
import { monitorFurther } from "./monitor-further";
import { requireMfa } from "./require-mfa";
import { resetMfa } from "./reset-mfa";
import { resetPassword } from "./reset-password";
import { reviewAccess } from "./review-access";
import { revokeSessions } from "./revoke-sessions";
import type { Step } from "./step";
import { stopMonitoring } from "./stop-monitoring";
import { unblockSource } from "./unblock-source";
import { verifyWithManager } from "./verify-with-manager";

export const steps: readonly Step[] = [
  addTask,
  askApproval,
  blockAccess,
  blockSource,
  disableUser,
  dismissRisk,
  enableUser,
  investigateSource,
  leaveGroup,
  markCompromised,
  monitorFurther,
  requireMfa,
  resetMfa,
  resetPassword,
  reviewAccess,
  revokeSessions,
  stopMonitoring,
  unblockSource,
  verifyWithManager,
];

const byName: ReadonlyMap<string, Step> = new Map(steps.map((step) => [step.name, step]));

export function stepNamed(name: string): Step | undefined {
  return byName.get(name);
}
