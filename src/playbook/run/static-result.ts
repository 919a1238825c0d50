/** The service's own mocks: `staticResults`, switched on by `runtimeConfiguration.staticResult`. */

import { fromJson } from "../expressions/value";
import { isJsonObject, memberOf, valueAt } from "../workflow/pointer";
import type { Frame } from "./frame";
import type { Outcome, Status } from "./outcome";

const STATUSES: readonly Status[] = ["Succeeded", "Failed", "Skipped", "TimedOut", "Cancelled"];

/** The mocked outcome of an action; undefined when none is switched on.
 *  Source: https://learn.microsoft.com/azure/logic-apps/test-logic-apps-mock-data-static-results, read 2026-11-23. */
export function staticOutcome({ run, action }: Frame): Outcome | undefined {
  const setting = valueAt(action.json, "runtimeConfiguration/staticResult");
  if (String(memberOf(setting, "staticResultOptions")).toLowerCase() !== "enabled") return undefined;
  const mock = memberOf(memberOf(run.workflow.definition, "staticResults"), String(memberOf(setting, "name")));
  if (!isJsonObject(mock)) return undefined;
  const wanted = String(memberOf(mock, "status") ?? "Succeeded").toLowerCase();
  const status = STATUSES.find((each) => each.toLowerCase() === wanted) ?? "Succeeded";
  const error = memberOf(mock, "error");
  return {
    status,
    ...(mock.code === undefined ? {} : { code: String(mock.code) }),
    outputs: fromJson(memberOf(mock, "outputs")),
    ...(isJsonObject(error)
      ? { error: { code: String(error.code ?? "ActionFailed"), message: String(error.message ?? "") } }
      : {}),
  };
}
