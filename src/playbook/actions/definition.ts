/** What a type of action is: its scopes, the members it must have, and how it runs. */

import type { Frame } from "../run/frame";
import type { Outcome } from "../run/outcome";
import type { Routine } from "../run/routine";

/** The reference of triggers and actions, read 2026-11-23. */
export const ACTION_REFERENCE = "https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers";

export interface ActionDefinition {
  readonly type: string;
  readonly summary: string;
  /** Members without which the service refuses the action, as paths such as `inputs/uri`. */
  readonly required: readonly string[];
  /** Where its own actions stand: `actions`, `else/actions`, or `cases/*` for the actions of every case. */
  readonly scopes?: readonly string[];
  /** Members in which `item()` is the element of the action's own input. */
  readonly itemMembers?: readonly string[];
  /** What takes time or calls out is a routine. */
  readonly run: (frame: Frame) => Outcome | Routine<Outcome>;
}
