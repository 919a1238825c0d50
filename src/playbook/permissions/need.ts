/** What a call of a workflow needs before it is allowed. */

export type Right = GraphRight | ApplicationRight | AzureRight;

/** An application permission of Microsoft Graph. */
export interface GraphRight {
  readonly kind: "graph";
  readonly value: string;
  /** Id of the app role. */
  readonly id: string;
}

/** An application permission of another API. */
export interface ApplicationRight {
  readonly kind: "application";
  /** Application id of the API. */
  readonly appId: string;
  readonly value: string;
}

/** An Azure role at a scope. */
export interface AzureRight {
  readonly kind: "azure";
  readonly role: string;
  /** Role definition id. */
  readonly id: string;
  /** Resource id with `{}` for what only the run knows; `workspace` for the workspace of the trigger. */
  readonly scope: string;
}

export type Need =
  /** The identity needs these rights; with none it needs no right. */
  | { readonly kind: "rights"; readonly rights: readonly Right[]; readonly source: string }
  /** Somebody must sign the connection in; it then acts as that person. */
  | { readonly kind: "consent"; readonly connector: string; readonly source: string }
  /** The call brings credentials of its own, or none. */
  | { readonly kind: "credentials"; readonly type: string }
  /** No application may do this, whatever it is given. */
  | { readonly kind: "delegatedOnly"; readonly source: string }
  /** Not in the tables: it has to be declared. `isReading`: yet it is known to change nothing. */
  | { readonly kind: "unknown"; readonly why: string; readonly isReading?: true };

/** A call as far as it is known before a run. */
export interface KnownCall {
  readonly method: string;
  /** `{}` for what only the run knows. */
  readonly uri?: string;
  readonly path?: string;
  /** Of a managed connector, such as `azuresentinel`. */
  readonly connector?: string;
  /** Does the connection use the identity of the workflow? */
  readonly isManagedConnection?: boolean;
  /** Type of `authentication`; absent = none. */
  readonly authentication?: string;
  /** Keys of the body; absent when only the run knows them. */
  readonly bodyKeys?: readonly string[];
}

/** Rights that reach far beyond the one account that a playbook acts on; a document has to accept each by name. */
export const HIGH_RISK_RIGHTS: ReadonlySet<string> = new Set([
  "Application.ReadWrite.All",
  "AppRoleAssignment.ReadWrite.All",
  "Contributor",
  "DeviceManagementManagedDevices.PrivilegedOperations.All",
  "Directory.ReadWrite.All",
  "GroupMember.ReadWrite.All",
  "Group.ReadWrite.All",
  "Mail.ReadWrite",
  "Mail.Send",
  "MailboxSettings.ReadWrite",
  "Microsoft Sentinel Contributor",
  "Owner",
  "Policy.ReadWrite.ConditionalAccess",
  "RoleManagement.ReadWrite.Directory",
  "User Access Administrator",
  "User-PasswordProfile.ReadWrite.All",
  "User.ReadWrite.All",
  "UserAuthenticationMethod.ReadWrite.All",
]);
