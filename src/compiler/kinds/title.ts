/** What people call a document that may do without a name. */

import type { Effective } from "../frame";

/** `name`, or the key with blanks. */
export function titleOf({ document, body }: Effective<"Playbook" | "AutomationRule">): string {
  const words = document.key.replaceAll("-", " ");
  return body.name ?? words.charAt(0).toUpperCase() + words.slice(1);
}
