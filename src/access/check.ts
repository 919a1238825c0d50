/** Face of the room: the shapes of Graph's objects, and everything that can be wrong with them. */

import type { CheckInfo } from "../diagnostics";
import { policyChecks } from "./check/check-policy";
import { strengthChecks } from "./checks/authentication-strength";
import { filterChecks } from "./checks/filter";
import { groupChecks } from "./checks/group";
import { locationChecks } from "./checks/named-location";
import { requestChecks } from "./checks/request";
import { shapeChecks } from "./checks/shape";
import { tenantChecks } from "./checks/tenant";

export { checkAuthenticationStrength } from "./check/check-authentication-strength";
export { checkGroup } from "./check/check-group";
export { checkNamedLocation } from "./check/check-named-location";
export { checkPolicyDefinition } from "./check/check-policy";
export {
  checkTenantDefinition,
  checkTenantTotals,
  type TenantDefinition,
  TenantDefinitionShape,
} from "./check/check-tenant";
export { type AuthenticationStrength, AuthenticationStrengthShape } from "./shapes/authentication-strength";
export { type ConditionalAccessPolicy, ConditionalAccessPolicyShape } from "./shapes/conditional-access-policy";
export { type Group, GroupShape } from "./shapes/group";
export { kindOfLocation, type NamedLocation, NamedLocationShape } from "./shapes/named-location";
export { isAnnotation, readShape } from "./shapes/read-shape";

/** All records of the room, by code. */
export const checks: readonly CheckInfo[] = [
  ...Object.values(shapeChecks),
  ...Object.values(requestChecks),
  ...Object.values(filterChecks),
  ...policyChecks,
  ...Object.values(locationChecks),
  ...Object.values(tenantChecks),
  ...Object.values(groupChecks),
  ...Object.values(strengthChecks),
].sort((left, right) => (left.code < right.code ? -1 : 1));
