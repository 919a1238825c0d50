/** The guard of a playbook in a tenant: who its break-glass accounts are, who is exempt. */

import { type Diagnostic, didYouMean, finding } from "../../diagnostics";
import type { Json } from "../../plan";
import { CHECKED_GROUPS_MAX, type Guard } from "../../playbook/steps";
import { breakGlassUnknown } from "../checks/playbooks/break-glass-unknown";
import { guardGroups } from "../checks/playbooks/guard-groups";
import { unknownReference } from "../checks/playbooks/unknown-reference";
import type { Effective, Frame } from "../frame";
import { groupValue } from "./group-value";

/** `pointer` is what needs the guard. */
export function tenantGuard(
  { body, at }: Effective<"Playbook">,
  frame: Frame,
  pointer: string,
  diagnostics: Diagnostic[],
): Guard {
  const { breakGlass } = frame.access;
  if (breakGlass?.group === undefined) {
    const message = `the tenant \`${frame.tenant?.key ?? ""}\` does not say who its break-glass accounts are`;
    const help = "`breakGlass: { group: <object id> }` in the tenant";
    diagnostics.push(finding(breakGlassUnknown, { message, help, at: at(pointer) }));
  }
  const exempt = (body.guard?.exempt ?? []).flatMap((name, index): readonly Json[] => {
    const group = groupValue(name, frame);
    if (group !== undefined) return [group];
    const help = didYouMean(name, frame.access.groups.keys());
    const place = at(`/guard/exempt/${index}`);
    const message = `no Group has the key \`${name}\``;
    diagnostics.push(finding(unknownReference, { message, at: place, ...(help ? { help } : {}) }));
    return [];
  });
  const breakGlassGroups = breakGlass?.group === undefined ? [] : [breakGlass.group.toLowerCase()];
  if (breakGlassGroups.length + exempt.length > CHECKED_GROUPS_MAX) {
    const message = `${exempt.length} exempt groups beside the break-glass group, at most ${CHECKED_GROUPS_MAX - 1}`;
    diagnostics.push(finding(guardGroups, { message, at: at("/guard/exempt") }));
  }
  return {
    breakGlassGroups,
    breakGlassUsers: (breakGlass?.users ?? []).map((id) => id.toLowerCase()),
    exemptGroups: exempt,
    privileged: body.guard?.privileged ?? "refuse",
    services: body.guard?.services ?? [],
  };
}
