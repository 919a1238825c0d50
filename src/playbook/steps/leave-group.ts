/** Takes an account out of a group. */

import { Type } from "typebox";
import { leaveGroup as leave } from "./parts/group-membership";
import type { AccountStep } from "./step";

export const leaveGroup: AccountStep = {
  kind: "account",
  name: "leave-group",
  summary: "Takes an account out of the group into which require-mfa or block-access put it on the same incident.",
  does: () => "take the account out of the group again",
  repeat: "It looks first; an account that is not in the group is left alone.",
  source: "https://learn.microsoft.com/graph/api/group-delete-members, read 2026-11-23",
  settings: Type.Object({
    group: Type.String({ description: "Key of a Group document, or object id of a group.", minLength: 1 }),
  }),
  references: { group: "Group" },
  isDestructive: true,
  memory: "undo",
  act: () => leave(),
};
