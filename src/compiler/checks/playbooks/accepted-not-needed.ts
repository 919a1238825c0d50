/** A right that is accepted and not needed. */

import type { CheckInfo } from "../../../diagnostics";
import { call, definition, rawPlaybook } from "./example";

export const acceptedNotNeeded: CheckInfo = {
  code: "PKT5515",
  severity: "warning",
  title: "a right that is accepted and not needed",
  why: "What is accepted in advance would let a later change widen the rights unseen.",
  source: "picket",
  avoid: rawPlaybook({ accept: "accept: [Mail.Send]", reason: "reason: to tell people" }),
  prefer: rawPlaybook(),
  nearMiss: rawPlaybook({
    definition: definition(call("DELETE", "https://graph.microsoft.com/v1.0/groups/1/members/2/$ref")),
    accept: "accept: [GroupMember.ReadWrite.All, unguarded]",
    reason: "reason: only one ordinary group is reached",
  }),
};
