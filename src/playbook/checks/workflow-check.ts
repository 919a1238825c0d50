/** What a check of a workflow is, and how it says where. */

import { type Check, type CheckInfo, type Diagnostic, finding } from "../../diagnostics";
import type { Owner, TemplateUse } from "../workflow/uses";
import type { Workflow } from "../workflow/workflow";

export type WorkflowCheck = Check<Workflow>;

/** The reference that most rules come from, read 2026-11-23. */
export const LANGUAGE_SOURCE =
  "https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-definition-language, read 2026-11-23";
export const ACTIONS_SOURCE =
  "https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers, read 2026-11-23";
export const LIMITS_SOURCE =
  "https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config, read 2026-11-23";
export const FUNCTIONS_SOURCE =
  "https://learn.microsoft.com/azure/logic-apps/workflow-definition-language-functions-reference, read 2026-11-23";

/** A named thing in a definition: an action or a trigger. */
interface Named {
  readonly name: string;
  readonly pointer: string;
}

/** A finding at an action or trigger, or at a part of it. */
export function at(
  check: CheckInfo,
  { name, pointer }: Named,
  message: string,
  parts: Partial<Diagnostic> = {},
): Diagnostic {
  return finding(check, { message, action: name, pointer, ...parts });
}

/** A finding at a text with an expression. */
export function atUse(
  check: CheckInfo,
  { owner, pointer }: TemplateUse,
  message: string,
  parts: Partial<Diagnostic> = {},
): Diagnostic {
  const name = ownerName(owner);
  return finding(check, { message, pointer, ...(name === undefined ? {} : { action: name }), ...parts });
}

function ownerName(owner: Owner): string | undefined {
  if (owner.kind === "action") return owner.action.name;
  return owner.kind === "trigger" ? owner.trigger.name : undefined;
}
