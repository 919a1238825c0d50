/** Which resources of a Plan refer to which, and so the order in which they can be made. */

import { compareTexts, invariant } from "../src/diagnostics";
import { leavesOf, type Resource } from "../src/plan";

/** Names of the resources that must be made first. */
export function referencesOf({ inputs, dependsOn }: Resource): readonly string[] {
  const outputs = [...leavesOf(inputs)].flatMap((leaf) =>
    "picket:output" in leaf ? [leaf["picket:output"].name] : [],
  );
  return [...new Set([...dependsOn, ...outputs])].sort(compareTexts);
}

/** What is referred to comes first; else the Plan's order. References out of the list are left to the caller. */
export function inOrderOfReference(resources: readonly Resource[]): readonly Resource[] {
  const byName = new Map(resources.map((resource) => [resource.name, resource]));
  const ordered = new Set<Resource>();
  const open = new Set<Resource>();
  const visit = (resource: Resource): void => {
    if (ordered.has(resource)) return;
    invariant(!open.has(resource), `\`${resource.name}\` must not refer to itself, not even through others`);
    open.add(resource);
    for (const name of referencesOf(resource)) {
      const first = byName.get(name);
      if (first !== undefined) visit(first);
    }
    open.delete(resource);
    ordered.add(resource);
  };
  for (const resource of resources) visit(resource);
  return [...ordered];
}
