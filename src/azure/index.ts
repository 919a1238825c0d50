/** Face of the room: numbers, ids and names that Azure sets. */

export * from "./access-limits";
export { TACTICS, type Technique, techniques } from "./attack";
export * from "./automation-rules";
export { COUNTRY_CODES } from "./country-codes";
export { ENTITY_TYPES, identifiersOf, REQUIRED_IDENTIFIERS, strongSetsOf } from "./entities";
export { type EntraRole, entraRoles, roleIdOf, roleNames } from "./entra-roles";
export { APP_IDS, appIdOf, type FirstPartyApp, firstPartyApps } from "./first-party-apps";
export { azureRoleId, azureRoleName, graphPermissionId, graphPermissionName } from "./roles";
export * from "./sentinel-limits";
export { ianaZoneOf } from "./time-zones";
