/** The components right under a Tenant: one for each plane that can be deployed. */

import type { ComponentResource, ComponentResourceOptions } from "@pulumi/pulumi";
import type { Resource } from "../src/plan";
import { ConditionalAccess } from "./conditional-access";
import type { Deployment } from "./deployment";
import { Detections } from "./detections";

export type Plane = new (
  resources: readonly Resource[],
  deployment: Deployment,
  options: ComponentResourceOptions,
) => ComponentResource;

/** In order: what stands in a plane may refer to what stands in an earlier one. */
export const planes: ReadonlyMap<Resource["parent"], Plane> = new Map<Resource["parent"], Plane>([
  ["detections", Detections],
  ["access", ConditionalAccess],
]);
