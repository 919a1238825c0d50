/** What was changed in the portal shows after a refresh, whatever it is, and `up` brings it back. */

import { expect, test } from "vitest";
import { hunt, nrtRule, rule, watchlist, workspaceFunction } from "./documents";
import type { Properties } from "./plugins/values";
import { callsOf } from "./plugins/world/world";
import { newProject, type Project } from "./stack";

/** A rule that says all that a rule can say. */
const FULL = {
  description: "Seen from the outside.",
  relevantTechniques: "[T1078]",
  entityMappings: "[{ entityType: IP, fieldMappings: [{ identifier: Address, columnName: IPAddress }] }]",
  customDetails: "{ App: AppDisplayName }",
  alertDetailsOverride: "{ alertDisplayNameFormat: 'From {{IPAddress}}' }",
  suppressionEnabled: "true",
  suppressionDuration: "2h",
  eventGroupingSettings: "{ aggregationKind: AlertPerResult }",
  alertRuleTemplateName: "cccccccc-0000-4000-8000-000000000001",
  templateVersion: "1.0.0",
};

/** What a person sets instead, property by property. */
const OTHERWISE: Properties = {
  alertDetailsOverride: { alertDisplayNameFormat: "Otherwise" },
  alertRuleTemplateName: "cccccccc-0000-4000-8000-000000000002",
  customDetails: { App: "AppId" },
  description: "Otherwise.",
  displayName: "Otherwise",
  enabled: false,
  entityMappings: [{ entityType: "IP", fieldMappings: [{ identifier: "Address", columnName: "Location" }] }],
  eventGroupingSettings: { aggregationKind: "SingleAlert" },
  incidentConfiguration: { createIncident: false },
  query: "SigninLogs | where Level == 9",
  queryFrequency: "PT5H",
  queryPeriod: "PT5H",
  severity: "Low",
  suppressionDuration: "PT5H",
  suppressionEnabled: false,
  tactics: ["Impact"],
  techniques: ["T1486"],
  templateVersion: "9.9.9",
  triggerOperator: "LessThan",
  triggerThreshold: 9,
};

const changed = Object.keys(OTHERWISE);
const keyOf = (property: string) => `rule-${property.toLowerCase()}`;
let project: Project;
let deployed: Readonly<Record<string, Properties>>;

const contents = () => Object.fromEntries(project.arm.all().map(({ etag: _, ...body }) => [String(body.id), body]));
const objectNamed = (name: string) =>
  project.arm.all().find(({ properties }) => (properties as Properties)?.displayName === name) ?? {};

function changeOutside(name: string, properties: Properties): void {
  const body = objectNamed(name);
  const { id } = body;
  project.arm.put(String(id), {
    ...body,
    etag: '"outside"',
    properties: { ...(body.properties as Properties), ...properties },
  });
}

test("a workspace in which each rule is changed in one property", async () => {
  project = await newProject({
    ...Object.fromEntries(changed.map((property) => [`rules/${keyOf(property)}.yaml`, rule(keyOf(property), FULL)])),
    "rules/nrt.yaml": nrtRule("fast"),
    "rules/hunt.yaml": hunt("hunt"),
    "rules/function.yaml": workspaceFunction("bad-sources"),
    "rules/list.yaml": watchlist("egress", { rows: "[[192.0.2.0/24, HQ]]" }),
  });
  expect((await project.up()).exitCode).toBe(0);
  deployed = contents();
  for (const property of changed) {
    expect(Object.keys(objectNamed(keyOf(property)).properties ?? {})).toContain(property);
    changeOutside(keyOf(property), { [property]: OTHERWISE[property] ?? null });
  }
  changeOutside("fast", { query: "SigninLogs | where Level == 9" });
  changeOutside("KnownEgress", { description: "Otherwise" });
  project.arm.remove(String(objectNamed("hunt").id));
});

test("is not seen without a refresh", async () => {
  const { exitCode, changes } = await project.pulumi("preview");
  expect({ exitCode, changes }).toEqual({ exitCode: 0, changes: {} });
});

test("is seen, property by property, with one, and brought back by the same up", async () => {
  const { exitCode, changes, differences } = await project.up({ args: ["--refresh"] });
  expect(exitCode).toBe(0);
  expect(changes.update).toEqual([...changed.map(keyOf), "egress", "fast"].sort());
  expect(changes.create).toEqual(["hunt"]);
  for (const property of changed) {
    const paths = differences[keyOf(property)] ?? [];
    expect(paths.filter((path) => path.split(/[.[]/)[0] !== property)).toEqual([]);
  }
  expect(contents()).toEqual(deployed);
});

test("and then all is as the documents say", async () => {
  const writes = callsOf(project.world).filter(({ method }) => method !== "GET").length;
  const { exitCode, changes } = await project.up({ args: ["--refresh"] });
  expect({ exitCode, changes }).toEqual({ exitCode: 0, changes: { refresh: expect.any(Array) } });
  expect(callsOf(project.world).filter(({ method }) => method !== "GET")).toHaveLength(writes);
});
