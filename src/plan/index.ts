/** Face of the room: the Plan and its one spelling. */

export { canonicalJson } from "./canonical-json";
export type {
  Inactive,
  Json,
  LookupLeaf,
  ManualStep,
  Origin,
  OutputLeaf,
  Plan,
  PlanDocument,
  Resource,
  ResourceOptions,
  ResourceParent,
  SecretLeaf,
  Stage,
  Target,
  WorkspaceName,
} from "./plan";
