/** Checks one group. */

import { type Diagnostic, finding, hasErrors } from "../../diagnostics";
import { groupChecks } from "../checks/group";
import { type Group, GroupShape } from "../shapes/group";
import { readShape } from "../shapes/read-shape";

export function checkGroup(definition: unknown): readonly Diagnostic[] {
  const { value, diagnostics } = readShape<Group>(GroupShape, definition);
  if (!value || hasErrors(diagnostics)) return diagnostics;
  return [...diagnostics, ...findings(value)];
}

function* findings(group: Group): Iterable<Diagnostic> {
  if (!group.displayName?.trim())
    yield finding(groupChecks.name, { message: "a group has a `displayName`", pointer: "/displayName" });
  const isUnified = group.groupTypes?.some((type) => type.toLowerCase() === "unified") ?? false;
  if (isUnified || group.mailEnabled === true || group.securityEnabled === false) {
    const pointer = isUnified ? "/groupTypes" : group.mailEnabled ? "/mailEnabled" : "/securityEnabled";
    const help = "an existing one can be named by its id: `existing: true` and `id`";
    yield finding(groupChecks.notSecurity, { message: "only security groups without mail are made", pointer, help });
  }
  if (group.isAssignableToRole === true && group.membershipRule?.trim())
    yield finding(groupChecks.dynamicRole, {
      message: "a group for roles can't have a membership rule",
      pointer: "/membershipRule",
    });
}
