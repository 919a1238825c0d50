/** What a playbook document becomes in one tenant: workflows, each with its identity's rights. */

import type { Json } from "../../plan";
import type { Right } from "../../playbook/check";

export interface CompiledPlaybook {
  /** Key of the document. */
  readonly key: string;
  /** What starts its first workflow; `other` is nothing that an automation rule can run. */
  readonly trigger: PlaybookTrigger;
  /** The orchestrator first, its children after it; then, where the document says `undo: true`, the undo and its children. */
  readonly workflows: readonly CompiledWorkflow[];
  /** Why it can't be in a tenant below enforce, if so: it writes more than a comment, and can't be made to observe. */
  readonly onlyEnforced?: string;
}

export type PlaybookTrigger = "incident" | "alert" | "entity" | "other";

/**
 * One Logic App with a system-assigned identity of its own.
 *
 * A workflow calls another by its resource id: in a Workflow action, `inputs/host/workflow/id` is the called workflow's `id`, letter by
 * letter and without expressions, and `inputs/host/triggerName` is its `triggerName`. A raw definition that calls picket's guard writes
 * `@parameters('picketGuard')` there instead; the value of that parameter is the guard's `id`.
 */
export interface CompiledWorkflow {
  /** Name of the Logic App, and logical name of its resource in the Plan: the key, `<key>--<step>`, `<key>-undo`, `<key>-undo--<step>`. */
  readonly name: string;
  readonly role: "orchestrator" | "child" | "undo";
  /** Resource id of the Logic App. */
  readonly id: string;
  /** Its first trigger, by the name that callers use. */
  readonly triggerName: string;
  readonly definition: { readonly [key: string]: Json };
  /** As ARM takes them: `{ name: { value } }`, `$connections` among them. A secret's value is `{ "picket:secret": name }`. */
  readonly parameters: { readonly [name: string]: { readonly value: Json } };
  readonly connections: readonly CompiledConnection[];
  /** All that its identity may do, and nothing that none of its calls needs. */
  readonly grants: readonly Grant[];
}

/** A connection of a managed connector. */
export interface CompiledConnection {
  /** What the definition calls it in `$connections`. */
  readonly key: string;
  readonly connector: string;
  /** Name and id of the connection's resource. */
  readonly name: string;
  readonly id: string;
  /** Whether it uses the workflow's identity; otherwise somebody has to sign it in once, and it acts as that person. */
  readonly isManaged: boolean;
}

/** A right that the workflow's identity is given. */
export interface Grant {
  /** The scope of an Azure right is a full resource id. */
  readonly right: Right;
  /** Names of the actions and triggers that need it. */
  readonly neededBy: readonly string[];
}
