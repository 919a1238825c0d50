/** Stages: the lowest of those that tenant, override and document allow. */

import type { Stage } from "../plan";

const ORDER: readonly Stage[] = ["observe", "alert", "enforce"];

/** The lowest of the stages given; a missing one is no ceiling. */
export function lowestStage(...stages: readonly (Stage | undefined)[]): Stage {
  const indexes = stages.flatMap((stage) => (stage === undefined ? [] : [ORDER.indexOf(stage)]));
  return ORDER[Math.min(ORDER.length - 1, ...indexes)] ?? "enforce";
}
