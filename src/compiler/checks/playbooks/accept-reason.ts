/** Something accepted without a reason. */

import type { CheckInfo } from "../../../diagnostics";
import { call, definition, rawPlaybook } from "./example";

export const acceptReason: CheckInfo = {
  code: "PKT5516",
  severity: "error",
  title: "something accepted without a reason",
  why: "A reviewer has to see why a wide right, or a missing guard, is right.",
  source: "picket",
  avoid: rawPlaybook({
    definition: definition(call("DELETE", "https://graph.microsoft.com/v1.0/groups/1/members/2/$ref")),
    accept: "accept: [GroupMember.ReadWrite.All, unguarded]",
  }),
  prefer: rawPlaybook({
    definition: definition(call("DELETE", "https://graph.microsoft.com/v1.0/groups/1/members/2/$ref")),
    accept: "accept: [GroupMember.ReadWrite.All, unguarded]",
    reason: "reason: only one ordinary group is reached",
  }),
  nearMiss: rawPlaybook({ accept: "accept: []" }),
};
