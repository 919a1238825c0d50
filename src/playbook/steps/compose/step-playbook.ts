/** A playbook of steps, resolved for one tenant, and the workflows that it becomes. */

import type { Json } from "../../expressions/value";
import type { Guard } from "../parts/guard";
import type { Approval, Settings, Step } from "../step";

export type TriggerKind = "incident" | "alert" | "entity";

/** A step of the document with its common keys. */
export interface ChosenStep {
  readonly step: Step;
  /** Name of its actions and workflow: the step's, with a number where it stands twice. */
  readonly name: string;
  readonly settings: Settings;
  /** Values of `settings` that go in as parameters, because only the deployment knows them. */
  readonly parameters: Readonly<Record<string, Json>>;
  /** Whether it acts, or only says what it would do. */
  readonly isActing: boolean;
  readonly asksAlways: boolean;
  readonly continuesOnFailure: boolean;
  /** Of a step that takes another back: the name under which that one is remembered. */
  readonly takesBack?: string;
}

export interface StepPlaybook {
  readonly key: string;
  readonly title: string;
  readonly on: TriggerKind;
  readonly steps: readonly ChosenStep[];
  /** Whether anything but the one comment is written. */
  readonly isActing: boolean;
  /** Ids of the rules whose alerts count; undefined: all. */
  readonly ruleIds: readonly string[] | undefined;
  readonly accountsMax: number;
  readonly guard: Guard | undefined;
  readonly approval: Approval | undefined;
  /** Resource id of the workspace. */
  readonly workspace: string;
  /** A GUID of the playbook: part of the ids of its comments and tasks. */
  readonly guid: string;
  /** Key under which its doings are remembered on an incident: its own, or of an undo that of what it takes back. */
  readonly memoryKey: string;
  /** Resource id of a workflow by its name. */
  readonly workflowId: (name: string) => string;
}

export interface ComposedWorkflow {
  readonly name: string;
  readonly isChild: boolean;
  readonly definition: { readonly [member: string]: Json };
  /** Values, as ARM takes them, without connections. */
  readonly parameters: { readonly [name: string]: { readonly value: Json } };
  /** Name of the chosen step that it acts for; undefined for the orchestrator. */
  readonly step?: string;
}

/** Name of the workflow that acts for a step. */
export function childName(playbook: StepPlaybook, { name }: ChosenStep): string {
  return `${playbook.key}--${name}`;
}

/** Whether the step needs a workflow of its own. */
export function hasChild({ step, isActing }: ChosenStep): boolean {
  return isActing && (step.kind === "account" || step.kind === "source");
}

export function isAboutAccounts({ steps }: StepPlaybook): boolean {
  return steps.some(({ step }) => ["account", "account read", "gate"].includes(step.kind));
}

export function isAboutSources({ steps }: StepPlaybook): boolean {
  return steps.some(({ step }) => step.kind === "source" || step.kind === "source read");
}

/** Whether it may be that people have to take over before anything is done, observed or not. What only reads about addresses harms nobody. */
export function isBounded(playbook: StepPlaybook): boolean {
  return isAboutAccounts(playbook) || playbook.steps.some(({ step }) => step.kind === "source");
}

/** Whether it does nothing but read and give tasks, so that a read without answer is more than a gap in the comment. */
export function onlyReads({ steps }: StepPlaybook): boolean {
  return !steps.some(
    ({ step, isActing }) => step.kind === "gate" || (isActing && ["account", "source"].includes(step.kind)),
  );
}
