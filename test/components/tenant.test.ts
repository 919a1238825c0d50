/** All that a Plan registers, exactly, as the embedded monitor sees it. What it does not prove: that Azure or the typed classes' provider
 *  accepts the inputs, and what the engine makes of the options (test/engine). */

import { describe, expect, test } from "vitest";
import { type Mode, unknownProperty } from "../../src/monitor";
import { answers, deploy, place, planOf, resource, ruleInputs, target, workspace } from "./plans";

const PREFIX = "urn:pulumi:dev::picket::";
const STACK = `${PREFIX}pulumi:pulumi:Stack::picket-dev`;
const TENANT = `${PREFIX}picket:index:Tenant::contoso`;
const DETECTIONS = `${PREFIX}picket:index:Tenant$picket:index:Detections::detections`;
const AZURE = `${PREFIX}pulumi:providers:azure-native::azure-native`;
const ENTRA = `${PREFIX}pulumi:providers:azuread::azuread`;
const urn = (type: string, name: string) => `${PREFIX}picket:index:Tenant$picket:index:Detections$${type}::${name}`;

const ONBOARDING = "azure-native:securityinsights:SentinelOnboardingState";
const RULE = "azure-native:securityinsights:ScheduledAlertRule";
const WATCHLIST = "azure-native:securityinsights:Watchlist";
const ITEM = "azure-native:securityinsights:WatchlistItem";
const SEARCH = "azure-native:operationalinsights:SavedSearch";
const GENERIC = "azure-native:resources:Resource";

/** In the Plan's order, by name: what is referred to comes later. A sample may be run in the monitor. */
const plan = planOf(planResources(), { deploy: false });

function planResources() {
  return [
    resource("a-item", {
      type: ITEM,
      inputs: {
        ...place,
        watchlistAlias: { "picket:output": { name: "z-list", path: "watchlistAlias" } },
        watchlistItemId: "bbbbbbbb-0000-0000-0000-000000000001",
        itemsKeyValue: {
          Address: "192.0.2.0/24",
          Owner: { "picket:output": { name: "z-list", path: "createdBy.name" } },
          Token: { "picket:secret": "feed-token" },
          Parent: { "picket:output": { name: "z-list", path: "id" } },
        },
      },
    }),
    resource("hunt", {
      type: SEARCH,
      inputs: {
        ...place,
        savedSearchId: "hunt",
        category: "Hunting Queries",
        displayName: "Hunt",
        query: "SigninLogs",
        tags: [
          { name: "app", value: lookup("appId") },
          { name: "name", value: lookup("details.name") },
        ],
      },
      options: {
        deleteBeforeReplace: true,
        replaceOnChanges: ["query"],
        retainOnDelete: true,
      },
    }),
    resource("new-user", {
      dependsOn: ["onboarding"],
      options: {
        protect: true,
        ignoreChanges: ["enabled"],
        import: "/subscriptions/s/alertRules/1",
        aliases: ["old-user"],
      },
    }),
    resource("nrt", {
      type: GENERIC,
      inputs: {
        resourceGroupName: "rg-soc",
        resourceProviderNamespace: "Microsoft.OperationalInsights",
        parentResourcePath: "workspaces/law-soc/providers/Microsoft.SecurityInsights",
        resourceType: "alertRules",
        resourceName: "aaaaaaaa-0000-0000-0000-000000000002",
        apiVersion: "2024-10-01-preview",
        kind: "NRT",
        properties: { displayName: "Fast", query: "SigninLogs" },
      },
    }),
    resource("onboarding", {
      type: ONBOARDING,
      inputs: { ...place, sentinelOnboardingStateName: "default" },
      options: { protect: true },
    }),
    resource("z-list", {
      type: WATCHLIST,
      inputs: {
        ...place,
        watchlistAlias: "Egress",
        displayName: "Egress",
        provider: "picket",
        itemsSearchKey: "Address",
      },
    }),
  ];
}

function lookup(path: string) {
  const args = { clientId: "00000003-0000-0000-c000-000000000000" };
  return { "picket:lookup": { type: "azuread:index/getServicePrincipal:getServicePrincipal", args, path } };
}

const world = {
  resource: ({ name, inputs }: { name: string; inputs: object }, mode: Mode) => {
    const outputs = name === "z-list" && mode === "update" ? { ...inputs, createdBy: { name: "someone" } } : inputs;
    return { ...(mode === "update" ? { id: `/id/${name}` } : {}), outputs: { ...outputs } };
  },
  invoke: (invocation: Parameters<typeof answers.invoke>[0], mode: Mode) =>
    invocation.token.includes("getServicePrincipal")
      ? { appId: "graph", details: { name: "Microsoft Graph" } }
      : answers.invoke(invocation, mode),
};

function expected(mode: Mode) {
  const known = <T>(value: T) => (mode === "update" ? value : unknownProperty);
  const id = (name: string) => (mode === "update" ? name : "04da6b54-80e4-46f7-96ec-b56ff0331ba9");
  const azure = { provider: `${AZURE}::${id("azure-native")}`, version: "3.28.0" };
  const entra = `${ENTRA}::${id("azuread")}`;
  const child = { parent: DETECTIONS, custom: true };
  const list = urn(WATCHLIST, "z-list");
  return [
    { urn: STACK, type: "pulumi:pulumi:Stack", name: "picket-dev", custom: false, inputs: {}, options: {} },
    {
      urn: AZURE,
      type: "pulumi:providers:azure-native",
      name: "azure-native",
      parent: STACK,
      custom: true,
      inputs: { environment: "public", tenantId: target.tenantId, subscriptionId: workspace.subscriptionId },
      options: { version: "3.28.0" },
    },
    {
      urn: ENTRA,
      type: "pulumi:providers:azuread",
      name: "azuread",
      parent: STACK,
      custom: true,
      inputs: { environment: "public", tenantId: target.tenantId, useMsi: "false" },
      options: {
        additionalSecretOutputs: ["clientCertificatePassword", "clientId", "clientSecret"],
        version: "6.9.1",
      },
    },
    {
      urn: TENANT,
      type: "picket:index:Tenant",
      name: "contoso",
      parent: STACK,
      custom: false,
      inputs: {},
      options: { providers: { "azure-native": azure.provider, azuread: entra } },
    },
    {
      urn: DETECTIONS,
      type: "picket:index:Detections",
      name: "detections",
      parent: TENANT,
      custom: false,
      inputs: {},
      options: {},
    },
    {
      urn: urn(SEARCH, "hunt"),
      type: SEARCH,
      name: "hunt",
      ...child,
      inputs: {
        ...place,
        savedSearchId: "hunt",
        category: "Hunting Queries",
        displayName: "Hunt",
        query: "SigninLogs",
        tags: [
          { name: "app", value: "graph" },
          { name: "name", value: "Microsoft Graph" },
        ],
      },
      options: { retainOnDelete: true, deleteBeforeReplace: true, replaceOnChanges: ["query"], ...azure },
    },
    {
      urn: urn(GENERIC, "nrt"),
      type: GENERIC,
      name: "nrt",
      ...child,
      inputs: plan.resources.find(({ name }) => name === "nrt")?.inputs,
      options: azure,
    },
    {
      urn: urn(ONBOARDING, "onboarding"),
      type: ONBOARDING,
      name: "onboarding",
      ...child,
      inputs: { ...place, sentinelOnboardingStateName: "default" },
      options: { protect: true, ...azure },
    },
    {
      urn: list,
      type: WATCHLIST,
      name: "z-list",
      ...child,
      inputs: {
        ...place,
        watchlistAlias: "Egress",
        displayName: "Egress",
        provider: "picket",
        itemsSearchKey: "Address",
      },
      options: azure,
    },
    {
      urn: urn(RULE, "new-user"),
      type: RULE,
      name: "new-user",
      ...child,
      inputs: ruleInputs,
      options: {
        protect: true,
        ignoreChanges: ["enabled"],
        import: "/subscriptions/s/alertRules/1",
        aliases: [{ name: "old-user", parent: DETECTIONS }],
        dependsOn: [urn(ONBOARDING, "onboarding")],
        ...azure,
      },
    },
    {
      urn: urn(ITEM, "a-item"),
      type: ITEM,
      name: "a-item",
      ...child,
      inputs: {
        ...place,
        watchlistAlias: "Egress",
        watchlistItemId: "bbbbbbbb-0000-0000-0000-000000000001",
        itemsKeyValue: {
          Address: "192.0.2.0/24",
          Owner: known("someone"),
          Token: { "pulumi:secret": "canary" },
          Parent: known("/id/z-list"),
        },
      },
      options: { dependsOn: [list], propertyDependencies: { itemsKeyValue: [list], watchlistAlias: [list] }, ...azure },
    },
  ];
}

describe.concurrent("a Plan", () => {
  test.each<Mode>(["preview", "update"])("registers exactly this, in %s", async (mode) => {
    const { registrations, invocations, messages, failure, outputs } = await deploy(plan, {
      mode,
      answers: world,
      secrets: { "picket:feed-token": "canary" },
    });
    expect({ failure, messages }).toEqual({ failure: undefined, messages: [] });
    expect(registrations).toEqual(expected(mode));
    // Two leaves ask the same, so it is asked once.
    expect(invocations.map(({ token }) => token).sort()).toEqual([
      "azure-native:authorization:getClientConfig",
      "azure-native:operationalinsights:getWorkspace",
      "azuread:index/getClientConfig:getClientConfig",
      "azuread:index/getServicePrincipal:getServicePrincipal",
    ]);
    const names = ["a-item", "hunt", "new-user", "nrt", "onboarding", "z-list"];
    expect(outputs).toEqual({
      deployed: Object.fromEntries(names.map((name) => [name, mode === "update" ? `/id/${name}` : unknownProperty])),
    });
  });

  test("moved files change nothing that is registered", async () => {
    const moved = plan.resources.map((each) => ({
      ...each,
      origin: { document: "x", path: "elsewhere.yaml", line: 99 },
    }));
    const secrets = { "picket:feed-token": "canary" };
    const { registrations } = await deploy({ ...plan, resources: moved.reverse() }, { answers: world, secrets });
    expect(registrations).toEqual(expected("update"));
  });

  test("an output that is not there after a deployment is an error, and names itself", async () => {
    const { failure, messages } = await deploy(plan, {
      secrets: { "picket:feed-token": "canary" },
      answers: { ...world, resource: answers.resource },
    });
    expect(failure).toBe("the program ended with exit code 32");
    expect(messages.map(({ message }) => message).join("\n")).toContain(
      "there is no output `createdBy.name` of `z-list`",
    );
  });
});
