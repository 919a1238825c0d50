import { describe, expect, test } from "vitest";
import { type Change, compare, oldStateOf, type Plan, type Resource } from "../../src/plan";

const RULE = "azure-native:securityinsights:ScheduledAlertRule";

function resource(name: string, inputs: Resource["inputs"], parts: Partial<Resource> = {}): Resource {
  return {
    name,
    type: RULE,
    parent: "detections",
    inputs: { ruleId: `id-${name}`, displayName: name, ...inputs },
    dependsOn: [],
    options: {},
    origin: { document: name, path: `${name}.yaml`, line: 1 },
    ...parts,
  };
}

function plan(resources: readonly Resource[], parts: Partial<Plan> = {}): Plan {
  const target = { tenantId: "t", deploy: true, allowEmpty: false };
  return { version: 1, tenant: "t", target, documents: [], resources, inactive: [], manual: [], ...parts };
}

/** Changes as `sign name: path before>after`, with the reason. */
function changes(
  before: readonly Resource[],
  after: readonly Resource[],
  parts: Partial<Plan> = {},
): readonly string[] {
  const old = oldStateOf(JSON.parse(JSON.stringify(plan(before))));
  return old ? compare(old, plan(after, parts)).map(told) : ["no old state"];
}

const told = ({ change, name, properties, because }: Change) =>
  [
    `${change} ${name}`,
    ...properties.map(({ path, before, after }) => `${path} ${JSON.stringify(before)}>${JSON.stringify(after)}`),
    ...(because ? [because] : []),
  ].join(" | ");

describe("compare", () => {
  test("equal plans in another order of keys give no change", () => {
    const left = resource("a", { query: "A", tactics: ["X"] });
    const right = resource("a", { tactics: ["X"], query: "A" });
    expect(changes([left], [right])).toEqual([]);
  });

  test("moving a file is no change", () => {
    const left = resource("a", {});
    expect(changes([left], [{ ...left, origin: { document: "a", path: "elsewhere.yaml", line: 9 } }])).toEqual([]);
  });

  test("each kind of change, destructive first", () => {
    const before = [
      resource("changed", { query: "A" }),
      resource("gone", {}),
      resource("moved", { workspaceName: "w1" }),
      resource("same", {}),
    ];
    const after = [
      resource("changed", { query: "B", incidentConfiguration: { createIncident: true } }),
      resource("moved", { workspaceName: "w2" }),
      resource("same", {}),
      resource("new", {}),
      resource("taken-over", {}, { options: { import: "/subscriptions/x" } }),
    ];
    expect(changes(before, after)).toEqual([
      'replaced moved | workspaceName "w1">"w2" | workspaceName can\'t be changed in place; the id of a deleted rule stays taken for about a day: give the document a `generation`',
      "deleted gone",
      'changed changed | incidentConfiguration undefined>{"createIncident":true} | query "A">"B"',
      "adopted taken-over",
      "added new",
    ]);
  });

  test("a new id replaces without a tombstone in its way", () => {
    expect(changes([resource("a", {})], [resource("a", { ruleId: "id-2" })])).toEqual([
      'replaced a | ruleId "id-a">"id-2" | ruleId can\'t be changed in place',
    ]);
  });

  test("another kind of resource under one name is a replacement", () => {
    const nrt = resource(
      "a",
      {},
      { type: "azure-native:resources:Resource", inputs: { resourceName: "id-a", kind: "NRT" } },
    );
    expect(changes([resource("a", {})], [nrt])).toEqual([
      'replaced a | displayName "a">undefined | kind undefined>"NRT" | resourceName undefined>"id-a" | ruleId "id-a">undefined | it becomes another kind of resource; the id of a deleted rule stays taken for about a day: give the document a `generation`',
    ]);
  });

  test("an inactive document says why its resource goes", () => {
    const inactive = [{ key: "a", kind: "Scheduled", title: "A", because: "no SigninLogs in this tenant" }];
    expect(changes([resource("a", {})], [], { inactive })).toEqual([
      "deleted a | inactive: no SigninLogs in this tenant",
    ]);
  });

  test("an option that replaces on a change counts", () => {
    const search = (query: string) =>
      resource(
        "a",
        {},
        {
          type: "azure-native:operationalinsights:SavedSearch",
          inputs: { query },
          options: { replaceOnChanges: ["query"] },
        },
      );
    expect(changes([search("A")], [search("B")])).toEqual([
      'replaced a | query "A">"B" | query can\'t be changed in place',
    ]);
  });
});

describe("old states", () => {
  test("a stack export: custom resources of the providers, defaults and deleted ones left out", () => {
    const exported = {
      version: 3,
      deployment: {
        resources: [
          { urn: "urn:pulumi:s::p::pulumi:pulumi:Stack::p-s", type: "pulumi:pulumi:Stack", custom: false },
          {
            urn: "urn:pulumi:s::p::pulumi:providers:azure-native::main",
            type: "pulumi:providers:azure-native",
            custom: true,
            inputs: {},
          },
          {
            urn: `urn:pulumi:s::p::picket:index:Tenant$${RULE}::a`,
            type: RULE,
            custom: true,
            id: "/id/a",
            inputs: { __defaults: [], query: "A" },
          },
          {
            urn: `urn:pulumi:s::p::picket:index:Tenant$${RULE}::b`,
            type: RULE,
            custom: true,
            delete: true,
            inputs: {},
          },
        ],
      },
    };
    expect(oldStateOf(exported)).toEqual({
      resources: [{ name: "a", type: RULE, inputs: { query: "A" }, id: "/id/a" }],
    });
  });

  test("what providers note beside a program's inputs is left out of an export", () => {
    const inputs = {
      azureApiVersion: "2024-09-01",
      __createBeforeDelete: true,
      __defaults: ["state"],
      state: "filled in",
      conditions: { __defaults: ["types"], types: ["filled in"], users: [{ __defaults: [], who: "given" }] },
      customDetails: { __mine: "given" },
    };
    const urn = `urn:pulumi:s::p::${RULE}::a`;
    const exported = { version: 3, deployment: { resources: [{ urn, type: RULE, custom: true, inputs }] } };
    const given = { conditions: { users: [{ who: "given" }] }, customDetails: { __mine: "given" } };
    expect(oldStateOf(exported)).toEqual({ resources: [{ name: "a", type: RULE, inputs: given }] });
  });

  test.each([[null], [[]], [{}], [{ version: 1 }], ["plan"], [{ deployment: { resources: 7 } }]])(
    "%j is none",
    (value) => {
      expect(oldStateOf(value)).toBe(undefined);
    },
  );

  test("an empty stack has no resources", () => {
    expect(oldStateOf({ version: 3, deployment: {} })).toEqual({ resources: [] });
  });

  test("an output whose resource the state knows is its id", () => {
    const old = {
      resources: [
        { name: "g", type: "t", inputs: {}, id: "42" },
        { name: "p", type: "t", inputs: { group: "42" } },
      ],
    };
    const next = plan([
      resource("g", {}, { type: "t", inputs: {} }),
      resource("p", {}, { type: "t", inputs: { group: { "picket:output": { name: "g", path: "id" } } } }),
    ]);
    expect(compare(old, next)).toEqual([]);
  });
});
