/** Face of the room: the Plan and its one spelling. */

export { canonicalJson } from "./canonical-json";
export { GENERIC_RESOURCE_TYPE, SCHEDULED_RULE_TYPE } from "./checks/alert-rule";
export { resourceChecks } from "./checks/checks";
export type { ResourceCheck, ResourceFinding, ResourceInputs } from "./checks/resource-check";
export { type Change, type ChangeKind, compare, type OldState, type PropertyChange } from "./compare";
export { codeOf, maskedCode } from "./kql-code";
export { type Leaf, leafOf, leavesOf } from "./leaf";
export { oldStateOf } from "./old-state";
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
export { resourceWord } from "./resource-word";
