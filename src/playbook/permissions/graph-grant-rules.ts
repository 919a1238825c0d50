/** What taking back needs that somebody was granted: roles of applications and of the directory, and trust in a workload. */

import { type GraphRule, graphRule, ID } from "./graph-rule";

const read = "2026-11-26";
const APP_ROLES = ["AppRoleAssignment.ReadWrite.All"];
const DIRECTORY_ROLES = ["RoleManagement.ReadWrite.Directory"];
const ROLE_ASSIGNMENTS = "/roleManagement/directory/roleAssignments";

export const GRAPH_GRANT_RULES: readonly GraphRule[] = [
  graphRule("DELETE", `/users/${ID}/appRoleAssignments/${ID}`, {
    values: APP_ROLES,
    page: "user-delete-approleassignments",
    read,
  }),
  graphRule("DELETE", `/groups/${ID}/appRoleAssignments/${ID}`, {
    values: APP_ROLES,
    page: "group-delete-approleassignments",
    read,
  }),
  graphRule("DELETE", `/servicePrincipals/${ID}/appRoleAssignments/${ID}`, {
    values: APP_ROLES,
    page: "serviceprincipal-delete-approleassignments",
    read,
  }),
  graphRule("DELETE", `/servicePrincipals/${ID}/appRoleAssignedTo/${ID}`, {
    values: APP_ROLES,
    page: "serviceprincipal-delete-approleassignedto",
    read,
  }),
  graphRule("POST", ROLE_ASSIGNMENTS, { values: DIRECTORY_ROLES, page: "rbacapplication-post-roleassignments", read }),
  graphRule("DELETE", `${ROLE_ASSIGNMENTS}/${ID}`, {
    values: DIRECTORY_ROLES,
    page: "unifiedroleassignment-delete",
    read,
  }),
  graphRule("POST", "/identityProtection/riskyUsers/confirmSafe", {
    values: ["IdentityRiskyUser.ReadWrite.All"],
    page: "riskyuser-confirmsafe",
    read,
  }),
  graphRule("POST", "/identityProtection/riskyServicePrincipals/confirmCompromised", {
    values: ["IdentityRiskyServicePrincipal.ReadWrite.All"],
    page: "riskyserviceprincipal-confirmcompromised",
    read,
  }),
];
