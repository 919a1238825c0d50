import { expect, test } from "vitest";
import { graphPermissionId } from "../../../src/azure";
import {
  HIGH_RISK_RIGHTS,
  type KnownCall,
  type Need,
  needOfCall,
  recordedCallNeed,
  workflowNeeds,
} from "../../../src/playbook/check";
import { azureRight, azureRuleRoles } from "../../../src/playbook/permissions/azure-rules";
import { graphRuleValues } from "../../../src/playbook/permissions/graph-rules";
import { runWorkflow, stubAnswers } from "../../../src/playbook/run";

/** A need in short. */
function shown(need: Need): string {
  if (need.kind !== "rights") return need.kind === "consent" ? `consent ${need.connector}` : need.kind;
  return need.rights
    .map((right) => (right.kind === "azure" ? `${right.role} @ ${right.scope}` : right.value))
    .join(" + ");
}

const identity = { authentication: "ManagedServiceIdentity" };
const graph = (method: string, path: string, bodyKeys?: readonly string[]): KnownCall => ({
  method,
  uri: `https://graph.microsoft.com/v1.0${path}`,
  ...identity,
  ...(bodyKeys ? { bodyKeys } : {}),
});
const arm = (method: string, path: string): KnownCall => ({
  method,
  uri: `https://management.azure.com${path}?api-version=2025-09-01`,
  ...identity,
});
const sentinel = (method: string, path: string): KnownCall => ({
  method,
  path,
  connector: "azuresentinel",
  isManagedConnection: true,
});

const WORKSPACE = "/subscriptions/s/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/w";
const SECURITY = `${WORKSPACE}/providers/Microsoft.SecurityInsights`;

const CASES: readonly (readonly [call: KnownCall, need: string])[] = [
  [arm("GET", "/subscriptions"), "unknown"],
  [arm("GET", "/subscriptions/s"), "Reader @ /subscriptions/s"],
  [arm("POST", "/providers/Microsoft.ResourceGraph/resources"), "unknown"],
  [graph("GET", "/users/{}?$select=id"), "User.Read.All"],
  [graph("GET", "/users/{}/manager"), "User.Read.All"],
  [graph("patch", "/users/{}", ["accountEnabled"]), "User.EnableDisableAccount.All + User.Read.All"],
  [graph("PATCH", "/users/{}", ["passwordProfile"]), "User-PasswordProfile.ReadWrite.All"],
  [graph("PATCH", "/users/{}", ["accountEnabled", "jobTitle"]), "User.ReadWrite.All"],
  [graph("PATCH", "/users/{}"), "unknown"],
  [graph("POST", "/users/{}/revokeSignInSessions"), "User.RevokeSessions.All"],
  [graph("POST", "/identityProtection/riskyUsers/confirmCompromised"), "IdentityRiskyUser.ReadWrite.All"],
  [graph("POST", "/groups/{}/members/$ref"), "GroupMember.ReadWrite.All"],
  [graph("DELETE", "/groups/{}/members/{}/$ref"), "GroupMember.ReadWrite.All"],
  [graph("DELETE", "/users/{}/authentication/phoneMethods/{}"), "UserAuthenticationMethod.ReadWrite.All"],
  [graph("POST", "/users/{}/authentication/methods/{}/resetPassword"), "delegatedOnly"],
  [
    graph("PATCH", "/identity/conditionalAccess/namedLocations/{}"),
    "Policy.Read.All + Policy.ReadWrite.ConditionalAccess",
  ],
  [
    graph("GET", "/roleManagement/directory/roleAssignments?$filter=principalId eq '{}'"),
    "RoleManagement.Read.Directory",
  ],
  [graph("POST", "/users/{}/checkMemberGroups"), "GroupMember.Read.All + User.Read.All"],
  [graph("POST", "/users/{}/somethingNew"), "unknown"],
  [graph("POST", "/users/{}/messages/{}/move"), "Mail.ReadWrite"],
  [graph("POST", "/users/{}/mailFolders/{}/messages/{}/move"), "Mail.ReadWrite"],
  [graph("DELETE", "/users/{}/messages/{}"), "Mail.ReadWrite"],
  [graph("GET", "/users/{}/messages/{}"), "unknown"],
  [graph("GET", "/users/{}/mailFolders/inbox/messageRules"), "MailboxSettings.Read"],
  [graph("DELETE", "/users/{}/mailFolders/inbox/messageRules/{}"), "MailboxSettings.ReadWrite"],
  [graph("DELETE", "/users/{}/mailFolders/inbox/messageRules"), "unknown"],
  [graph("GET", "/deviceManagement/managedDevices"), "DeviceManagementManagedDevices.Read.All"],
  ...["wipe", "retire", "remoteLock", "syncDevice"].map(
    (action) =>
      [
        graph("POST", `/deviceManagement/managedDevices/{}/${action}`),
        "DeviceManagementManagedDevices.PrivilegedOperations.All",
      ] as const,
  ),
  [graph("POST", "/deviceManagement/managedDevices/{}/somethingNew"), "unknown"],
  [graph("DELETE", "/servicePrincipals/{}/appRoleAssignedTo/{}"), "AppRoleAssignment.ReadWrite.All"],
  [graph("DELETE", "/servicePrincipals/{}/appRoleAssignments/{}"), "AppRoleAssignment.ReadWrite.All"],
  [graph("DELETE", "/users/{}/appRoleAssignments/{}"), "AppRoleAssignment.ReadWrite.All"],
  [graph("DELETE", "/groups/{}/appRoleAssignments/{}"), "AppRoleAssignment.ReadWrite.All"],
  [graph("PATCH", "/servicePrincipals/{}"), "Application.ReadWrite.All"],
  [graph("POST", "/roleManagement/directory/roleAssignments"), "RoleManagement.ReadWrite.Directory"],
  [graph("DELETE", "/roleManagement/directory/roleAssignments/{}"), "RoleManagement.ReadWrite.Directory"],
  [graph("POST", "/identityProtection/riskyUsers/confirmSafe"), "IdentityRiskyUser.ReadWrite.All"],
  [
    graph("POST", "/identityProtection/riskyServicePrincipals/confirmCompromised"),
    "IdentityRiskyServicePrincipal.ReadWrite.All",
  ],
  [{ method: "GET", uri: "{}", ...identity }, "unknown"],
  [{ method: "GET", uri: "https://graph.microsoft.com/v1.0/users" }, "credentials"],
  [arm("PUT", `${SECURITY}/Incidents/{}/comments/{}`), `Microsoft Sentinel Responder @ ${WORKSPACE}`],
  [arm("GET", `${SECURITY}/incidents/{}`), `Microsoft Sentinel Reader @ ${WORKSPACE}`],
  [arm("PUT", `${SECURITY}/watchlists/known/watchlistItems/{}`), `Microsoft Sentinel Contributor @ ${WORKSPACE}`],
  [arm("PUT", `${SECURITY}/alertRules/{}`), `Microsoft Sentinel Contributor @ ${WORKSPACE}`],
  [
    arm("POST", "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/{}/deallocate"),
    "Virtual Machine Contributor @ /subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/{}",
  ],
  [arm("GET", "/subscriptions/s/providers/Microsoft.Authorization/roleAssignments"), "Reader @ /subscriptions/s"],
  [arm("DELETE", "/subscriptions/s/resourceGroups/g"), "unknown"],
  [
    { method: "POST", uri: "https://api.loganalytics.azure.com/v1/workspaces/{}/query", ...identity },
    "Log Analytics Reader @ /v1/workspaces/{}",
  ],
  [
    { method: "GET", uri: "https://kv.vault.azure.net/secrets/key?api-version=7.4", ...identity },
    "Key Vault Secrets User @ kv.vault.azure.net",
  ],
  [
    { method: "POST", uri: "https://api.securitycenter.microsoft.com/api/machines/{}/isolate", ...identity },
    "Machine.Isolate",
  ],
  [sentinel("POST", "/Incidents/Comment"), "Microsoft Sentinel Responder @ workspace"],
  [sentinel("POST", "/entities/account"), "Microsoft Sentinel Reader @ workspace"],
  [sentinel("PUT", "/Incidents"), "Microsoft Sentinel Responder @ workspace"],
  [sentinel("POST", "/Incidents"), "Microsoft Sentinel Reader @ workspace"],
  [sentinel("POST", "/incident-creation"), "Microsoft Sentinel Reader @ workspace"],
  [sentinel("POST", "/NoSuchThing"), "unknown"],
  [{ ...sentinel("POST", "/Incidents/Comment"), isManagedConnection: false }, "consent azuresentinel"],
  [{ method: "POST", path: "/v2/Mail", connector: "office365" }, "consent office365"],
];

test.each(CASES)("%j", (call, need) => {
  expect(shown(needOfCall(call))).toBe(need);
});

test("every right of the tables has an id", () => {
  const ids = [
    ...graphRuleValues().map(graphPermissionId),
    ...azureRuleRoles().map((role) => azureRight(role, "x").id),
  ];
  expect(ids.filter((id) => !/^[0-9a-f-]{36}$/.test(id ?? ""))).toEqual([]);
});

test("rights that reach far are known as such", () => {
  const [first] = [needOfCall(graph("POST", "/groups/{}/members/$ref"))];
  expect(
    first?.kind === "rights" &&
      first.rights.every((right) => right.kind === "graph" && HIGH_RISK_RIGHTS.has(right.value)),
  ).toBe(true);
});

const source = {
  definition: {
    parameters: { $connections: { type: "Object", defaultValue: {} } },
    triggers: {
      incident: {
        type: "ApiConnectionWebhook",
        inputs: {
          host: { connection: { name: "@parameters('$connections')['azuresentinel-1']['connectionId']" } },
          path: "/incident-creation",
        },
      },
    },
    actions: {
      Disable: {
        type: "Http",
        inputs: {
          method: "PATCH",
          uri: "https://graph.microsoft.com/v1.0/users/@{triggerBody()?['id']}",
          body: { accountEnabled: false },
          authentication: { type: "ManagedServiceIdentity", audience: "https://graph.microsoft.com" },
        },
      },
    },
  },
  parameters: {
    $connections: {
      value: {
        "azuresentinel-1": {
          connectionId: "/c/1",
          id: "/subscriptions/s/providers/Microsoft.Web/locations/l/managedApis/azuresentinel",
          connectionProperties: { authentication: { type: "ManagedServiceIdentity" } },
        },
      },
    },
  },
};

test("the needs of a definition are those of the calls that a run makes", async () => {
  expect(workflowNeeds(source).map(({ action, need }) => [action, shown(need)])).toEqual([
    ["incident", "Microsoft Sentinel Reader @ workspace"],
    ["Disable", "User.EnableDisableAccount.All + User.Read.All"],
  ]);
  const answer = await runWorkflow({
    ...source,
    trigger: { outputs: { body: { id: "nina" } } },
    answer: stubAnswers({ Disable: [{ statusCode: 204 }] }),
    now: "2026-03-01T00:00:00Z",
  });
  const calls = "result" in answer ? answer.result.calls : [];
  expect(calls.map((call) => shown(recordedCallNeed(call, source)))).toEqual([
    "User.EnableDisableAccount.All + User.Read.All",
  ]);
});

test("the id of the incident is as good as its address", () => {
  const call = (uri: string, method = "GET") => ({
    type: "Http",
    inputs: {
      method,
      uri,
      authentication: { type: "ManagedServiceIdentity", audience: "https://management.azure.com" },
    },
  });
  const id = "@{triggerBody()?['object']?['id']}";
  const actions = {
    Relations: call(`https://management.azure.com${id}/relations?api-version=2023-02-01`),
    Entities: call(`https://management.azure.com${id}/entities?api-version=2023-02-01`, "POST"),
    Other: call("https://management.azure.com@{triggerBody()?['object']?['name']}/x"),
  };
  const needsFor = (path: string) => {
    const incident = {
      ...source.definition.triggers.incident,
      inputs: { ...source.definition.triggers.incident.inputs, path },
    };
    const definition = { ...source.definition, triggers: { incident }, actions };
    return workflowNeeds({ definition, parameters: source.parameters }).map(({ need }) => shown(need).split("/")[0]);
  };
  expect(needsFor("/incident-creation").slice(1)).toEqual([
    "Microsoft Sentinel Reader @ ",
    "Microsoft Sentinel Reader @ ",
    "unknown",
  ]);
  expect(needsFor("/subscribe").slice(1)).toEqual(["unknown", "unknown", "unknown"]);
});
