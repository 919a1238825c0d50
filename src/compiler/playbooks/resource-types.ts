/** Types of the resources of which playbooks are made. */

export const WORKFLOW_TYPE = "azure-native:logic:Workflow";
export const ROLE_ASSIGNMENT_TYPE = "azure-native:authorization:RoleAssignment";
export const APP_ROLE_ASSIGNMENT_TYPE = "azuread:index/appRoleAssignment:AppRoleAssignment";
export const SERVICE_PRINCIPAL_LOOKUP = "azuread:index/getServicePrincipal:getServicePrincipal";
