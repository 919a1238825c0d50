/** One playbook: connections, workflows, and the rights of each workflow's identity. */

import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { Resource } from "../src/plan";
import { type Deployment, deployResource } from "./deployment";
import { inOrderOfReference } from "./references";

/** Called by the key of its document. Its resources are its children: the workflows of its steps and those that take them back as well. */
export class Playbook extends ComponentResource {
  constructor(key: string, resources: readonly Resource[], deployment: Deployment, options: ComponentResourceOptions) {
    super("picket:index:Playbook", key, {}, options);
    for (const resource of inOrderOfReference(resources)) deployResource(resource, this, deployment);
    this.registerOutputs();
  }
}
