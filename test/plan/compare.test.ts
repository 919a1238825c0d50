import { describe, expect, test } from "vitest";
import { type Change, compare, type OldState, oldStateOf, type Plan, type Resource } from "../../src/plan";

const RULE = "azure-native:securityinsights:ScheduledAlertRule";
const LIST = "azure-native:securityinsights:Watchlist";
const ITEM = "azure-native:securityinsights:WatchlistItem";

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

  /** Changes of a Plan against a stack's state. */
  function against(state: OldState["resources"], after: readonly Resource[]): readonly string[] {
    return compare({ resources: state }, plan(after)).map(told);
  }
  const output = (name: string, path: string) => ({ "picket:output": { name, path } });
  const lookup = (path: string) => ({ "picket:lookup": { type: "azuread:index/getGroup:getGroup", args: {}, path } });

  test("an output is what the state knows of that resource", () => {
    const state = [
      { name: "g", type: "t", inputs: {}, id: "/id/g", outputs: { identity: { principalId: "p-1" } } },
      { name: "same", type: "t", inputs: { group: "/id/g", principal: "p-1" } },
      { name: "other", type: "t", inputs: { group: "/id/else", principal: "p-1" } },
    ];
    const inputs = { group: output("g", "id"), principal: output("g", "identity.principalId") };
    const after = [
      resource("g", {}, { type: "t", inputs: {} }),
      resource("same", {}, { type: "t", inputs }),
      resource("other", {}, { type: "t", inputs }),
    ];
    expect(against(state, after)).toEqual(['changed other | group "/id/else">"/id/g"']);
  });

  test("an output of a resource that is not there yet is a change", () => {
    const state = [{ name: "p", type: "t", inputs: { group: "/id/g" } }];
    const after = [
      resource("g", {}, { type: "t", inputs: {} }),
      resource("p", {}, { type: "t", inputs: { group: output("g", "id") } }),
    ];
    expect(against(state, after)).toEqual([
      'changed p | group "/id/g">{"picket:output":{"name":"g","path":"id"}}',
      "added g",
    ]);
  });

  test("what only a deployment can tell is no change against a state, but is one against a Plan", () => {
    const before = resource("p", {}, { type: "t", inputs: { group: lookup("id"), secret: { "picket:secret": "a" } } });
    const after = resource("p", {}, { type: "t", inputs: { group: lookup("name"), secret: { "picket:secret": "b" } } });
    const state = [{ name: "p", type: "t", inputs: { group: "g-1", secret: { ciphertext: "x" } } }];
    expect(against(state, [after])).toEqual([]);
    expect(against([{ name: "p", type: "t", inputs: {} }], [after])[0]).toMatch(/^changed p \| group undefined>/);
    expect(changes([before], [before])).toEqual([]);
    expect(changes([before], [after])[0]).toMatch(/^changed p \| group .*"path":"id".*\| secret .*"a".*>.*"b"/);
  });

  test("what belongs to a replaced resource is replaced with it", () => {
    const list = (searchKey: string) =>
      resource(
        "list",
        {},
        { type: LIST, inputs: { watchlistAlias: "L", searchKey }, options: { replaceOnChanges: ["searchKey"] } },
      );
    const item = resource("item", {}, { type: ITEM, inputs: { watchlistAlias: output("list", "watchlistAlias") } });
    const fresh = resource("fresh", {}, { type: ITEM, inputs: { watchlistAlias: output("list", "watchlistAlias") } });
    expect(changes([list("A"), item], [list("B"), item, fresh])).toEqual([
      "replaced item | `list`, to which it belongs, is replaced",
      'replaced list | searchKey "A">"B" | searchKey can\'t be changed in place',
      "added fresh",
    ]);
  });

  const PLACE = "azuread:index/namedLocation:NamedLocation";
  const place = (inputs: Resource["inputs"]) => resource("place", {}, { type: PLACE, inputs });
  const ip = (...ipRanges: readonly string[]) => ({ ip: { ipRanges, trusted: false } });

  test("a location that becomes one of the other kind is replaced, and what names it follows", () => {
    const policy = resource("p", {}, { type: "t", inputs: { places: [output("place", "objectId"), "x"] } });
    const state = [
      { name: "place", type: PLACE, id: "/namedLocations/one", inputs: ip("192.0.2.0/24") },
      { name: "p", type: "t", inputs: { places: ["one", "x"] } },
    ];
    expect(against(state, [place(ip("198.51.100.0/24")), policy]).map((line) => line.slice(0, 20))).toEqual([
      "changed place | ip.i",
    ]);
    expect(against(state, [place({ country: { countriesAndRegions: ["BE"] } }), policy])).toEqual([
      expect.stringMatching(/^replaced place \| country .*\| country, ip can't be changed in place$/),
      expect.stringMatching(/^changed p \| places \["one","x"\]>/),
    ]);
  });

  test("an answer of the directory in a list is no change against a state", () => {
    const policy = (...groups: Resource["inputs"][string][]) => resource("p", {}, { type: "t", inputs: { groups } });
    const state = [{ name: "p", type: "t", inputs: { groups: ["a", "g-1"] } }];
    expect(against(state, [policy("a", lookup("id"))])).toEqual([]);
    expect(against(state, [policy("b", lookup("id"))])).toHaveLength(1);
    expect(against(state, [policy(lookup("id"))])).toHaveLength(1);
  });
});
