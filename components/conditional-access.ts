/** The access plane of a tenant: policies, locations, authentication strengths, groups. */

import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { Resource } from "../src/plan";
import { type Deployment, deployResource } from "./deployment";
import { inOrderOfReference } from "./references";

/** Its resources are its children. Policies refer to groups, locations and strengths, which are made first and deleted last: Entra refuses to
 *  delete a location that a policy names. */
export class ConditionalAccess extends ComponentResource {
  constructor(resources: readonly Resource[], deployment: Deployment, options: ComponentResourceOptions) {
    super("picket:index:ConditionalAccess", "conditional-access", {}, options);
    for (const resource of inOrderOfReference(resources)) deployResource(resource, this, deployment);
    this.registerOutputs();
  }
}
