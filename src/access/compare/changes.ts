/** stub */
import type { PolicySet } from "../model/policy-set";
import type { World } from "../model/world";
export interface Change {
  readonly effect: "weaker" | "stronger" | "different";
}
export function changesBetween(_: {
  before: { set: PolicySet; world: World };
  after: { set: PolicySet; world: World };
}): readonly Change[] {
  return [];
}
