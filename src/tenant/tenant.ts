/** The memory of an in-memory tenant. */

import type { Directory, Properties } from "./directory";
import type { Workspace } from "./workspace";

export interface Tenant {
  readonly tenantId: string;
  readonly directory: Directory;
  readonly workspace: Workspace;
  /** Named locations of conditional access by id, as Graph shows them. */
  readonly namedLocations: Map<string, Properties>;
  /** Conditional access policies by id, as Graph shows them. */
  readonly policies: Map<string, Properties>;
  /** What Defender Threat Intelligence says of a host, by address or name. */
  readonly reputations: Map<string, Properties>;
  /** Azure role assignments, as ARM shows their properties. */
  readonly azureAssignments: Properties[];
  /** What was sent through connectors, in order. */
  readonly sent: SentMessage[];
}

export interface SentMessage {
  readonly connector: string;
  readonly path: string;
  readonly to: string;
  readonly text: string;
}
