/** Errors as Azure Resource Manager words them. */

import type { Reply } from "../api/reply";

/** Source of the shape: https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors, read 2026-11-25. */
export function armError(statusCode: number, code: string, message: string): Reply {
  return { statusCode, body: { error: { code, message } } };
}

/** Source: https://learn.microsoft.com/azure/role-based-access-control/troubleshooting, read 2026-11-25. */
export function authorizationFailed(action: string, scope: string): Reply {
  const client = "The client of this identity with object id of this identity";
  const message = `${client} does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`;
  return armError(403, "AuthorizationFailed", message);
}

/** UNVERIFIED: code and words that Sentinel gives for what it does not hold; a tenant would settle them. The status is documented. */
export function notFound(what: string): Reply {
  return armError(404, "NotFound", `${what} was not found.`);
}

export function badRequest(message: string): Reply {
  return armError(400, "BadRequest", message);
}
