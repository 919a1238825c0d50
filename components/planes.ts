/** The components right under a Tenant: one for each plane that can be deployed. */

import type { ComponentResource, ComponentResourceOptions } from "@pulumi/pulumi";
import { compareTexts } from "../src/diagnostics";
import type { Resource } from "../src/plan";
import { ConditionalAccess } from "./conditional-access";
import type { Deployment } from "./deployment";
import { Detections } from "./detections";
import { Playbook } from "./playbook";
import { Response } from "./response";

export type Plane = new (
  resources: readonly Resource[],
  deployment: Deployment,
  options: ComponentResourceOptions,
) => ComponentResource;

/** The component for all resources of one parent. */
export interface Part {
  readonly resources: readonly Resource[];
  readonly make: (deployment: Deployment, options: ComponentResourceOptions) => ComponentResource;
}

/** The components of some resources, in order: planes, playbooks by key, and what runs them. */
export function partsOf(resources: readonly Resource[]): readonly Part[] {
  const of = (parent: Resource["parent"]) => resources.filter((each) => each.parent === parent);
  const planeParts = (names: readonly Resource["parent"][]) =>
    names.flatMap((name): readonly Part[] => {
      const [own, Plane] = [of(name), planes.get(name)];
      return own.length > 0 && Plane
        ? [{ resources: own, make: (deployment, options) => new Plane(own, deployment, options) }]
        : [];
    });
  const names = [...planes.keys()];
  return [
    ...planeParts(names.filter((name) => name !== "response")),
    ...playbookParts(resources),
    ...planeParts(["response"]),
  ];
}

function playbookParts(resources: readonly Resource[]): readonly Part[] {
  const byKey = new Map<string, Resource[]>();
  for (const resource of resources) {
    if (typeof resource.parent === "string") continue;
    const { playbook } = resource.parent;
    byKey.set(playbook, [...(byKey.get(playbook) ?? []), resource]);
  }
  return [...byKey]
    .sort(([left], [right]) => compareTexts(left, right))
    .map(([key, own]) => ({
      resources: own,
      make: (deployment, options) => new Playbook(key, own, deployment, options),
    }));
}

/** In order: what stands in a plane may refer to what stands in an earlier one. */
export const planes: ReadonlyMap<Resource["parent"], Plane> = new Map<Resource["parent"], Plane>([
  ["detections", Detections],
  ["access", ConditionalAccess],
  ["response", Response],
]);
