/** A group becomes a security group without members of ours; one that is in the tenant already becomes nothing. */

import { checkGroup, type Group } from "../../access/check";
import { hasErrors } from "../../diagnostics";
import type { KindCompiler } from "../frame";
import { entraId } from "./entra-id";
import { withoutPicketKeys } from "./graph-object";
import { withoutUndefined } from "./without-undefined";

export const GROUP_TYPE = "azuread:index/group:Group";

export const group: KindCompiler<"Group"> = {
  kind: "Group",
  plane: "access",
  check: () => [],
  compile: ({ document, body, stage, at }, frame) => {
    const entry = {
      key: document.key,
      kind: document.kind,
      title: body.displayName ?? document.key,
      stage,
      parameters: {},
    };
    // An id from the tenant's settings says that the group is there.
    const own = document.body;
    const isThere = body.existing === true || (body.id !== undefined && body.id !== own.id);
    const graph = withoutPicketKeys(body) as Group;
    const diagnostics = isThere
      ? []
      : checkGroup(graph)
          .filter(({ code }) => code !== "PKT3003" && code !== "PKT3005")
          .map(({ pointer = "", ...each }) => ({ ...each, at: at(pointer) }));
    if (isThere || hasErrors(diagnostics)) return { compiled: { entry, resources: [] }, diagnostics };
    const rule = graph.membershipRule?.trim();
    const resource = {
      name: document.key,
      type: GROUP_TYPE,
      parent: "access" as const,
      inputs: withoutUndefined({
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
      }),
      dependsOn: [],
      options: withoutUndefined({ import: entraId(frame, document.key, "/groups/") }),
      origin: { document: document.key, path: document.place.path, line: document.place.line },
    };
    return { compiled: { entry, resources: [{ resource, at: () => at("") }] }, diagnostics };
  },
};
