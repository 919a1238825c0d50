/** Days and hours, in Graph's beta only: a sign-in has no time here, so a policy that keeps to some is not answered for. */

import { finding } from "../../diagnostics";
import { requestChecks } from "../checks/request";
import type { Condition } from "../model/condition";
import { ALWAYS } from "../model/formula";

export const times: Condition = {
  formula: (conditions, { refuse }) => {
    if (isForSomeTimes(conditions.times)) {
      const message = "the condition `times` is not evaluated";
      refuse(finding(requestChecks.notEvaluated, { message, pointer: "/conditions/times" }));
    }
    return ALWAYS;
  },
  reads: () => "",
  reason: () => "time",
};

/** An export says of every policy that it is for all times, or nothing. */
function isForSomeTimes(condition: unknown): boolean {
  if (condition === null || typeof condition !== "object") return false;
  return Object.entries(condition).some(
    ([key, value]) => key !== "includeAllTimes" && typeof value === "object" && value !== null,
  );
}
