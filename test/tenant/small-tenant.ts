/** A tenant of a few people, and calls to it. */

import type { ConnectorAnswer, ConnectorCall } from "../../src/playbook/run";
import { type Caller, faultPlan, newTenant, type Tenant, type TenantWorld, tenantAnswer } from "../../src/tenant";

export const NINA = "aaaaaaaa-0001-4000-8000-000000000001";
export const BOSS = "aaaaaaaa-0002-4000-8000-000000000002";
export const ADMIN = "aaaaaaaa-0003-4000-8000-000000000003";
export const INNER = "bbbbbbbb-0001-4000-8000-000000000001";
export const OUTER = "bbbbbbbb-0002-4000-8000-000000000002";
export const QUARANTINE = "bbbbbbbb-0003-4000-8000-000000000003";
export const HELPDESK = "729827e3-9c14-49f7-bb1b-9608f156bbb8";
export const LOCATION = "cccccccc-0001-4000-8000-000000000001";

export const WORKSPACE = {
  subscriptionId: "00000000-0000-0000-0000-000000000001",
  resourceGroup: "rg-sentinel",
  name: "law-sentinel",
  workspaceId: "55555555-5555-5555-5555-555555555555",
};
export const SCOPE =
  "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-sentinel/providers/Microsoft.OperationalInsights/workspaces/law-sentinel";

export function smallTenant(): Tenant {
  return newTenant({
    tenantId: "33333333-3333-3333-3333-333333333333",
    workspace: WORKSPACE,
    users: [
      { id: NINA, userPrincipalName: "nina@contoso.example", manager: BOSS, methods: ["password", "phone"] },
      { id: BOSS, userPrincipalName: "boss@contoso.example" },
      { id: ADMIN, userPrincipalName: "admin@contoso.example", roles: [HELPDESK], eligibleRoles: [HELPDESK] },
    ],
    groups: [
      { id: INNER, displayName: "inner", members: [NINA] },
      { id: OUTER, displayName: "outer", members: [INNER] },
      { id: QUARANTINE, displayName: "quarantine", members: [] },
    ],
    watchlists: [{ alias: "Watched", searchKey: "UserId", rows: [{ UserId: BOSS }] }],
    namedLocations: [
      {
        "@odata.type": "#microsoft.graph.ipNamedLocation",
        id: LOCATION,
        displayName: "Blocked",
        isTrusted: false,
        ipRanges: [],
      },
    ],
    reputations: { "203.0.113.9": { id: "203.0.113.9", classification: "malicious", score: 90, rules: [] } },
  });
}

interface CallParts {
  readonly graph?: readonly string[];
  readonly roles?: readonly string[];
  readonly consents?: readonly string[];
  readonly body?: ConnectorCall["body"];
  readonly headers?: ConnectorCall["headers"];
  readonly audience?: string | null;
  readonly world?: Partial<TenantWorld>;
  readonly faults?: Readonly<Record<string, readonly number[]>>;
}

const BASE = { action: "A", iteration: [], attempt: 1, isPoll: false, at: "2026-03-01T10:00:00.0000000Z" } as const;

export function callerWith({ graph = [], roles = [], consents = [] }: CallParts): Caller {
  return {
    graph: new Set(graph),
    azure: roles.map((role) => ({ role, scope: SCOPE })),
    consents: new Set(consents),
  };
}

/** What the tenant answers to `METHOD address`: of Graph without host, of ARM with a path that starts at a slash pair. */
export async function answered(tenant: Tenant, text: string, parts: CallParts = {}): Promise<ConnectorAnswer> {
  const [method = "", address = ""] = text.split(/ (.*)/s);
  const isAzure = address.startsWith("/subscriptions/");
  const uri = address.startsWith("https:")
    ? address
    : isAzure
      ? `https://management.azure.com${address}`
      : `https://graph.microsoft.com/v1.0${address}`;
  const audience = parts.audience === undefined ? `https://${new URL(uri).host}` : parts.audience;
  const call: ConnectorCall = {
    ...BASE,
    kind: "http",
    type: "Http",
    method,
    uri,
    ...(parts.body === undefined ? {} : { body: parts.body }),
    ...(parts.headers === undefined ? {} : { headers: parts.headers }),
    ...(audience === null ? {} : { identity: { type: "ManagedServiceIdentity", audience } }),
  };
  return tenantAnswer(worldOf(tenant, parts))(call);
}

/** The same through a connection with the workflow's identity, or, with consents, one that somebody signed in. */
export async function connected(tenant: Tenant, text: string, parts: CallParts = {}): Promise<ConnectorAnswer> {
  const [connector = "", method = "", path = ""] = text.split(" ");
  const call: ConnectorCall = {
    ...BASE,
    kind: path.endsWith("$subscriptions") ? "webhook" : "connector",
    type: "ApiConnection",
    method,
    path,
    connection: connector,
    ...(parts.body === undefined ? {} : { body: parts.body }),
    ...(parts.consents ? {} : { identity: { type: "ManagedServiceIdentity" } }),
  };
  return tenantAnswer(worldOf(tenant, parts))(call);
}

function worldOf(tenant: Tenant, parts: CallParts): TenantWorld {
  const faults = Object.entries(parts.faults ?? {}).map(([text, statuses]) => ({
    fits: ({ method, path }: { readonly method: string; readonly path: string }) => `${method} ${path}` === text,
    statuses,
  }));
  return {
    tenant,
    callerOf: () => callerWith(parts),
    connectorOf: (connection) => connection,
    approval: () => undefined,
    query: () => "no query is given",
    faults: faultPlan(faults),
    ...parts.world,
  };
}

/** Status, and what stands in the place of a body: the error's code, or the body. */
export function told(answer: ConnectorAnswer): readonly unknown[] {
  if (answer.kind === "unknown") return ["unknown", answer.message];
  if (answer.kind === "none") return ["none"];
  const body = answer.body as { readonly error?: { readonly code: string } } | undefined;
  return [answer.statusCode, body?.error?.code ?? body];
}
