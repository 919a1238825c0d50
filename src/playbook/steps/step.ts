/** What a step is: its settings, what it does, and how that is taken back. */

import type { TObject } from "typebox";
import type { Json } from "../expressions/value";
import type { Actions } from "./parts/actions";

/** Settings of a step, as the document has them; references are resolved to values. */
export type Settings = { readonly [key: string]: Json };

interface CommonStep {
  readonly name: string;
  /** What it does, as a sentence of the guide. */
  readonly summary: string;
  /** What it would do, as "would ..." goes on. */
  readonly does: (settings: Settings) => string;
  /** What happens when it runs twice. */
  readonly repeat: string;
  /** Pages of its calls, and the day they were read. */
  readonly source: string;
  readonly settings: TObject;
  /** Settings that name a document of that kind, or the id of an object. */
  readonly references?: { readonly [setting: string]: "Group" | "Watchlist" };
}

/** Changes an account: a workflow of its own makes the call, with a right that no other has. */
export interface AccountStep extends CommonStep {
  readonly kind: "account";
  /** Whether it can lock somebody out: the guard then comes first. */
  readonly isDestructive: boolean;
  /** `always`: never without approval. */
  readonly ask?: "always";
  /** `once`: not again on the same incident, because each time does harm; `undo`: only where the step that it takes back did something. */
  readonly memory?: "once" | "undo";
  /** The step that takes it back. */
  readonly undo?: string;
  /** The actions; the last is a Compose `Outcome` of `{ outcome, detail }`, where `outcome` is done, already, refused or failed. The account is `body('User')`. */
  readonly act: (settings: Settings, context: StepContext) => Actions;
}

/** Reads about an account. */
export interface AccountReadStep extends CommonStep {
  readonly kind: "account read";
  readonly read: (settings: Settings, context: StepContext) => Actions;
  /** An expression: what was found, as text. */
  readonly finding: string;
}

/** Decides whether anything is done about an account. */
export interface GateStep extends CommonStep {
  readonly kind: "gate";
  readonly ask: (settings: Settings, context: StepContext) => Actions;
  /** An expression: why nothing is done, or an empty text. */
  readonly refusal: (settings: Settings, context: StepContext) => string;
  /** An expression: what was answered, as text. */
  readonly told?: string;
  /** An expression: whether the question could not be put. Silence is an answer. */
  readonly isUnasked?: string;
}

/** Reads about an address. */
export interface SourceReadStep extends CommonStep {
  readonly kind: "source read";
  readonly read: (settings: Settings, context: StepContext) => Actions;
  readonly finding: string;
}

/** Changes what is let in from an address, in a workflow of its own; the address is `triggerBody()?['address']`. */
export interface SourceStep extends CommonStep {
  readonly kind: "source";
  readonly memory?: "undo";
  readonly undo?: string;
  readonly act: (settings: Settings, context: StepContext) => Actions;
}

/** A task for people, once for the incident. */
export interface TaskStep extends CommonStep {
  readonly kind: "task";
  readonly task: (settings: Settings) => { readonly title: string; readonly description: string };
}

export type Step = AccountStep | AccountReadStep | GateStep | SourceReadStep | SourceStep | TaskStep;

/** What steps know of where they run. */
export interface StepContext {
  /** Resource id of the workspace. */
  readonly workspace: string;
  /** An expression: the workspace's own id, by which Log Analytics is asked. */
  readonly workspaceGuid: string;
  readonly approval: Approval | undefined;
  /** Title of the playbook. */
  readonly title: string;
}

export interface Approval {
  readonly by: readonly string[];
  /** ISO 8601. */
  readonly within: string;
}
