/** The access plane, exactly as the embedded monitor sees it. What it does not prove: that Entra accepts the policies. */

import { describe, expect, test } from "vitest";
import { type Mode, unknownProperty } from "../../src/monitor";
import { deploy, planOf, resource, target } from "./plans";

const PREFIX = "urn:pulumi:dev::picket::";
const STACK = `${PREFIX}pulumi:pulumi:Stack::picket-dev`;
const TENANT = `${PREFIX}picket:index:Tenant::contoso`;
const ACCESS = `${PREFIX}picket:index:Tenant$picket:index:ConditionalAccess::conditional-access`;
const ENTRA = `${PREFIX}pulumi:providers:azuread::azuread`;
const AZURE = `${PREFIX}pulumi:providers:azure-native::azure-native`;
const urn = (type: string, name: string) =>
  `${PREFIX}picket:index:Tenant$picket:index:ConditionalAccess$${type}::${name}`;

const POLICY = "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy";
const LOCATION = "azuread:index/namedLocation:NamedLocation";
const GROUP = "azuread:index/group:Group";
const STRENGTH = "azuread:index/authenticationStrengthPolicy:AuthenticationStrengthPolicy";

const output = (name: string, path: string) => ({ "picket:output": { name, path } });

const policyInputs = (excluded: unknown, location: unknown, strength: unknown) => ({
  displayName: "Block quarantine",
  state: "enabled",
  conditions: {
    applications: { includedApplications: ["All"] },
    clientAppTypes: ["all"],
    users: { includedUsers: ["All"], excludedGroups: [excluded] },
    locations: { includedLocations: ["All"], excludedLocations: [location] },
  },
  grantControls: { operator: "OR", authenticationStrengthPolicyId: strength },
});

const locationInputs = { displayName: "HQ", ip: { ipRanges: ["203.0.113.0/24"], trusted: true } };
const groupInputs = { displayName: "sg-quarantine", securityEnabled: true, preventDuplicateNames: true };
const strengthInputs = { displayName: "Keys", allowedCombinations: ["fido2"] };

/** By name, as a Plan is: the policy stands before what it refers to. */
const plan = planOf([
  resource("a-policy", {
    type: POLICY,
    parent: "access",
    inputs: policyInputs(output("b-group", "objectId"), output("c-place", "objectId"), output("d-keys", "id")) as never,
    options: { protect: true, import: "/identity/conditionalAccess/policies/9a000000-0000-4000-8000-000000000001" },
  }),
  resource("b-group", { type: GROUP, parent: "access", inputs: groupInputs }),
  resource("c-place", { type: LOCATION, parent: "access", inputs: locationInputs }),
  resource("d-keys", { type: STRENGTH, parent: "access", inputs: strengthInputs }),
]);

function expected(mode: Mode) {
  const known = (value: string) => (mode === "update" ? value : unknownProperty);
  const id = (name: string) => (mode === "update" ? name : "04da6b54-80e4-46f7-96ec-b56ff0331ba9");
  const entra = `${ENTRA}::${id("azuread")}`;
  const child = { parent: ACCESS, custom: true };
  const options = { provider: entra, version: "6.9.1" };
  const [group, place, keys] = [urn(GROUP, "b-group"), urn(LOCATION, "c-place"), urn(STRENGTH, "d-keys")];
  return [
    { urn: STACK, name: "picket-dev", custom: false },
    { urn: AZURE, name: "azure-native", custom: true },
    { urn: ENTRA, name: "azuread", custom: true },
    { urn: TENANT, name: "contoso", custom: false },
    {
      urn: ACCESS,
      type: "picket:index:ConditionalAccess",
      name: "conditional-access",
      parent: TENANT,
      custom: false,
      inputs: {},
      options: {},
    },
    { urn: keys, type: STRENGTH, name: "d-keys", ...child, inputs: strengthInputs, options },
    { urn: group, type: GROUP, name: "b-group", ...child, inputs: groupInputs, options },
    { urn: place, type: LOCATION, name: "c-place", ...child, inputs: locationInputs, options },
    {
      urn: urn(POLICY, "a-policy"),
      type: POLICY,
      name: "a-policy",
      ...child,
      inputs: policyInputs(known("b-group"), known("c-place"), known("d-keys")),
      options: {
        protect: true,
        import: "/identity/conditionalAccess/policies/9a000000-0000-4000-8000-000000000001",
        dependsOn: [keys, group, place],
        propertyDependencies: { conditions: [group, place], grantControls: [keys] },
        ...options,
      },
    },
  ];
}

describe.concurrent("policies, locations, strengths and groups", () => {
  test.each<Mode>(["preview", "update"])("register exactly this, in %s", async (mode) => {
    const { registrations, messages, failure } = await deploy(plan, { mode });
    expect({ failure, messages }).toEqual({ failure: undefined, messages: [] });
    const wanted = expected(mode);
    expect(registrations.length).toBe(wanted.length);
    expect(registrations.slice(0, 4)).toMatchObject(wanted.slice(0, 4));
    expect(registrations.slice(4)).toEqual(wanted.slice(4));
  });

  test("a tenant without a workspace needs no Azure provider", async () => {
    const { workspace: _workspace, ...entraOnly } = target;
    const { registrations, failure } = await deploy({ ...plan, target: entraOnly });
    expect(failure).toBe(undefined);
    expect(registrations.map(({ name }) => name)).toEqual([
      "picket-dev",
      "azuread",
      "contoso",
      "conditional-access",
      "d-keys",
      "b-group",
      "c-place",
      "a-policy",
    ]);
  });
});
