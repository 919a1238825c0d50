/** What became of each action of a run. */

import type { Run } from "./frame";
import type { RunError, Status } from "./outcome";
import type { Instance } from "./record";

interface ToldActions {
  /** The last status of each action; of one in a loop the worst of its passes. */
  readonly actions: Readonly<Record<string, Status>>;
  /** Why actions failed, by name; the first failure of each. */
  readonly errors: Readonly<Record<string, RunError>>;
}

export function toldActions(run: Run): ToldActions {
  const statuses = actionStatuses(run.instances);
  const unfinished = new Set(run.instances.flatMap(({ underWay }) => [...underWay].map(({ name }) => name)));
  const statusOf = (name: string): Status =>
    unfinished.has(name) ? "Cancelled" : (statuses.get(name)?.status ?? "Skipped");
  return {
    actions: Object.fromEntries(run.workflow.actions.map(({ name }) => [name, statusOf(name)])),
    errors: Object.fromEntries([...statuses].flatMap(([name, { error }]) => (error ? [[name, error] as const] : []))),
  };
}

/** Worst first; an action that ran in one pass and was skipped in another has run. */
const SEVERITY: readonly Status[] = ["Failed", "TimedOut", "Cancelled", "Succeeded", "Skipped"];

function actionStatuses(
  instances: readonly Instance[],
): ReadonlyMap<string, { readonly status: Status; readonly error?: RunError }> {
  const worst = new Map<string, { readonly status: Status; readonly error?: RunError }>();
  for (const { records } of instances) {
    for (const { action, status, error } of records.values()) {
      const known = worst.get(action.name);
      if (known && SEVERITY.indexOf(known.status) <= SEVERITY.indexOf(status)) continue;
      worst.set(action.name, status === "Skipped" || !error ? { status } : { status, error });
    }
  }
  return worst;
}
