/** The typed class of each resource type that a Plan may hold. Azure-native is imported by sub-module and loads a class when it is first
 *  named, azuread by the file of each class, so a type that no Plan uses costs next to nothing. */

import { RoleAssignment } from "@pulumi/azure-native/authorization";
import { Workflow } from "@pulumi/azure-native/logic";
import { SavedSearch } from "@pulumi/azure-native/operationalinsights";
import { Resource as GenericResource } from "@pulumi/azure-native/resources";
import {
  AutomationRule,
  ScheduledAlertRule,
  SentinelOnboardingState,
  Watchlist,
  WatchlistItem,
} from "@pulumi/azure-native/securityinsights";
import { AppRoleAssignment } from "@pulumi/azuread/appRoleAssignment";
import { AuthenticationStrengthPolicy } from "@pulumi/azuread/authenticationStrengthPolicy";
import { ConditionalAccessPolicy } from "@pulumi/azuread/conditionalAccessPolicy";
import { Group } from "@pulumi/azuread/group";
import { NamedLocation } from "@pulumi/azuread/namedLocation";
import type { CustomResource, CustomResourceOptions } from "@pulumi/pulumi";

/** Inputs come from a Plan, which is JSON: the compiler vouches for their shape, not the type system. */
export type ResourceClass = new (name: string, inputs: never, options: CustomResourceOptions) => CustomResource;

export function resourceClass(type: string): ResourceClass | undefined {
  return CLASSES.get(type)?.();
}

export function hasResourceClass(type: string): boolean {
  return CLASSES.has(type);
}

const CLASSES: ReadonlyMap<string, () => ResourceClass> = new Map<string, () => ResourceClass>([
  ["azuread:index/appRoleAssignment:AppRoleAssignment", () => AppRoleAssignment],
  ["azuread:index/authenticationStrengthPolicy:AuthenticationStrengthPolicy", () => AuthenticationStrengthPolicy],
  ["azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy", () => ConditionalAccessPolicy],
  ["azuread:index/group:Group", () => Group],
  ["azuread:index/namedLocation:NamedLocation", () => NamedLocation],
  ["azure-native:authorization:RoleAssignment", () => RoleAssignment],
  ["azure-native:logic:Workflow", () => Workflow],
  ["azure-native:operationalinsights:SavedSearch", () => SavedSearch],
  // Analytics rules of kind NRT have no class of their own (pulumi-azure-native 3.28.0, read 2026-11-23).
  ["azure-native:resources:Resource", () => GenericResource],
  ["azure-native:securityinsights:AutomationRule", () => AutomationRule],
  ["azure-native:securityinsights:ScheduledAlertRule", () => ScheduledAlertRule],
  ["azure-native:securityinsights:SentinelOnboardingState", () => SentinelOnboardingState],
  ["azure-native:securityinsights:Watchlist", () => Watchlist],
  ["azure-native:securityinsights:WatchlistItem", () => WatchlistItem],
]);
