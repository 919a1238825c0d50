/** The rights that playbooks gain and lose, line by line, shared by the formats for people. */

import type { RightChange } from "../../operations/project";

export interface RightLine {
  /** Undefined for the heading. */
  readonly change: RightChange["change"] | undefined;
  readonly text: string;
}

/** Nothing where no right changes. */
export function rightLines(rights: readonly RightChange[] = []): readonly RightLine[] {
  if (rights.length === 0) return [];
  const lines = rights.map(({ change, sentence }) => ({ change, text: `  ${change}: ${sentence}` }));
  return [{ change: undefined, text: "rights of playbooks:" }, ...lines];
}
