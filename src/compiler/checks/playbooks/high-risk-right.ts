/** A right that reaches far beyond one account. */

import type { CheckInfo } from "../../../diagnostics";
import { call, definition, rawPlaybook } from "./example";

export const highRiskRight: CheckInfo = {
  code: "PKT5514",
  severity: "error",
  title: "a right that reaches far beyond one account",
  why: "Whoever can change the workflow can use what its identity may do. Such a right is given only where a person has said that it is meant.",
  source: "picket",
  avoid: rawPlaybook({
    definition: definition(call("DELETE", "https://graph.microsoft.com/v1.0/groups/1/members/2/$ref")),
    accept: "accept: [unguarded]",
    reason: "reason: only one ordinary group is reached",
  }),
  prefer: rawPlaybook({
    definition: definition(call("DELETE", "https://graph.microsoft.com/v1.0/groups/1/members/2/$ref")),
    accept: "accept: [GroupMember.ReadWrite.All, unguarded]",
    reason: "reason: only one ordinary group is reached",
  }),
  nearMiss: rawPlaybook({
    definition: definition(call("POST", "https://graph.microsoft.com/v1.0/users/1/revokeSignInSessions")),
    accept: "accept: [unguarded]",
    reason: "reason: it is started by hand, for one test account",
  }),
};
