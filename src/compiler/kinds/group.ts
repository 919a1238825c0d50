/** A group becomes a security group without members of ours; one that is in the tenant already becomes nothing. */

import { checkGroup, type Group } from "../../access/check";
import { hasErrors } from "../../diagnostics";
import type { KindCompiler } from "../frame";
import { entraEntry, entraResource, news } from "./entra-object";
import { withoutPicketKeys } from "./graph-object";

export const GROUP_TYPE = "azuread:index/group:Group";

export const group: KindCompiler<"Group"> = {
  kind: "Group",
  plane: "access",
  check: () => [],
  compile: (effective) => {
    const { document, body, at } = effective;
    const entry = entraEntry(effective);
    // An id from the tenant's settings says that the group is there.
    const own = document.body;
    const isThere = body.existing === true || (body.id !== undefined && body.id !== own.id);
    const graph = withoutPicketKeys(body) as Group;
    const found = isThere ? [] : news(checkGroup(graph));
    const diagnostics = found.map(({ pointer = "", ...each }) => ({ ...each, at: at(pointer) }));
    if (isThere || hasErrors(diagnostics)) return { compiled: { entry, resources: [] }, diagnostics };
    const rule = graph.membershipRule?.trim();
    const resource = entraResource(effective, {
      type: GROUP_TYPE,
      inputs: {
        displayName: graph.displayName ?? "",
        description: graph.description ?? undefined,
        securityEnabled: true,
        assignableToRole: graph.isAssignableToRole ? true : undefined,
        types: rule ? ["DynamicMembership"] : undefined,
        dynamicMembership: rule
          ? { enabled: graph.membershipRuleProcessingState?.toLowerCase() !== "paused", rule }
          : undefined,
        // Names are not unique in Entra: a second group of the name would be another one than people mean.
        preventDuplicateNames: true,
      },
    });
    return { compiled: { entry, resources: [resource] }, diagnostics };
  },
};
