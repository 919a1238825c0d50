/** Playbooks through the real engine: connections, workflows, identities, grants and the rule that runs them. */

import { expect } from "vitest";
import { rule } from "./documents";
import { journey } from "./journey";
import type { Properties } from "./plugins/values";
import { objectsOf } from "./plugins/world/world";
import { newProject, type Project, tenantYaml } from "./stack";

const playbook = (task: string) => `kind: Playbook
key: contain
on: incident
accounts: { of: [first], max: 3 }
steps:
  - disable-user
  - add-task: ${task}
---
kind: AutomationRule
key: contain-first
order: 100
on: incident created
when: { rules: [first] }
then:
  - runPlaybook: contain
`;
const account = "[{ entityType: Account, fieldMappings: [{ identifier: AadUserId, columnName: UserId }] }]";
const tenant = (location: string, stage = "enforce") =>
  tenantYaml(`playbooks: { resourceGroup: rg-soc-playbooks, location: ${location} }
breakGlass: { group: 33333333-3333-4333-8333-333333333333, name: sg-break-glass }
`).replace("stage: enforce", `stage: ${stage}`);

const WORKFLOW = "contain";
const CHILD = "contain--disable-user";
const CONNECTION = "contain--azuresentinel";
const CHILD_GRANTS = [
  "groupmember-read-all",
  "rolemanagement-read-directory",
  "user-enabledisableaccount-all",
  "user-read-all",
].map((right) => `${CHILD}--${right}`);
const ROLES = [
  expect.stringMatching(/^contain--microsoft-sentinel-reader-/),
  expect.stringMatching(/^contain--microsoft-sentinel-responder-/),
];
const GRANTS = [
  "contain--groupmember-read-all",
  ...ROLES,
  "contain--rolemanagement-read-directory",
  "contain--user-read-all",
];
const ALL = [WORKFLOW, CONNECTION, CHILD, ...CHILD_GRANTS, ...GRANTS, "contain-first", "first", "sentinel--playbooks"];

const workflowNamed = ({ arm }: Project, name: string) =>
  arm.all().find(({ id }) => String(id).endsWith(`/workflows/${name}`)) as Properties;
const principalOf = (project: Project, name: string) =>
  (workflowNamed(project, name).identity as Properties).principalId;

/** Principals that hold a right of Graph or a role, once for each. */
function holders(project: Project): readonly unknown[] {
  const graph = objectsOf(project.world, "graph")
    .all()
    .flatMap(({ principalObjectId }) => principalObjectId ?? []);
  const roles = project.arm.all().filter(({ id }) => String(id).includes("/roleAssignments/"));
  return [...graph, ...roles.map(({ properties }) => (properties as Properties).principalId)].sort();
}

async function start(): Promise<Project> {
  const project = await newProject({
    "tenants/contoso.yaml": tenant("westeurope"),
    "rules/first.yaml": rule("first", { entityMappings: account }),
    "rules/playbook.yaml": playbook("Call the manager"),
  });
  const graph = objectsOf(project.world, "graph");
  for (const clientId of ["00000003-0000-0000-c000-000000000000", "98785600-1bb7-4fb9-b9fa-19afe2c8a360"]) {
    graph.put(`/servicePrincipals/${clientId}`, { id: clientId, clientId, objectId: `object-${clientId.slice(0, 8)}` });
  }
  return project;
}

const held = (project: Project) => [
  ...Array(5).fill(principalOf(project, WORKFLOW)),
  ...Array(4).fill(principalOf(project, CHILD)),
  "object-98785600",
];

journey(start, [
  {
    name: "all is made, and each identity holds its own rights",
    changes: { create: ALL },
    unchanged: 0,
    after: (project) => {
      expect(holders(project)).toEqual(held(project).sort());
      expect(JSON.stringify(workflowNamed(project, WORKFLOW).properties)).toContain("Call the manager");
    },
  },
  { name: "a second up changes nothing", changes: {}, unchanged: ALL.length },
  {
    name: "another task is an update of the workflow alone, and its grants stay",
    write: { "rules/playbook.yaml": playbook("Call the user") },
    changes: { update: [WORKFLOW] },
    unchanged: ALL.length - 1,
    after: (project) => expect(holders(project)).toEqual(held(project).sort()),
  },
  {
    name: "another location makes them anew, and the rights go to the new identities",
    write: { "tenants/contoso.yaml": tenant("northeurope") },
    changes: { replace: [WORKFLOW, CONNECTION, CHILD, ...CHILD_GRANTS, ...GRANTS] },
    unchanged: 3,
    after: (project) => expect(holders(project)).toEqual(held(project).sort()),
  },
  {
    name: "another stage takes the workflow that acts and its rights away",
    write: { "tenants/contoso.yaml": tenant("northeurope", "alert") },
    changes: { delete: [CHILD, ...CHILD_GRANTS], update: [WORKFLOW] },
    unchanged: ALL.length - 6,
  },
  {
    name: "a playbook that goes takes all of its own along",
    write: { "tenants/contoso.yaml": tenant("northeurope", "enforce") },
    remove: ["rules/playbook.yaml"],
    changes: { delete: [WORKFLOW, CONNECTION, ...GRANTS, "contain-first", "sentinel--playbooks"] },
    unchanged: 1,
    after: (project) => expect(holders(project)).toEqual([]),
  },
]);
