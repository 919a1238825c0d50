/** Log Analytics: a query, answered by a function that is given. */

import type { Json } from "../../plan";
import type { Caller } from "../api/caller";
import { type Reply, refuse } from "../api/reply";
import { type ApiRequest, memberOf, textOf } from "../api/request";
import type { Tenant } from "../tenant";
import { workspaceResourceId } from "../workspace";
import { armError } from "./arm-error";
import { isAllowed } from "./role-operations";

/** A table that a query gives. */
export interface QueryTable {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly Json[])[];
}

/** Evaluates a query over the workspace; a text says why it can't. */
export type QueryAnswer = (query: {
  readonly text: string;
  readonly timespan: string | undefined;
  readonly at: string;
}) => QueryTable | string;

const AUDIENCE = /^https:\/\/api\.loganalytics\.(io|azure\.com)\/?$/i;
export const LOG_ANALYTICS_HOST = /^api\.loganalytics\.(io|azure\.com)$/;

/** Source: https://learn.microsoft.com/azure/azure-monitor/logs/api/response-format, read 2026-11-25. */
export function answerLogAnalytics(
  tenant: Tenant,
  request: ApiRequest,
  {
    caller,
    audience,
    query,
  }: { readonly caller: Caller | undefined; readonly audience: string | undefined; readonly query: QueryAnswer },
): Reply {
  const { workspace } = tenant;
  const [version, kind, id, verb, ...rest] = request.segments;
  if (request.method !== "POST" || version !== "v1" || kind !== "workspaces" || verb !== "query" || rest.length > 0)
    return refuse(`${request.method} /${request.segments.join("/")} of Log Analytics is not in its contract`);
  if (!caller || !AUDIENCE.test(audience ?? ""))
    return armError(401, "InvalidTokenError", "The provided credentials are not valid for this resource.");
  if (id?.toLowerCase() !== workspace.workspaceId.toLowerCase())
    return armError(404, "WorkspaceNotFoundError", "The workspace could not be found.");
  const allowed = isAllowed(
    caller,
    "Microsoft.OperationalInsights/workspaces/query/read",
    workspaceResourceId(workspace),
  );
  if (typeof allowed === "object")
    return refuse(`whether the role \`${allowed.unknownRole}\` may query is not in the contract`);
  if (!allowed)
    return armError(
      403,
      "InsufficientAccessError",
      "The provided credentials have insufficient access to perform the requested operation.",
    );
  const text = memberOf(request.body, "query");
  if (typeof text !== "string") return armError(400, "BadArgumentError", "The request had some invalid properties.");
  const timespan = memberOf(request.body, "timespan");
  const table = query({ text, timespan: timespan === undefined ? undefined : textOf(timespan), at: request.at });
  if (typeof table === "string") return refuse(table);
  return { statusCode: 200, body: { tables: [{ name: "PrimaryResult", columns: table.columns, rows: table.rows }] } };
}
