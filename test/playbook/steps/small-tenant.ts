/** A tenant of a few accounts that answers the calls of steps, as far as their tests need it. */

import type { Answer, ConnectorAnswer, ConnectorCall } from "../../../src/playbook/run";
import { type ChosenStep, type Step, type StepPlaybook, stepNamed } from "../../../src/playbook/steps";

export const NINA = "aaaaaaaa-0001-4000-8000-000000000001";
export const GLASS = "22222222-2222-4222-8222-222222222222";
export const EXEMPT = "33333333-3333-4333-8333-333333333333";
export const QUARANTINE = "44444444-4444-4444-8444-444444444444";
export const WORKSPACE =
  "/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg-soc/providers/Microsoft.OperationalInsights/workspaces/law-soc";
export const RULE = "66666666-6666-4666-8666-666666666666";

export interface Account {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly accountEnabled?: boolean;
  readonly onPremisesSyncEnabled?: boolean;
  readonly userType?: string;
  readonly mail?: string;
  readonly groups?: readonly string[];
  readonly roles?: readonly string[];
  readonly eligible?: readonly string[];
}

export interface Faults {
  /** Status codes that a call gets first, by method and a part of its address. */
  readonly [call: string]: number;
}

const answer = (statusCode: number, body: unknown = null): ConnectorAnswer => ({
  kind: "answer",
  statusCode,
  body: body as never,
});

export interface GivenTenant {
  readonly faults?: Faults;
  readonly approval?: object;
  readonly manager?: object;
  /** Ranges of every named location. */
  readonly ranges?: readonly object[];
  /** How many rows of the watchlist of own addresses the address is in. */
  readonly ownRanges?: number;
  /** Whether every named location is a trusted one. */
  readonly isTrusted?: boolean;
  /** Bodies of answers, by a part of the call's method and address. */
  readonly bodies?: { readonly [call: string]: object };
  /** The incident as the connector finds it. */
  readonly found?: object;
}

export function smallTenant(accounts: readonly Account[], given: GivenTenant = {}): Answer {
  const find = (key: string) => accounts.find(({ id, userPrincipalName }) => id === key || userPrincipalName === key);
  return (call) => {
    const text = `${call.method} ${call.uri ?? call.path ?? ""}`;
    const fault = Object.entries(given.faults ?? {}).find(([part]) => text.includes(part));
    if (fault) return answer(fault[1], { error: { code: `Fault${fault[1]}` } });
    const body = Object.entries(given.bodies ?? {}).find(([part]) => text.includes(part));
    if (body) return answer(200, body[1]);
    if (call.kind === "webhook") {
      const asked = call.action.includes("manager") ? given.manager : given.approval;
      return asked ? answer(200, asked) : { kind: "none" };
    }
    if (text.startsWith("GET") && text.includes("namedLocations"))
      return answer(200, { ipRanges: given.ranges ?? [], isTrusted: given.isTrusted ?? false });
    if (call.method === "POST" && call.path === "/Incidents") return answer(200, given.found ?? {});
    if (text.includes("/query") && JSON.stringify(call.body).includes("_GetWatchlist"))
      return answer(200, { tables: [{ rows: [[given.ownRanges ?? 0]] }] });
    return answered(call, text, find);
  };
}

function answered(call: ConnectorCall, text: string, find: (key: string) => Account | undefined): ConnectorAnswer {
  const user = /\/users\/([^/?]+)(\/[^?]*)?/.exec(text);
  const account = user ? find(decodeURIComponent(user[1] ?? "")) : undefined;
  if (user && !account) return answer(404, { error: { code: "Request_ResourceNotFound" } });
  if (account) return ofAccount(call, account, user?.[2] ?? "");
  if (text.includes("roleAssignments?$filter=principalId")) return answer(200, { value: rolesOf(text, find, "roles") });
  if (text.includes("roleEligibilityScheduleInstances")) return answer(200, { value: rolesOf(text, find, "eligible") });
  if (text.includes("/query")) return answer(200, { tables: [{ rows: [[12, 1, 9, 2, 80]] }] });
  return answer(
    call.method === "PUT" ? 201 : call.method === "POST" ? 200 : 204,
    call.kind === "connector" ? {} : null,
  );
}

function ofAccount(call: ConnectorCall, account: Account, rest: string): ConnectorAnswer {
  const groups = account.groups ?? [];
  if (rest === "/checkMemberGroups") {
    const asked = (call.body as unknown as { groupIds: readonly string[] }).groupIds;
    return answer(200, { value: asked.filter((id) => groups.includes(id)) });
  }
  if (rest === "/transitiveMemberOf") return answer(200, { value: groups.map((id) => ({ id, displayName: id })) });
  if (rest === "/manager") return answer(200, { id: "m", displayName: "Max", mail: "max@contoso.example" });
  if (rest === "/authentication/methods") {
    const methods = ["password", "phone", "microsoftAuthenticator"];
    return answer(200, {
      value: methods.map((name) => ({ id: name, "@odata.type": `#microsoft.graph.${name}AuthenticationMethod` })),
    });
  }
  if (rest === "/oauth2PermissionGrants" || rest === "/ownedObjects") return answer(200, { value: [] });
  if (rest === "/revokeSignInSessions") return answer(200, { value: true });
  if (call.method === "GET") return answer(200, { accountEnabled: true, userType: "Member", ...account });
  return answer(204);
}

function rolesOf(text: string, find: (key: string) => Account | undefined, which: "roles" | "eligible") {
  const id = /principalId eq '([^']+)'/.exec(text)?.[1] ?? "";
  return (find(id)?.[which] ?? []).map((role) => ({ id: role, roleDefinitionId: role }));
}

/** A step as a document chooses it. */
export function chosen(name: string, parts: Partial<ChosenStep> = {}): ChosenStep {
  return {
    step: stepNamed(name) as Step,
    name,
    settings: {},
    parameters: {},
    isActing: true,
    asksAlways: false,
    continuesOnFailure: false,
    ...parts,
  };
}

export function playbook(steps: readonly ChosenStep[], parts: Partial<StepPlaybook> = {}): StepPlaybook {
  return {
    key: "contain",
    title: "Contain",
    on: "incident",
    steps,
    isActing: true,
    ruleIds: undefined,
    accountsMax: 3,
    guard: {
      breakGlassGroups: [GLASS],
      breakGlassUsers: [],
      exemptGroups: [EXEMPT],
      privileged: "refuse",
      services: [],
    },
    approval: undefined,
    workspace: WORKSPACE,
    guid: "12345678-1234-5678-9234-123456789012",
    memoryKey: "contain",
    workflowId: (name) => `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Logic/workflows/${name}`,
    ...parts,
  };
}

interface IncidentParts {
  readonly accounts?: readonly object[];
  readonly ips?: readonly string[];
  readonly labels?: readonly string[];
  readonly rules?: readonly string[];
}

export function incident({ accounts, ips = ["203.0.113.9"], labels = [], rules = [RULE] }: IncidentParts = {}): object {
  const named = accounts ?? [{ accountName: "nina", upnSuffix: "contoso.example", aadUserId: NINA }];
  return {
    workspaceId: "55555555-5555-4555-8555-555555555555",
    object: {
      id: `${WORKSPACE}/providers/Microsoft.SecurityInsights/Incidents/11111111-1111-4111-8111-111111111111`,
      properties: {
        incidentUrl: "https://portal.azure.com/#incident",
        labels: labels.map((labelName) => ({ labelName, labelType: "User" })),
        alerts: rules.map((rule) => ({ properties: { alertType: `5555_${rule}` } })),
        relatedEntities: [
          ...named.map((properties) => ({ kind: "Account", properties })),
          ...ips.map((address) => ({ kind: "Ip", properties: { address } })),
        ],
      },
    },
  };
}
