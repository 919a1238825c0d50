/** What a person calls the kind of a resource. */

import { GENERIC_RESOURCE_TYPE } from "./checks/alert-rule";

interface TypedResource {
  readonly type: string;
  readonly inputs: { readonly [key: string]: unknown };
}

/** The last part of the type, such as ScheduledAlertRule; of a resource of no class of its own what it is in ARM: a rule's kind, else the type there. */
export function resourceWord({ type, inputs }: TypedResource): string {
  const { resourceType, kind } = inputs;
  const own = type.split(":").at(-1) ?? type;
  if (type !== GENERIC_RESOURCE_TYPE) return own;
  const word = resourceType === "alertRules" ? kind : resourceType;
  return typeof word === "string" ? word : own;
}
