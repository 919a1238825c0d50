/** The response plane of a tenant: automation rules, and Sentinel's right to start playbooks. */

import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { Resource } from "../src/plan";
import { type Deployment, deployResource } from "./deployment";
import { inOrderOfReference } from "./references";

/** Its resources are its children. Playbooks are components of their own, made before it, because automation rules run them. */
export class Response extends ComponentResource {
  constructor(resources: readonly Resource[], deployment: Deployment, options: ComponentResourceOptions) {
    super("picket:index:Response", "response", {}, options);
    for (const resource of inOrderOfReference(resources)) deployResource(resource, this, deployment);
    this.registerOutputs();
  }
}
