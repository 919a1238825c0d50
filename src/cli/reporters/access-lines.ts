/** Who gains and who loses access, line by line, shared by the formats for people. */

import type { AccessChanges } from "../../operations/project";

type Effect = AccessChanges["changes"][number]["effect"];

export interface AccessLine {
  /** Undefined for a heading. */
  readonly effect: Effect | undefined;
  readonly text: string;
}

/** Nothing where there are no policies, then or now. */
export function accessLines(access: AccessChanges | undefined): readonly AccessLine[] {
  if (!access) return [];
  if (access.changes.length === 0)
    return [{ effect: undefined, text: `access: no sign-in changes (over ${access.scope})` }];
  const heading = { effect: undefined, text: `access, as deployed (over ${access.scope}):` };
  return [heading, ...access.changes.map(({ effect, sentence }) => ({ effect, text: `  ${effect}: ${sentence}` }))];
}
