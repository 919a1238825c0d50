/** One call to a service of the world, through its latency and faults, and again where a client would try again. */

import type { Properties } from "../values";
import { faultPlanOf, logCall, type World } from "./world";

export interface Request {
  readonly method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
  readonly id: string;
  readonly body?: Properties;
}

export interface Response {
  readonly status: number;
  readonly body?: Properties;
}

export type Service = (request: Request) => Response;

/** A client of the service, with the faults that the world plans when it is made. */
export function clientOf(world: World, service: Service): (request: Request) => Promise<Response> {
  const { latencyMs = 0, faults = [] } = faultPlanOf(world);
  const counts = new Map<number, number>();
  const faultOf = ({ method, id }: Request): Response | undefined => {
    const index = faults.findIndex(
      (fault, place) =>
        fault.method === method && id.includes(fault.id) && (counts.get(place) ?? 0) < (fault.times ?? Infinity),
    );
    const fault = faults[index];
    if (fault === undefined) return undefined;
    counts.set(index, (counts.get(index) ?? 0) + 1);
    return errorResponse(fault.status, fault.code, fault.message);
  };
  const once = async (request: Request): Promise<Response> => {
    if (latencyMs > 0) await pause(latencyMs);
    const response = faultOf(request) ?? service(request);
    logCall(world, { method: request.method, id: request.id, status: response.status });
    return response;
  };
  return async (request) => {
    let response = await once(request);
    for (let retry = 1; retry <= RETRIES_MAX && RETRIED_STATUSES.has(response.status); retry++) {
      await pause(RETRY_DELAY_MS);
      response = await once(request);
    }
    return response;
  };
}

export function errorResponse(status: number, code: string, message: string): Response {
  return { status, body: { error: { code, message } } };
}

/** As the providers' clients put an error that stays. */
export function failureOf({ status, body }: Response): Error | undefined {
  if (status < 400) return undefined;
  const { code, message } = (body?.error ?? {}) as { readonly code?: string; readonly message?: string };
  return new Error(`Status=${status} Code="${code ?? ""}" Message="${message ?? ""}"`);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((settle) => setTimeout(settle, milliseconds));
}

/** Three more tries after the first. Source: `RetryOptions` in sdk/azcore/policy/policy.go 1.22.0 of
 *  https://github.com/Azure/azure-sdk-for-go, read 2026-11-25; so the statuses below. */
const RETRIES_MAX = 3;
const RETRIED_STATUSES: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);
/** A real client waits 800 milliseconds and more, or as long as `Retry-After` says; a test need not. */
const RETRY_DELAY_MS = 20;
