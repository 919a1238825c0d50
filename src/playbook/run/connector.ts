/** The calls that a run makes, and how the world answers them. */

import type { Json } from "../expressions/value";

/** One call, as it would go out. */
export interface ConnectorCall {
  readonly kind: "http" | "connector" | "webhook" | "workflow" | "other";
  readonly action: string;
  /** Type of the action, such as `ApiConnection`. */
  readonly type: string;
  /** Indexes of the loops around the action, the outermost first; empty outside loops. */
  readonly iteration: readonly number[];
  readonly method: string;
  /** Of an HTTP call, with its query. */
  readonly uri?: string;
  /** Of a managed connector, as in the definition, evaluated. */
  readonly path?: string;
  readonly queries?: Json;
  readonly headers?: Json;
  readonly body?: Json;
  /** Who calls. */
  readonly identity?: CallIdentity;
  /** Of a managed connector: id of its connection. */
  readonly connection?: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Asks for the end of an operation that answered 202. */
  readonly isPoll: boolean;
  /** The virtual time of the call, ISO 8601. */
  readonly at: string;
  /** Id of the called workflow that makes the call; absent for the run's own calls. */
  readonly workflow?: string;
}

export interface CallIdentity {
  /** As in the definition: `ManagedServiceIdentity`, `ActiveDirectoryOAuth`, `Basic`, ... */
  readonly type: string;
  readonly audience?: string;
  /** Resource id of a user-assigned identity; absent for the system-assigned one. */
  readonly identity?: string;
}

/** `none`: nobody answers, so that a webhook times out. `unknown`: the world has no answer to give, which refuses the run by name. */
export type ConnectorAnswer =
  | {
      readonly kind: "answer";
      readonly statusCode: number;
      readonly headers?: Json;
      readonly body?: Json;
      /** Virtual duration; 0 when left out. */
      readonly milliseconds?: number;
    }
  | { readonly kind: "none" }
  | { readonly kind: "unknown"; readonly message: string };

/** Answers a call: stubs, an in-memory tenant, a person's decision. */
export type Answer = (call: ConnectorCall) => ConnectorAnswer | Promise<ConnectorAnswer>;

/** A call with all its tries, as the run reports it. */
export interface RecordedCall extends Omit<ConnectorCall, "attempt"> {
  readonly attempts: number;
  /** Status code of the last answer; absent when nobody answered. */
  readonly statusCode?: number;
}
