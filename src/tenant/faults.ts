/** Faults on order: what the service answers instead, call by call. */

import type { Reply } from "./api/reply";
import type { ApiRequest } from "./api/request";
import { armError } from "./azure/arm-error";
import { graphError } from "./graph/graph-error";

/** For calls that fit, in their order: a status of 400 or more stands in, a lower one lets the call through; after the last all go through. */
export interface Fault {
  readonly fits: (call: ShownCall) => boolean;
  readonly statuses: readonly number[];
}

/** A call as tests write it. */
export interface ShownCall {
  readonly method: string;
  /** Without host and version; of Sentinel, behind the provider. */
  readonly path: string;
}

export type FaultPlan = (call: ShownCall, request: ApiRequest, isGraph: boolean) => Reply | undefined;

export function faultPlan(faults: readonly Fault[]): FaultPlan {
  const counts = new Map<Fault, number>();
  return (call, request, isGraph) => {
    for (const fault of faults) {
      if (!fault.fits(call)) continue;
      const count = counts.get(fault) ?? 0;
      counts.set(fault, count + 1);
      const status = fault.statuses[count];
      return status === undefined || status < 400 ? undefined : faultReply(status, request, isGraph);
    }
    return undefined;
  };
}

/** Code and message by status. Source: https://learn.microsoft.com/graph/errors and https://learn.microsoft.com/graph/throttling, read 2026-11-25. */
const ERRORS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  401: ["InvalidAuthenticationToken", "Access token has expired or is not yet valid."],
  403: ["Authorization_RequestDenied", "Insufficient privileges to complete the operation."],
  404: [
    "Request_ResourceNotFound",
    "Resource does not exist or one of its queried reference-property objects are not present.",
  ],
  409: ["Conflict", "The request can't be processed due to a conflict with the current state."],
  412: ["PreconditionFailed", "The condition set in the request was not met."],
  429: ["TooManyRequests", "Please retry again later."],
};

/** Seconds after which a throttled caller may come again. */
const RETRY_AFTER_SECONDS = "10";

function faultReply(status: number, request: ApiRequest, isGraph: boolean): Reply {
  const [code, message] = ERRORS[status] ?? ["generalException", "An unspecified error has occurred."];
  const headers = status === 429 ? { "Retry-After": RETRY_AFTER_SECONDS } : undefined;
  if (isGraph) return graphError(request, status, code, message, headers);
  return { ...armError(status, code, message), ...(headers ? { headers } : {}) };
}
