/** Lists what an account can reach. */

import { Type } from "typebox";
import { type Actions, call, GRAPH, inOrder, select } from "./parts/actions";
import type { AccountReadStep } from "./step";

/** Names of the first twenty, and whether there are more than one page of Graph holds. */
function part(title: string, list: string, page: string): string {
  const all = `coalesce(body('${list}'), json('[]'))`;
  const more = `if(empty(body('${page}')?['@odata.nextLink']), '', ' and more')`;
  return `'${title} ', length(${all}), ${more}, ': ', join(take(${all}, 20), ', ')`;
}

export const reviewAccess: AccountReadStep = {
  kind: "account read",
  name: "review-access",
  summary:
    "Lists groups, directory roles, consents and owned objects of the account in the incident's comment, and its Azure roles in the subscriptions that are named.",
  does: () => "review what the account can reach",
  repeat: "It only reads.",
  source: "https://learn.microsoft.com/graph/api/user-list-transitivememberof, read 2026-11-23",
  settings: Type.Object({
    subscriptions: Type.Optional(
      Type.Array(Type.String({ format: "guid" }), {
        description: "Ids of subscriptions in which its Azure roles are looked up; needs Reader on each.",
      }),
    ),
  }),
  read: ({ subscriptions }) => {
    const user = `${GRAPH}/users/@{body('User')?['id']}`;
    return inOrder({
      Reach_groups: call({ method: "GET", uri: `${user}/transitiveMemberOf?$select=id,displayName&$top=999` }),
      Reach_roles: call({
        method: "GET",
        uri: `${GRAPH}/roleManagement/directory/roleAssignments?$filter=principalId eq '@{body('User')?['id']}'&$expand=roleDefinition`,
      }),
      Reach_consents: call({ method: "GET", uri: `${user}/oauth2PermissionGrants` }),
      Reach_owned: call({ method: "GET", uri: `${user}/ownedObjects?$select=id,displayName` }),
      ...azureRoles(subscriptions as readonly string[] | undefined),
      Group_names: select("body('Reach_groups')?['value']", "@coalesce(item()?['displayName'], item()?['id'])"),
      Role_names: select(
        "body('Reach_roles')?['value']",
        "@coalesce(item()?['roleDefinition']?['displayName'], item()?['roleDefinitionId'])",
      ),
      Consent_names: select("body('Reach_consents')?['value']", "@trim(coalesce(item()?['scope'], ''))"),
      Owned_names: select("body('Reach_owned')?['value']", "@coalesce(item()?['displayName'], item()?['id'])"),
    });
  },
  finding: `concat(${[
    part("groups", "Group_names", "Reach_groups"),
    part("; directory roles", "Role_names", "Reach_roles"),
    part("; consents", "Consent_names", "Reach_consents"),
    part("; owns", "Owned_names", "Reach_owned"),
  ].join(", ")})`,
};

/** Version of the API. Source: https://learn.microsoft.com/rest/api/authorization/role-assignments/list-for-subscription, read 2026-11-23. */
const API_VERSION = "2022-04-01";

function azureRoles(subscriptions: readonly string[] = []): Actions {
  const entries = subscriptions.map((id, index) => {
    const assignments = `https://management.azure.com/subscriptions/${id}/providers/Microsoft.Authorization/roleAssignments`;
    const uri = `${assignments}?api-version=${API_VERSION}&$filter=assignedTo('@{body('User')?['id']}')`;
    return [`Azure_roles_${index + 1}`, call({ method: "GET", uri })] as const;
  });
  return Object.fromEntries(entries);
}
