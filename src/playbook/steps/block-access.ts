/** Keeps an account out by conditional access. */

import { Type } from "typebox";
import { joinGroup } from "./parts/group-membership";
import type { AccountStep } from "./step";

export const blockAccess: AccountStep = {
  kind: "account",
  name: "block-access",
  summary:
    "Puts the account into a group that conditional access policies of picket keep out. The right reaches every ordinary group: use one that no role is assigned to.",
  does: () => "block the account by conditional access",
  repeat: "It looks first; a member is left alone.",
  source: "https://learn.microsoft.com/graph/api/group-post-members, read 2026-11-23",
  settings: Type.Object({
    group: Type.String({ description: "Key of a Group document, or object id of a group.", minLength: 1 }),
  }),
  references: { group: "Group" },
  isDestructive: true,
  undo: "leave-group",
  act: () => joinGroup("put into the group that is kept out"),
};
