/** The Plan: every resource that one tenant gets, as plain JSON. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What a tenant gets, in stable order: the same documents give the same bytes. */
export interface Plan {
  readonly version: 1;
  /** Key of the Tenant document. */
  readonly tenant: string;
  readonly target: Target;
  readonly documents: readonly PlanDocument[];
  /** Ordered by name; what depends on what is in `dependsOn`. */
  readonly resources: readonly Resource[];
  readonly inactive: readonly Inactive[];
  /** What a person has to do, because no API or no right of ours can. */
  readonly manual: readonly ManualStep[];
}

/** Where the Plan may be deployed, and nowhere else: the preflight compares it with what the credentials reach. */
export interface Target {
  readonly tenantId: string;
  readonly workspace?: WorkspaceName;
  /** False for a sample: `pulumi up` refuses it. */
  readonly deploy: boolean;
  /** True where a Plan without resources is meant. */
  readonly allowEmpty: boolean;
}

export interface WorkspaceName {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
}

export type Stage = "observe" | "alert" | "enforce";

/** A document that takes part in this tenant. */
export interface PlanDocument {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly stage: Stage;
  /** Effective values of the document's parameters. */
  readonly parameters: { readonly [name: string]: Json };
}

/** The component under which a resource stands. */
export type ResourceParent = "detections" | "access" | "response" | { readonly playbook: string };

export interface Resource {
  /** Unique over all types: the key, or `<key>--<role>`. */
  readonly name: string;
  /** Pulumi's type token, such as `azure-native:securityinsights:ScheduledAlertRule`. */
  readonly type: string;
  readonly parent: ResourceParent;
  /** The resource's inputs. Leaves may be an OutputLeaf, LookupLeaf or SecretLeaf; they are never spliced into text. */
  readonly inputs: { readonly [key: string]: Json };
  /** Names of resources that must be there first. */
  readonly dependsOn: readonly string[];
  readonly options: ResourceOptions;
  /** The only part that moving a file may change; comparison leaves it out. */
  readonly origin: Origin;
}

/** The value of an output of another resource of this Plan; `path` is a dotted path from its outputs. */
export interface OutputLeaf {
  readonly "picket:output": { readonly name: string; readonly path: string };
}

/** The value of a provider function, such as `azuread:index/getServicePrincipal:getServicePrincipal`; `path` is a dotted path into its result. */
export interface LookupLeaf {
  readonly "picket:lookup": {
    readonly type: string;
    readonly args: { readonly [key: string]: Json };
    readonly path: string;
  };
}

/** The encrypted configuration value `picket:<key>`. */
export interface SecretLeaf {
  readonly "picket:secret": string;
}

export interface ResourceOptions {
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  readonly deleteBeforeReplace?: boolean;
  readonly replaceOnChanges?: readonly string[];
  readonly ignoreChanges?: readonly string[];
  /** Id of the existing resource that this one takes over. */
  readonly import?: string;
  /** Earlier logical names. */
  readonly aliases?: readonly string[];
}

export interface Origin {
  readonly document: string;
  readonly path: string;
  readonly line: number;
}

/** A document that this tenant does not get, and why. */
export interface Inactive {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly because: string;
}

export interface ManualStep {
  readonly document: string;
  readonly title: string;
  readonly description: string;
}
