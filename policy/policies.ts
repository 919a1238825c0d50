/** Pulumi policies from the checks on one resource: the compiler runs those on a Plan, the pack on whatever a program registers. */

import type { EnforcementLevel, ResourceValidationPolicy } from "@pulumi/policy";
import { type ResourceCheck, resourceChecks } from "../src/plan";

/** By what a check finds: an error is something that the service refuses. */
const LEVELS: Readonly<Record<ResourceCheck["severity"], EnforcementLevel>> = {
  error: "mandatory",
  warning: "advisory",
  info: "disabled",
};

/** One for each check, named by its code: an error stops the deployment, a warning is only told. */
export const policies: readonly ResourceValidationPolicy[] = resourceChecks.map(policyOf);

function policyOf(check: ResourceCheck): ResourceValidationPolicy {
  return {
    name: check.code,
    displayName: check.title,
    description: `${check.title}: ${check.why}`,
    enforcementLevel: LEVELS[check.severity],
    validateResource: ({ type, props }, reportViolation) => {
      for (const { path, message, help } of check.run({ type, inputs: props })) {
        reportViolation(`${path}: ${message}${help === undefined ? "" : ` (${help})`}`);
      }
    },
  };
}
