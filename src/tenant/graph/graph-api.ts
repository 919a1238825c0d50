/** Microsoft Graph: who may call what, and which resource answers. */

import type { Caller } from "../api/caller";
import { type Reply, refuse } from "../api/reply";
import type { ApiRequest } from "../api/request";
import { matchRoute } from "../api/route";
import type { Tenant } from "../tenant";
import { authenticationRoutes } from "./authentication-methods";
import { graphError, insufficientPrivileges } from "./graph-error";
import type { GraphRoute } from "./graph-route";
import { groupRoutes } from "./groups";
import { memberRoutes } from "./memberships";
import { namedLocationRoutes } from "./named-locations";
import { grantRoutes } from "./permission-grants";
import { riskRoutes } from "./risky-users";
import { roleRoutes } from "./roles";
import { servicePrincipalRoutes } from "./service-principals";
import { signInRoutes } from "./sign-ins";
import { threatRoutes } from "./threat-intelligence";
import { userWriteRoutes } from "./user-writes";
import { userRoutes } from "./users";

const ROUTES: readonly GraphRoute[] = [
  ...userRoutes,
  ...userWriteRoutes,
  ...memberRoutes,
  ...authenticationRoutes,
  ...grantRoutes,
  ...groupRoutes,
  ...roleRoutes,
  ...riskRoutes,
  ...namedLocationRoutes,
  ...servicePrincipalRoutes,
  ...signInRoutes,
  ...threatRoutes,
];

/** All calls of Graph that the stand-in knows. */
export function graphRoutes(): readonly GraphRoute[] {
  return ROUTES;
}

const AUDIENCE = /^https:\/\/graph\.microsoft\.com\/?$/i;

/** Answers a call of Graph. The caller is undefined where the call carries no token. */
export function answerGraph(
  tenant: Tenant,
  request: ApiRequest,
  { caller, audience }: { readonly caller: Caller | undefined; readonly audience: string | undefined },
): Reply {
  const [version = "", ...segments] = request.segments;
  const found = version === "v1.0" ? matchRoute(ROUTES, { method: request.method, segments }) : undefined;
  if (!found)
    return refuse(`${request.method} /${request.segments.join("/")} of Microsoft Graph is not in its contract`);
  if (!caller || !AUDIENCE.test(audience ?? ""))
    return graphError(request, 401, "InvalidAuthenticationToken", "Access token validation failure. Invalid audience.");
  const { route, parts } = found;
  const unknown = [...request.query.keys()].find((name) => !(route.options ?? []).includes(name));
  if (unknown !== undefined)
    return refuse(`the query option \`${unknown}\` of ${route.method} ${route.path} is not in its contract`);
  const granted = route.allow.some((set) => set.every((value) => caller.graph.has(value)));
  if (!granted) return insufficientPrivileges(request);
  return route.answer({ tenant, request, parts, caller });
}
