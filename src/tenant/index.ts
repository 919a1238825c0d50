/** Face of the room: an in-memory tenant that answers as Graph, ARM and the connectors document. */

export { type AzureGrant, type Caller, NOBODY } from "./api/caller";
export { azureRoutes } from "./azure/azure-api";
export type { QueryAnswer, QueryTable } from "./azure/log-analytics";
export type { ApprovalAnswer, ApprovalGiven, ApprovalRequest } from "./connectors/connector-api";
export { groupsOf, type Licence, type Properties, type User, userNamed } from "./directory";
export { type Fault, type FaultPlan, faultPlan, type ShownCall } from "./faults";
export { graphRoutes } from "./graph/graph-api";
export { type GroupSeed, newTenant, type TenantSeed, type UserSeed, type WatchlistSeed } from "./new-tenant";
export { ENTITY_TYPES_KEPT, entityResource as newEntity, mappedEntity } from "./sentinel/entity-kinds";
export { type AlertParts, addIncident, type IncidentParts } from "./sentinel/new-incident";
export { alertTriggerBody, entityTriggerBody, incidentTriggerBody } from "./sentinel/trigger-bodies";
export { shownCall } from "./shown-call";
export type { SentMessage, Tenant } from "./tenant";
export { type TenantWorld, tenantAnswer } from "./tenant-answer";
export { type Incident, type Resource, sentinelResourceId, type Workspace, workspaceResourceId } from "./workspace";
