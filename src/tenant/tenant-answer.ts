/** Answers the calls of a run from a tenant. */

import { unreachable } from "../diagnostics";
import type { Answer, ConnectorAnswer, ConnectorCall } from "../playbook/run";
import { type Caller, NOBODY } from "./api/caller";
import type { Reply } from "./api/reply";
import { apiRequest } from "./api/request";
import { answerAzure } from "./azure/azure-api";
import { answerLogAnalytics, LOG_ANALYTICS_HOST, type QueryAnswer } from "./azure/log-analytics";
import { azureSentinel } from "./connectors/azure-sentinel";
import type { ApprovalAnswer, ConnectorApi } from "./connectors/connector-api";
import { office365 } from "./connectors/office365";
import type { FaultPlan } from "./faults";
import { answerGraph } from "./graph/graph-api";
import { shownCall } from "./shown-call";
import type { Tenant } from "./tenant";

export interface TenantWorld {
  readonly tenant: Tenant;
  /** The grants of the identity that makes a call; undefined for one that is not known. */
  readonly callerOf: (call: ConnectorCall) => Caller | undefined;
  /** The connector of a connection, by the connection's resource id. */
  readonly connectorOf: (connectionId: string) => string | undefined;
  readonly approval: ApprovalAnswer;
  readonly query: QueryAnswer;
  readonly faults?: FaultPlan;
}

const CONNECTORS: readonly ConnectorApi[] = [azureSentinel, office365];

/** Only what a contract has is answered; anything else ends the run by name. */
export function tenantAnswer(world: TenantWorld): Answer {
  return (call) => {
    switch (call.kind) {
      case "http":
        return toAnswer(call, httpReply(world, call));
      case "connector":
      case "webhook":
        return connectorAnswer(world, call);
      case "workflow":
        return unknown(call, "the workflow is not part of the playbook");
      case "other":
        return unknown(call, "nothing in the tenant stands in for it");
      default:
        return unreachable(call.kind);
    }
  };
}

function httpReply(world: TenantWorld, call: ConnectorCall): Reply {
  const { tenant, query } = world;
  if (call.identity?.identity !== undefined) return { refused: "user-assigned identities are not part of the tenant" };
  const request = apiRequest(call);
  const isGraph = request.host === "graph.microsoft.com";
  const fault = world.faults?.(shownCall(call), request, isGraph);
  if (fault) return fault;
  const isManaged = call.identity?.type.toLowerCase() === "managedserviceidentity";
  const as = { caller: isManaged ? world.callerOf(call) : undefined, audience: call.identity?.audience };
  if (isGraph) return answerGraph(tenant, request, as);
  if (request.host === "management.azure.com") return answerAzure(tenant, request, as);
  if (LOG_ANALYTICS_HOST.test(request.host)) return answerLogAnalytics(tenant, request, { ...as, query });
  return { refused: `nothing in the tenant answers at \`${request.host}\`` };
}

function connectorAnswer(world: TenantWorld, call: ConnectorCall): ConnectorAnswer {
  const name = world.connectorOf(call.connection ?? "");
  const api = CONNECTORS.find(({ connector }) => connector === name?.toLowerCase());
  if (!api)
    return unknown(call, `nothing in the tenant stands in for the connector \`${name ?? call.connection ?? ""}\``);
  const request = apiRequest(call);
  const fault = world.faults?.(shownCall(call), request, false);
  if (fault) return toAnswer(call, fault);
  const isManaged = call.identity?.type.toLowerCase() === "managedserviceidentity";
  const caller = world.callerOf(call) ?? NOBODY;
  if (!isManaged && !caller.consents.has(api.connector))
    // UNVERIFIED: the body that a connection gives which nobody has signed in; the status is documented.
    return toAnswer(call, { statusCode: 401, body: { status: 401, message: "The connection is not authenticated." } });
  const given = api.answer({ ...world, request, parts: {}, caller });
  if ("kind" in given) return given;
  return "reply" in given ? withDelay(toAnswer(call, given.reply), given.milliseconds) : toAnswer(call, given);
}

function withDelay(answer: ConnectorAnswer, milliseconds: number): ConnectorAnswer {
  return answer.kind === "answer" ? { ...answer, milliseconds } : answer;
}

function toAnswer(call: ConnectorCall, reply: Reply): ConnectorAnswer {
  return "refused" in reply ? unknown(call, reply.refused) : { kind: "answer", ...reply };
}

function unknown({ action, method, uri, path }: ConnectorCall, why: string): ConnectorAnswer {
  return {
    kind: "unknown",
    message: `the call of \`${action}\`, ${method} \`${uri ?? path ?? ""}\`, has no answer: ${why}`,
  };
}
