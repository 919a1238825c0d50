/** Who calls, and what that identity was granted. */

/** The grants of one identity; what a playbook's identity gets is all that it has. */
export interface Caller {
  /** Application permissions of Microsoft Graph, by value. */
  readonly graph: ReadonlySet<string>;
  /** Azure roles at resource ids. */
  readonly azure: readonly AzureGrant[];
  /** Connectors that somebody has signed in. */
  readonly consents: ReadonlySet<string>;
}

export interface AzureGrant {
  /** Name of the built-in role. */
  readonly role: string;
  /** Resource id: the role holds for it and all below. */
  readonly scope: string;
}

/** An identity without grants. */
export const NOBODY: Caller = { graph: new Set(), azure: [], consents: new Set() };
