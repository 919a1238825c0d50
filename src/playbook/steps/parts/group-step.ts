/** A step that puts the account into a group which conditional access policies look at. */

import { Type } from "typebox";
import type { AccountStep } from "../step";
import { joinGroup } from "./group-membership";

interface GroupStep {
  readonly name: string;
  /** What the group means to the policies. */
  readonly summary: string;
  readonly does: string;
  /** What the comment on the incident says was done. */
  readonly done: string;
}

export function groupStep({ name, summary, does, done }: GroupStep): AccountStep {
  return {
    kind: "account",
    name,
    summary: `${summary} The right reaches every ordinary group: use one that no role is assigned to.`,
    does: () => does,
    repeat: "It looks first; a member is left alone.",
    source: "https://learn.microsoft.com/graph/api/group-post-members, read 2026-11-23",
    settings: Type.Object({
      group: Type.String({ description: "Key of a Group document, or object id of a group.", minLength: 1 }),
    }),
    references: { group: "Group" },
    isDestructive: true,
    undo: "leave-group",
    act: () => joinGroup(done),
  };
}
