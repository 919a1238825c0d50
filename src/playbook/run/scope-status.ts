/** The status of a scope follows from its leaves. */

import type { Action, Scope } from "../workflow/workflow";
import type { Status } from "./outcome";

/** Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-exception-handling (scopes and their results), read 2026-11-23.
 *  A leaf is an action that no other waits for. A skipped leaf counts as what it waited for, so a handled failure is no failure. */
export function scopeStatus(scope: Scope, statusOf: (action: Action) => Status): Status {
  const awaited = new Set(scope.actions.flatMap(({ predecessors }) => predecessors));
  const leaves = scope.actions.filter((action) => !awaited.has(action));
  const effective = new Map<Action, Status>();
  const statuses = leaves.map((leaf) => effectiveStatus(leaf, statusOf, effective));
  return worstOf(statuses);
}

function effectiveStatus(action: Action, statusOf: (action: Action) => Status, known: Map<Action, Status>): Status {
  const found = known.get(action);
  if (found) return found;
  const own = statusOf(action);
  // Guards against a cycle, which the checks report.
  known.set(action, own === "Skipped" ? "Succeeded" : own);
  if (own !== "Skipped") return own;
  const status = worstOf(action.predecessors.map((each) => effectiveStatus(each, statusOf, known)));
  known.set(action, status);
  return status;
}

/** Any branch that failed fails the scope; a branch that timed out counts as failed. */
function worstOf(statuses: readonly Status[]): Status {
  if (statuses.some((status) => status === "Failed" || status === "TimedOut")) return "Failed";
  return statuses.includes("Cancelled") ? "Cancelled" : "Succeeded";
}
