/** The analytics plane of a tenant: rules, hunts, functions, watchlists. */

import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { Resource } from "../src/plan";
import { type Deployment, deployResource } from "./deployment";
import { inOrderOfReference } from "./references";

/** Its resources are its children, whatever pack or folder they come from, so that moving a file changes no URN. */
export class Detections extends ComponentResource {
  constructor(resources: readonly Resource[], deployment: Deployment, options: ComponentResourceOptions) {
    super("picket:index:Detections", "detections", {}, options);
    for (const resource of inOrderOfReference(resources)) deployResource(resource, this, deployment);
    this.registerOutputs();
  }
}
