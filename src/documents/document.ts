/** A document: typed content that knows where each part of it stands. */

import type { Span } from "../diagnostics";
import type { AccessTestBody } from "./kinds/access-test";
import type { AuthenticationStrengthBody } from "./kinds/authentication-strength";
import type { AutomationRuleBody } from "./kinds/automation-rule";
import type { ConditionalAccessPolicyBody } from "./kinds/conditional-access-policy";
import type { DetectionTestBody } from "./kinds/detection-test";
import type { FunctionBody } from "./kinds/function";
import type { GroupBody } from "./kinds/group";
import type { HuntingQueryBody } from "./kinds/hunting-query";
import type { NamedLocationBody } from "./kinds/named-location";
import type { NrtBody } from "./kinds/nrt";
import type { PlaybookBody } from "./kinds/playbook";
import type { PlaybookTestBody } from "./kinds/playbook-test";
import type { ScheduledBody } from "./kinds/scheduled";
import type { TableBody } from "./kinds/table";
import type { TenantBody } from "./kinds/tenant";
import type { WatchlistBody } from "./kinds/watchlist";
import type { PointerPart } from "./yaml/pointer-span";

/** The content of each kind. */
export interface Bodies {
  readonly Scheduled: ScheduledBody;
  readonly NRT: NrtBody;
  readonly HuntingQuery: HuntingQueryBody;
  readonly Function: FunctionBody;
  readonly Watchlist: WatchlistBody;
  readonly Table: TableBody;
  readonly Playbook: PlaybookBody;
  readonly AutomationRule: AutomationRuleBody;
  readonly ConditionalAccessPolicy: ConditionalAccessPolicyBody;
  readonly NamedLocation: NamedLocationBody;
  readonly AuthenticationStrength: AuthenticationStrengthBody;
  readonly Group: GroupBody;
  readonly Tenant: TenantBody;
  readonly DetectionTest: DetectionTestBody;
  readonly AccessTest: AccessTestBody;
  readonly PlaybookTest: PlaybookTestBody;
}

export type Kind = keyof Bodies;

export interface DocumentOf<K extends Kind> {
  readonly kind: K;
  /** The logical name: `key`, else `id`. Unique over all documents of a repository. */
  readonly key: string;
  /** Null keys are left out. */
  readonly body: Bodies[K];
  readonly place: DocumentPlace;
}

/** Any document, told apart by `kind`. */
export type Document = { readonly [K in Kind]: DocumentOf<K> }[Kind];

/** Where the parts of a document stand. */
export interface DocumentPlace {
  readonly path: string;
  /** Line of the document's first key, from 1. */
  readonly line: number;
  /** The span of a JSON pointer into the document. */
  readonly at: (pointer: string, part?: PointerPart) => Span;
  /** The span of a part of the text at a pointer, by offsets in the text as it was read: a column inside a KQL block. */
  readonly within: (pointer: string, start: number, end: number) => Span;
}
