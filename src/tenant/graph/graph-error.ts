/** Errors as Microsoft Graph words them. */

import type { Reply } from "../api/reply";
import type { ApiRequest } from "../api/request";

/** Source of the shape: https://learn.microsoft.com/graph/errors, read 2026-11-25. */
export function graphError(
  { at }: Pick<ApiRequest, "at">,
  statusCode: number,
  code: string,
  message: string,
  headers?: Readonly<Record<string, string>>,
): Reply {
  const innerError = { date: at.slice(0, 19), "request-id": REQUEST_ID, "client-request-id": REQUEST_ID };
  return { statusCode, ...(headers ? { headers } : {}), body: { error: { code, message, innerError } } };
}

/** Differs with each request in the service; nothing may depend on it. */
const REQUEST_ID = "00000000-0000-0000-0000-000000000000";

/** Source: https://learn.microsoft.com/graph/resolve-auth-errors, read 2026-11-25. */
export function insufficientPrivileges(request: ApiRequest): Reply {
  const message = "Insufficient privileges to complete the operation.";
  return graphError(request, 403, "Authorization_RequestDenied", message);
}

export function resourceNotFound(request: ApiRequest, id: string): Reply {
  const message = `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
  return graphError(request, 404, "Request_ResourceNotFound", message);
}

export function badRequest(request: ApiRequest, message: string): Reply {
  return graphError(request, 400, "Request_BadRequest", message);
}

/** UNVERIFIED: the words of the message; a tenant without the licence would settle them. The status is documented. */
export function notLicensed(request: ApiRequest): Reply {
  return graphError(request, 403, "Forbidden", "Your tenant is not licensed for this feature.");
}
