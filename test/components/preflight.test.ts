/** A Plan that must not be deployed registers nothing but providers. What it does not prove: what Azure's own answers look like beyond the
 *  fields that the packages declare. */

import { describe, expect, test } from "vitest";
import { isMonitored } from "../../components/preflight";
import type { Answers, PropertyMap } from "../../src/monitor";
import type { Plan } from "../../src/plan";
import { answers, deploy, planOf, resource, workspace } from "./plans";

const STACK_AND_PROVIDER = ["pulumi:pulumi:Stack", "pulumi:providers:azure-native"];
const OTHER_TENANT = "99999999-9999-9999-9999-999999999999";

/** The target's world, but for one provider function. */
function worldWith(token: string, answer: () => PropertyMap): Answers {
  return {
    ...answers,
    invoke: (invocation, mode) => (invocation.token.endsWith(token) ? answer() : answers.invoke(invocation, mode)),
  };
}

interface Refusal {
  readonly why: string;
  readonly plan?: Plan;
  readonly world?: Answers;
  readonly config?: Record<string, string>;
  readonly registered: readonly string[];
  readonly sentence: string;
}

const workspaceId = (name: string) =>
  `/subscriptions/${workspace.subscriptionId}/resourceGroups/rg-soc/providers/Microsoft.OperationalInsights/workspaces/${name}`;

const refusals: readonly Refusal[] = [
  {
    why: "signed in to another tenant",
    world: worldWith("authorization:getClientConfig", () => ({ tenantId: OTHER_TENANT })),
    registered: STACK_AND_PROVIDER,
    sentence:
      "azure-native is signed in to tenant `99999999-9999-9999-9999-999999999999`, but the Plan is for `11111111-1111-1111-1111-111111111111`",
  },
  {
    why: "signed in to another directory",
    plan: planOf([
      resource("a", {
        inputs: { query: { "picket:lookup": { type: "azuread:index/getUser:getUser", args: {}, path: "id" } } },
      }),
    ]),
    world: worldWith("azuread:index/getClientConfig:getClientConfig", () => ({ tenantId: OTHER_TENANT })),
    registered: [...STACK_AND_PROVIDER, "pulumi:providers:azuread"],
    sentence:
      "azuread is signed in to tenant `99999999-9999-9999-9999-999999999999`, but the Plan is for `11111111-1111-1111-1111-111111111111`",
  },
  {
    why: "the workspace of another subscription",
    world: worldWith("getWorkspace", () => ({ id: workspaceId("law-soc").replace("33333333", "44444444") })),
    registered: STACK_AND_PROVIDER,
    sentence: `the credentials reach the workspace \`${workspaceId("law-soc").replace("33333333", "44444444")}\`, but the Plan is for \`${workspaceId("law-soc")}\``,
  },
  {
    why: "no such workspace",
    plan: planOf([resource("a")], { workspace: { ...workspace, name: "law-gone" } }),
    registered: STACK_AND_PROVIDER,
    sentence: `the workspace \`${workspaceId("law-gone")}\` cannot be read: ResourceNotFound: no workspace \`law-gone\` in \`rg-soc\``,
  },
  {
    why: "a sample outside the monitor",
    plan: planOf([resource("a")], { deploy: false }),
    config: { "test:elsewhere": "true" },
    registered: ["pulumi:pulumi:Stack"],
    sentence: "tenant `contoso` is a sample (`deploy: false`) and is never deployed",
  },
];

describe.concurrent("refused", () => {
  test.each(refusals)(
    "$why",
    async ({ plan = planOf([resource("a")]), world = answers, config = {}, registered, sentence }) => {
      const { exitCode, messages, registrations } = await deploy(plan, { answers: world, config });
      expect({ exitCode, messages, types: registrations.map(({ type }) => type) }).toEqual({
        exitCode: 32,
        messages: [{ severity: "error", message: `nothing was deployed:\n- ${sentence}` }],
        types: registered,
      });
    },
  );
});

describe.concurrent("let pass", () => {
  test("an empty Plan that is meant; ids that differ in case alone", async () => {
    const shouting = worldWith("getWorkspace", () => ({ id: workspaceId("law-soc").toUpperCase() }));
    const { failure, registrations } = await deploy(planOf([], { allowEmpty: true }), { answers: shouting });
    expect({ failure, types: registrations.map(({ type }) => type) }).toEqual({
      failure: undefined,
      types: [...STACK_AND_PROVIDER, "picket:index:Tenant"],
    });
  });

  test("how to sign in is the stack's configuration, which tenant is the Plan's", async () => {
    const { registrations } = await deploy(planOf([resource("a")]), {
      config: { "azure-native:clientId": "app", "azure-native:useOidc": "true", "azure-native:tenantId": OTHER_TENANT },
      secrets: { "azure-native:clientSecret": "canary" },
    });
    expect(registrations.find(({ type }) => type === "pulumi:providers:azure-native")?.inputs).toEqual({
      clientId: { "pulumi:secret": "app" },
      clientSecret: { "pulumi:secret": "canary" },
      environment: "public",
      subscriptionId: workspace.subscriptionId,
      tenantId: "11111111-1111-1111-1111-111111111111",
      useOidc: "true",
    });
  });
});

describe("whether a program runs in picket's monitor", () => {
  test.each([
    [{}, false],
    [{ PICKET_MONITOR: "127.0.0.1:1" }, false],
    [{ PULUMI_NODEJS_MONITOR: "127.0.0.1:1" }, false],
    [{ PICKET_MONITOR: "1", PULUMI_NODEJS_MONITOR: "127.0.0.1:1" }, false],
    [{ PICKET_MONITOR: "", PULUMI_NODEJS_MONITOR: "" }, false],
    [{ PICKET_MONITOR: "127.0.0.1:1", PULUMI_NODEJS_MONITOR: "127.0.0.1:1" }, true],
  ])("%j", (env, is) => {
    expect(isMonitored(env)).toBe(is);
  });
});
