/** One managed connector as its page documents it. */

import type { ConnectorAnswer } from "../../playbook/run";
import type { Caller } from "../api/caller";
import type { Reply } from "../api/reply";
import type { ApiRequest } from "../api/request";
import type { Tenant } from "../tenant";

export interface ConnectorRequest {
  readonly tenant: Tenant;
  readonly request: ApiRequest;
  readonly parts: Readonly<Record<string, string>>;
  readonly caller: Caller;
  readonly approval: ApprovalAnswer;
}

export interface ConnectorApi {
  /** Its name, as in `managedApis/{name}`. */
  readonly connector: string;
  /** A webhook that nobody answers gives `none`. */
  readonly answer: (request: ConnectorRequest) => Reply | Extract<ConnectorAnswer, { readonly kind: "none" }> | Delayed;
}

/** An answer that takes a while. */
export interface Delayed {
  readonly reply: Reply;
  readonly milliseconds: number;
}

/** What people are asked. */
export interface ApprovalRequest {
  readonly connector: string;
  /** Who is asked: addresses. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly options: readonly string[];
}

export interface ApprovalGiven {
  readonly option: string;
  /** Address of who answers. */
  readonly by: string;
  readonly milliseconds: number;
}

/** What a person answers; undefined where nobody does. */
export type ApprovalAnswer = (request: ApprovalRequest) => ApprovalGiven | undefined;
