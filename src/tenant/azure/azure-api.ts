/** Azure Resource Manager: who may call what, and which resource answers. */

import type { Caller } from "../api/caller";
import { type Reply, refuse } from "../api/reply";
import type { ApiRequest } from "../api/request";
import { matchRoute } from "../api/route";
import type { Tenant } from "../tenant";
import { armError, authorizationFailed } from "./arm-error";
import { type AzureRoute, isOwnWorkspace } from "./azure-route";
import { commentRoutes } from "./comments";
import { incidentRoutes } from "./incidents";
import { roleAssignmentRoutes } from "./role-assignments";
import { isAllowed } from "./role-operations";
import { taskRoutes } from "./tasks";
import { watchlistRoutes } from "./watchlists";

const ROUTES: readonly AzureRoute[] = [
  ...incidentRoutes,
  ...commentRoutes,
  ...taskRoutes,
  ...watchlistRoutes,
  ...roleAssignmentRoutes,
];

/** All calls of Azure Resource Manager that the stand-in knows. */
export function azureRoutes(): readonly AzureRoute[] {
  return ROUTES;
}

const AUDIENCE = /^https:\/\/management\.(azure\.com|core\.windows\.net)\/?$/i;

/** Answers a call of Azure Resource Manager. */
export function answerAzure(
  tenant: Tenant,
  request: ApiRequest,
  { caller, audience }: { readonly caller: Caller | undefined; readonly audience: string | undefined },
): Reply {
  const found = matchRoute(ROUTES, request);
  const shown = `${request.method} /${request.segments.join("/")}`;
  if (!found) return refuse(`${shown} of Azure Resource Manager is not in its contract`);
  if (!caller || !AUDIENCE.test(audience ?? ""))
    return armError(
      401,
      "InvalidAuthenticationTokenAudience",
      "The access token has been obtained for wrong audience or resource.",
    );
  const { route, parts } = found;
  // Source: https://learn.microsoft.com/azure/azure-resource-manager/management/control-plane-and-data-plane, read 2026-11-25.
  if (!request.query.has("api-version"))
    return armError(
      400,
      "MissingApiVersionParameter",
      "The api-version query parameter (?api-version=) is required for all requests.",
    );
  const known = ["api-version", ...(route.options ?? [])];
  const unknown = [...request.query.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) return refuse(`the query option \`${unknown}\` of ${shown} is not in its contract`);
  const resourceId = `/${request.segments.join("/")}`;
  const allowed = isAllowed(caller, route.operation, resourceId);
  if (typeof allowed === "object")
    return refuse(`whether the role \`${allowed.unknownRole}\` holds ${route.operation} is not in the contract`);
  if (!allowed) return authorizationFailed(route.operation, resourceId);
  if (parts.workspace !== undefined && !isOwnWorkspace({ tenant, parts }))
    return armError(
      404,
      "ResourceNotFound",
      `The Resource 'Microsoft.OperationalInsights/workspaces/${parts.workspace}' under resource group '${parts.group}' was not found.`,
    );
  return route.answer({ tenant, request, parts, caller });
}
