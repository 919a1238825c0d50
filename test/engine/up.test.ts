/** What `pulumi up` does with each change of a rule, with the real CLI on the true index.ts. What it does not prove: that Azure takes it
 *  (docs/decisions/engine-tests.md). */

import { expect } from "vitest";
import { nrtRule, rule } from "./documents";
import { journey } from "./journey";
import { newProject, rulesIn, tenantYaml } from "./stack";

journey(
  () => newProject({ "rules/first.yaml": rule("first"), "rules/second.yaml": rule("second") }),
  [
    {
      name: "a new stack creates what the Plan holds",
      changes: { create: ["first", "second"] },
      unchanged: 0,
      after: (project) => expect(Object.keys(rulesIn(project))).toEqual(["first", "second"]),
    },
    { name: "a second up changes nothing", changes: {}, unchanged: 2 },
    {
      name: "another display name is an update",
      write: { "rules/first.yaml": rule("first", { name: "First of all" }) },
      changes: { update: ["first"] },
      unchanged: 1,
      differences: { first: ["displayName"] },
      after: (project) => expect(Object.keys(rulesIn(project))).toEqual(["First of all", "second"]),
    },
    {
      name: "another order of tactics is an update, told by place",
      write: { "rules/first.yaml": rule("first", { tactics: "[Persistence, InitialAccess]" }) },
      changes: { update: ["first"] },
      unchanged: 1,
      differences: { first: ["displayName", "tactics[0]", "tactics[1]"] },
    },
    {
      name: "another file, folder and pack changes nothing",
      write: {
        "rules/elsewhere/deep/one.yaml": rule("first", { tactics: "[Persistence, InitialAccess]", pack: "extra" }),
        "tenants/contoso.yaml": tenantYaml("packs: [core, extra]\n"),
      },
      remove: ["rules/first.yaml"],
      changes: {},
      unchanged: 2,
    },
    {
      name: "a tenant's override is one update",
      write: {
        "tenants/contoso.yaml": tenantYaml("packs: [core, extra]\noverrides: { second: { severity: High } }\n"),
      },
      changes: { update: ["second"] },
      unchanged: 1,
      differences: { second: ["severity"] },
    },
    {
      name: "another generation is a replacement, under another id",
      write: { "rules/second.yaml": rule("second", { generation: "2" }) },
      changes: { replace: ["second"] },
      unchanged: 1,
      differences: { second: ["ruleId"] },
      after: (project) => expect(Object.keys(rulesIn(project))).toEqual(["first", "second"]),
    },
    {
      name: "an id of its own is a replacement",
      write: { "rules/second.yaml": rule("second", { id: "aaaaaaaa-0000-4000-8000-000000000001" }) },
      changes: { replace: ["second"] },
      unchanged: 1,
      differences: { second: ["ruleId"] },
    },
    {
      name: "another kind with another generation is a replacement",
      write: { "rules/second.yaml": nrtRule("second", { generation: "3" }) },
      changes: { replace: ["second"] },
      unchanged: 1,
      after: (project) => expect(Object.keys(rulesIn(project))).toEqual(["first", "second"]),
    },
    {
      name: "a rule whose table the tenant does not have goes",
      write: { "tenants/contoso.yaml": tenantYaml("packs: [core, extra]\ntables: [AuditLogs]\nallowEmpty: true\n") },
      changes: { delete: ["first", "second"] },
      unchanged: 0,
      after: (project) => expect(rulesIn(project)).toEqual({}),
    },
    {
      name: "and comes back under another generation",
      write: {
        "tenants/contoso.yaml": tenantYaml("packs: [core, extra]\n"),
        "rules/second.yaml": nrtRule("second", { generation: "4" }),
        "rules/elsewhere/deep/one.yaml": rule("first", { generation: "2", pack: "extra" }),
      },
      changes: { create: ["first", "second"] },
      unchanged: 0,
    },
    {
      name: "a file that is gone is a deletion",
      write: { "tenants/contoso.yaml": tenantYaml() },
      remove: ["rules/elsewhere/deep/one.yaml"],
      changes: { delete: ["first"] },
      unchanged: 1,
      after: (project) => expect(Object.keys(rulesIn(project))).toEqual(["second"]),
    },
  ],
);
