/** Azure role assignments of a principal in a subscription. */

import { ok, refuse } from "../api/reply";
import { type AzureRoute, page } from "./azure-route";

export const roleAssignmentRoutes: readonly AzureRoute[] = [
  {
    method: "GET",
    path: "/subscriptions/{subscription}/providers/Microsoft.Authorization/roleAssignments",
    source: page("authorization/role-assignments/list-for-subscription"),
    operation: "Microsoft.Authorization/roleAssignments/read",
    options: ["$filter"],
    answer: ({ tenant, request, parts }) => {
      const filter = request.query.get("$filter") ?? "";
      const principal = /^(?:assignedTo\('([^']+)'\)|principalId eq '([^']+)')$/.exec(filter);
      if (!principal) return refuse(`the $filter \`${filter}\` of role assignments is not in the contract`);
      const id = principal[1] ?? principal[2];
      const scope = `/subscriptions/${parts.subscription}`.toLowerCase();
      const value = tenant.azureAssignments
        .filter(
          (each) =>
            each.principalId === id &&
            String(each.scope ?? "")
              .toLowerCase()
              .startsWith(scope),
        )
        .map((properties, index) => ({
          id: `${String(properties.scope)}/providers/Microsoft.Authorization/roleAssignments/${index}`,
          name: String(index),
          type: "Microsoft.Authorization/roleAssignments",
          properties,
        }));
      return ok({ value });
    },
  },
];
