/** The shape of Microsoft Graph's group, as far as a policy can be about one.
 *  Source: https://learn.microsoft.com/graph/api/resources/group, read 2026-11-25. */

import { part, readOnly, type Static, Type, texts } from "./parts";

/** What an export carries beside, none of which a policy depends on. */
const WRITTEN_BY_SERVICE = [
  "allowExternalSenders",
  "classification",
  "createdByAppId",
  "createdDateTime",
  "creationOptions",
  "deletedDateTime",
  "expirationDateTime",
  "isManagementRestricted",
  "mail",
  "onPremisesDomainName",
  "onPremisesLastSyncDateTime",
  "onPremisesNetBiosName",
  "onPremisesProvisioningErrors",
  "onPremisesSamAccountName",
  "onPremisesSecurityIdentifier",
  "onPremisesSyncEnabled",
  "organizationId",
  "preferredDataLocation",
  "preferredLanguage",
  "proxyAddresses",
  "renewedDateTime",
  "resourceBehaviorOptions",
  "resourceProvisioningOptions",
  "securityIdentifier",
  "serviceProvisioningErrors",
  "theme",
  "uniqueName",
  "visibility",
] as const;

export const GroupShape = Type.Object({
  id: Type.Optional(Type.Unsafe<unknown>({ readOnly: true, isQuiet: true })),
  displayName: part(Type.String()),
  description: part(Type.String()),
  mailEnabled: part(Type.Boolean()),
  mailNickname: part(Type.String()),
  securityEnabled: part(Type.Boolean()),
  groupTypes: part(texts()),
  isAssignableToRole: part(Type.Boolean()),
  membershipRule: part(Type.String()),
  membershipRuleProcessingState: part(Type.String()),
  ...Object.fromEntries(WRITTEN_BY_SERVICE.map((key) => [key, readOnly()])),
});

export interface Group
  extends Pick<
    Static<typeof GroupShape>,
    | "id"
    | "displayName"
    | "description"
    | "mailEnabled"
    | "mailNickname"
    | "securityEnabled"
    | "groupTypes"
    | "isAssignableToRole"
    | "membershipRule"
    | "membershipRuleProcessingState"
  > {}
