/** The least application permission of Microsoft Graph for a method and a path. */

import { graphPermissionId } from "../../azure";
import { invariant } from "../../diagnostics";
import { GRAPH_DEVICE_RULES } from "./graph-device-rules";
import { GRAPH_GRANT_RULES } from "./graph-grant-rules";
import { GRAPH_MAIL_RULES } from "./graph-mail-rules";
import { type GraphRule, graphRule, ID } from "./graph-rule";
import type { KnownCall, Need } from "./need";

/** A rule of the tables that were read first. */
function rule(
  methods: string,
  path: string,
  values: readonly string[] | "delegatedOnly",
  page: string,
  bodyKeys?: readonly string[],
): GraphRule {
  return graphRule(methods, path, { values, page, read: "2026-11-23", ...(bodyKeys ? { bodyKeys } : {}) });
}

const USER = `/users/${ID}`;
const AUTHENTICATION = `${USER}/authentication/`;

/** The first that fits counts. Source: the permission tables of https://learn.microsoft.com/graph/api/<page>, each read on its day. */
const RULES: readonly GraphRule[] = [
  ...GRAPH_MAIL_RULES,
  ...GRAPH_DEVICE_RULES,
  ...GRAPH_GRANT_RULES,
  rule("PATCH", USER, ["User.EnableDisableAccount.All", "User.Read.All"], "user-update", ["accountEnabled"]),
  rule("PATCH", USER, ["User-PasswordProfile.ReadWrite.All"], "user-update", ["passwordProfile"]),
  rule("PATCH", USER, ["User.ReadWrite.All"], "user-update"),
  rule(
    "POST",
    `${USER}/(microsoft\\.graph\\.)?revokeSignInSessions`,
    ["User.RevokeSessions.All"],
    "user-revokesigninsessions",
  ),
  rule(
    "POST",
    `${USER}/(checkMemberGroups|checkMemberObjects|getMemberGroups|getMemberObjects)`,
    ["GroupMember.Read.All", "User.Read.All"],
    "directoryobject-checkmembergroups",
  ),
  rule("POST", `${USER}/sendMail`, ["Mail.Send"], "user-sendmail"),
  rule(
    "GET",
    `${USER}/(memberOf|transitiveMemberOf)(/.*)?`,
    ["GroupMember.Read.All", "User.Read.All"],
    "user-list-transitivememberof",
  ),
  rule(
    "GET",
    `${USER}/oauth2PermissionGrants`,
    ["DelegatedPermissionGrant.Read.All"],
    "user-list-oauth2permissiongrants",
  ),
  rule("GET", `${USER}/appRoleAssignments`, ["Directory.Read.All"], "user-list-approleassignments"),
  rule("GET", `${USER}/(ownedDevices|registeredDevices)`, ["Directory.Read.All"], "user-list-registereddevices"),
  rule(
    "POST",
    `${AUTHENTICATION}(methods|passwordMethods)/${ID}/resetPassword`,
    "delegatedOnly",
    "authenticationmethod-resetpassword",
  ),
  rule("GET", `${AUTHENTICATION}.+`, ["UserAuthenticationMethod.Read.All"], "authentication-list-methods"),
  rule(
    "DELETE PATCH POST",
    `${AUTHENTICATION}.+`,
    ["UserAuthenticationMethod.ReadWrite.All"],
    "microsoftauthenticatorauthenticationmethod-delete",
  ),
  rule("GET", `/users(/${ID}(/(manager|directReports|ownedObjects))?)?`, ["User.Read.All"], "user-get"),
  rule(
    "POST",
    "/identityProtection/riskyUsers/(confirmCompromised|dismiss)",
    ["IdentityRiskyUser.ReadWrite.All"],
    "riskyuser-confirmcompromised",
  ),
  rule("GET", "/identityProtection/riskyUsers(/.*)?", ["IdentityRiskyUser.Read.All"], "riskyuser-get"),
  rule("GET", "/identityProtection/riskDetections(/.*)?", ["IdentityRiskEvent.Read.All"], "riskdetection-get"),
  rule("POST", `/groups/${ID}/members/\\$ref`, ["GroupMember.ReadWrite.All"], "group-post-members"),
  rule("DELETE", `/groups/${ID}/members/${ID}/\\$ref`, ["GroupMember.ReadWrite.All"], "group-delete-members"),
  rule("GET", `/groups(/${ID}(/(members|transitiveMembers)(/.*)?)?)?`, ["GroupMember.Read.All"], "group-list-members"),
  rule(
    "GET",
    "/roleManagement/directory/.+",
    ["RoleManagement.Read.Directory"],
    "rbacapplication-list-roleassignments",
  ),
  rule("GET", "/identity/conditionalAccess/.+", ["Policy.Read.All"], "namedlocation-get"),
  rule(
    "DELETE PATCH POST",
    "/identity/conditionalAccess/.+",
    ["Policy.Read.All", "Policy.ReadWrite.ConditionalAccess"],
    "ipnamedlocation-update",
  ),
  rule("GET", "/auditLogs/.+", ["AuditLog.Read.All"], "signin-list"),
  rule("GET", "/oauth2PermissionGrants(/.*)?", ["DelegatedPermissionGrant.Read.All"], "oauth2permissiongrant-list"),
  rule(
    "DELETE PATCH POST",
    "/oauth2PermissionGrants(/.*)?",
    ["DelegatedPermissionGrant.ReadWrite.All"],
    "oauth2permissiongrant-delete",
  ),
  rule("GET", `/devices(/${ID})?`, ["Device.Read.All"], "device-get"),
  rule("DELETE PATCH", `/devices/${ID}`, ["Device.ReadWrite.All"], "device-update"),
  rule("GET", "/(applications|servicePrincipals)(/.*)?", ["Application.Read.All"], "serviceprincipal-get"),
  rule(
    "DELETE PATCH POST",
    "/(applications|servicePrincipals)(/.*)?",
    ["Application.ReadWrite.All"],
    "serviceprincipal-update",
  ),
  rule("GET", "/security/incidents(/.*)?", ["SecurityIncident.Read.All"], "security-incident-get"),
  rule("PATCH POST", "/security/incidents/.+", ["SecurityIncident.ReadWrite.All"], "security-incident-update"),
  rule("GET", "/security/alerts_v2(/.*)?", ["SecurityAlert.Read.All"], "security-alert-get"),
  rule("PATCH POST", "/security/alerts_v2/.+", ["SecurityAlert.ReadWrite.All"], "security-alert-update"),
  rule(
    "POST",
    "/security/(microsoft\\.graph\\.security\\.)?runHuntingQuery",
    ["ThreatHunting.Read.All"],
    "security-security-runhuntingquery",
  ),
  rule("GET", "/security/threatIntelligence/.+", ["ThreatIntelligence.Read.All"], "security-host-get"),
];

/** What a call to Graph needs; undefined when no rule knows it. */
export function graphNeed({ method, bodyKeys }: KnownCall, path: string): Need | undefined {
  const known = RULES.find((each) => each.methods.includes(method) && each.path.test(path) && fitsBody(each, bodyKeys));
  if (!known) return undefined;
  const source = `https://learn.microsoft.com/graph/api/${known.page}, read ${known.read}`;
  if (known.values === "delegatedOnly") return { kind: "delegatedOnly", source };
  const needsBody = RULES.some((each) => each.bodyKeys && each.methods.includes(method) && each.path.test(path));
  if (needsBody && bodyKeys === undefined)
    return { kind: "unknown", why: "what the body changes is known only in the run" };
  return { kind: "rights", rights: known.values.map(graphRight), source };
}

function fitsBody({ bodyKeys }: GraphRule, given: readonly string[] | undefined): boolean {
  if (!bodyKeys) return true;
  return given !== undefined && given.length > 0 && given.every((key) => bodyKeys.includes(key));
}

function graphRight(value: string): { readonly kind: "graph"; readonly value: string; readonly id: string } {
  const id = graphPermissionId(value);
  invariant(id, `\`${value}\` is an application permission of Graph`);
  return { kind: "graph", value, id };
}

/** All permissions that the rules may ask for. */
export function graphRuleValues(): readonly string[] {
  return [...new Set(RULES.flatMap(({ values }) => (values === "delegatedOnly" ? [] : values)))];
}
