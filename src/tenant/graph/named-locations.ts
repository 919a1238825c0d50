/** Conditional access: named locations and policies. */

import { NO_CONTENT, refuse } from "../api/reply";
import { isJsonObject } from "../api/request";
import { badRequest, graphError } from "./graph-error";
import { anyOf, type GraphCall, type GraphRoute, page } from "./graph-route";
import { LIST_OPTIONS, listed, shown } from "./odata";

const READ = anyOf("Policy.Read.All", "Policy.Read.ConditionalAccess");
const LOCATIONS = "/identity/conditionalAccess/namedLocations";
const POLICIES = "/identity/conditionalAccess/policies";
/** Source: https://learn.microsoft.com/graph/api/ipnamedlocation-update, read 2026-11-25. */
const WRITABLE = ["@odata.type", "displayName", "ipRanges", "isTrusted"];

export const namedLocationRoutes: readonly GraphRoute[] = [
  {
    method: "GET",
    path: LOCATIONS,
    source: page("conditionalaccessroot-list-namedlocations"),
    allow: READ,
    options: LIST_OPTIONS,
    answer: ({ tenant, request }) =>
      listed(request, {
        context: "identity/conditionalAccess/namedLocations",
        items: [...tenant.namedLocations.values()],
        filterable: ["displayName"],
      }),
  },
  {
    method: "GET",
    path: `${LOCATIONS}/{location}`,
    source: page("namedlocation-get"),
    allow: READ,
    options: ["$select"],
    answer: (call) => {
      const location = locationOf(call);
      if (!location) return notFound(call);
      return shown(call.request, location, { context: "identity/conditionalAccess/namedLocations/$entity" });
    },
  },
  {
    method: "PATCH",
    path: `${LOCATIONS}/{location}`,
    source: page("ipnamedlocation-update"),
    allow: [["Policy.Read.All", "Policy.ReadWrite.ConditionalAccess"]],
    answer: (call) => {
      const { request } = call;
      const location = locationOf(call);
      if (!location) return notFound(call);
      if (!isJsonObject(request.body)) return badRequest(request, "A valid JSON object is expected as the content.");
      const unknown = Object.keys(request.body).find((name) => !WRITABLE.includes(name));
      if (unknown !== undefined)
        return refuse(`writing the property \`${unknown}\` of a named location is not in the contract`);
      const ranges = request.body.ipRanges;
      if (ranges !== undefined && !(Array.isArray(ranges) && ranges.every(isRange)))
        return badRequest(request, "The value of ipRanges is not a list of CIDR ranges.");
      Object.assign(location, request.body);
      return NO_CONTENT;
    },
  },
  {
    method: "GET",
    path: POLICIES,
    source: page("conditionalaccessroot-list-policies"),
    allow: READ,
    options: LIST_OPTIONS,
    answer: ({ tenant, request }) =>
      listed(request, {
        context: "identity/conditionalAccess/policies",
        items: [...tenant.policies.values()],
        filterable: ["displayName", "state"],
      }),
  },
];

function locationOf({ tenant, parts }: GraphCall) {
  return tenant.namedLocations.get((parts.location ?? "").toLowerCase());
}

/** UNVERIFIED: the words of the message; the status is documented. */
function notFound({ request, parts }: GraphCall) {
  return graphError(request, 404, "ResourceNotFound", `The named location '${parts.location}' could not be found.`);
}

function isRange(value: unknown): boolean {
  const range = value as { readonly cidrAddress?: unknown } | null;
  return typeof range === "object" && /^[0-9a-f.:]+\/\d{1,3}$/i.test(String(range?.cidrAddress ?? ""));
}
