/** Asks MFA of an account from now on. */

import { Type } from "typebox";
import { joinGroup } from "./parts/group-membership";
import type { AccountStep } from "./step";

export const requireMfa: AccountStep = {
  kind: "account",
  name: "require-mfa",
  summary:
    "Puts the account into the group of which a conditional access policy of picket asks MFA at every sign-in. The right reaches every ordinary group: use one that no role is assigned to.",
  does: () => "require MFA of the account",
  repeat: "It looks first; a member is left alone.",
  source: "https://learn.microsoft.com/graph/api/group-post-members, read 2026-11-23",
  settings: Type.Object({
    group: Type.String({ description: "Key of a Group document, or object id of a group.", minLength: 1 }),
  }),
  references: { group: "Group" },
  isDestructive: true,
  undo: "leave-group",
  act: () => joinGroup("put into the group that needs MFA"),
};
