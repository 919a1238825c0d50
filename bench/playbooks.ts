/** Workflows for measuring. */

export const NOW = "2026-03-01T10:00:00Z";

/** A chain of actions, each of which reads the one before. */
export function chainOf(actions: number): object {
  const chain = Array.from({ length: actions }, (_, index) => [
    `Step_${index}`,
    {
      type: "Compose",
      inputs: {
        note: `step @{add(${index}, 1)} at @{utcNow('HH:mm')}`,
        before: index === 0 ? 0 : `@length(string(outputs('Step_${index - 1}').note))`,
      },
      runAfter: index === 0 ? {} : { [`Step_${index - 1}`]: ["Succeeded"] },
    },
  ]);
  return { triggers: { manual: { type: "Request", kind: "Http", inputs: {} } }, actions: Object.fromEntries(chain) };
}

const identity = { type: "ManagedServiceIdentity", audience: "https://graph.microsoft.com" };
const user = "https://graph.microsoft.com/v1.0/users/@{triggerBody()?['account']?['AadUserId']}";
const body = {
  account: { AadUserId: "22222222-2222-4222-8222-222222222222", Name: "nina" },
  incident: { id: "/incidents/1", number: 7 },
};
const comment = {
  incidentArmId: "@triggerBody()?['incident']?['id']",
  message: "@concat('disabled ', body('Get_user')?['userPrincipalName'], ' at ', utcNow('yyyy-MM-dd HH:mm'))",
};
const found = {
  statusCode: 200,
  body: { id: body.account.AadUserId, userPrincipalName: "nina@contoso.example", accountEnabled: true },
};

/** Looks a user up, disables the account when it is enabled, and says so. */
export const disableUser = {
  definition: {
    triggers: { manual: { type: "Request", kind: "Http", inputs: {} } },
    actions: {
      Get_user: {
        type: "Http",
        inputs: { method: "GET", uri: `${user}?$select=id,userPrincipalName,accountEnabled`, authentication: identity },
      },
      If_enabled: {
        type: "If",
        expression: { and: [{ equals: ["@body('Get_user')?['accountEnabled']", true] }] },
        actions: {
          Disable: {
            type: "Http",
            inputs: { method: "PATCH", uri: user, body: { accountEnabled: false }, authentication: identity },
          },
          Comment: {
            type: "Http",
            inputs: {
              method: "PUT",
              uri: "https://management.azure.com@{triggerBody()?['incident']?['id']}/comments/1",
              body: comment,
              authentication: identity,
            },
            runAfter: { Disable: ["Succeeded"] },
          },
        },
        runAfter: { Get_user: ["Succeeded"] },
      },
    },
  },
  trigger: { outputs: { body } },
  stubs: { Get_user: [found], Disable: [{ statusCode: 204 }], Comment: [{ statusCode: 201, body: {} }] },
  /** The same expressions, action by action, in the world that they find. */
  templates: [
    `${user}?$select=id,userPrincipalName,accountEnabled`,
    "@equals(body('Get_user')?['accountEnabled'], true)",
    user,
    comment,
  ],
  context: { trigger: { outputs: { body } }, actions: { Get_user: { outputs: found } } },
};
