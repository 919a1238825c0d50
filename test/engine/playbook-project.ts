/** A project with a rule, a playbook that acts, and the automation rule that runs it. */

import { rule } from "./documents";
import type { Properties } from "./plugins/values";
import { objectsOf } from "./plugins/world/world";
import { newProject, type Project, tenantYaml } from "./stack";

export const playbook = (task: string) => `kind: Playbook
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
export const playbookTenant = (location: string, { stage = "enforce", more = "" } = {}) =>
  tenantYaml(`playbooks: { resourceGroup: rg-soc-playbooks, location: ${location} }
breakGlass: { group: 33333333-3333-4333-8333-333333333333, name: sg-break-glass }
${more}`).replace("stage: enforce", `stage: ${stage}`);

export const workflowNamed = ({ arm }: Project, name: string) =>
  arm.all().find(({ id }) => String(id).endsWith(`/workflows/${name}`)) as Properties;
export const principalOf = (project: Project, name: string) =>
  (workflowNamed(project, name).identity as Properties).principalId;

/** Principals that hold a right of Graph or a role, once for each. */
export function holders(project: Project): readonly unknown[] {
  const graph = objectsOf(project.world, "graph")
    .all()
    .flatMap(({ principalObjectId }) => principalObjectId ?? []);
  const roles = project.arm.all().filter(({ id }) => String(id).includes("/roleAssignments/"));
  return [...graph, ...roles.map(({ properties }) => (properties as Properties).principalId)].sort();
}

export async function playbookProject(): Promise<Project> {
  const project = await newProject({
    "tenants/contoso.yaml": playbookTenant("westeurope"),
    "rules/first.yaml": rule("first", { entityMappings: account }),
    "rules/playbook.yaml": playbook("Call the manager"),
  });
  const graph = objectsOf(project.world, "graph");
  for (const clientId of ["00000003-0000-0000-c000-000000000000", "98785600-1bb7-4fb9-b9fa-19afe2c8a360"]) {
    graph.put(`/servicePrincipals/${clientId}`, { id: clientId, clientId, objectId: `object-${clientId.slice(0, 8)}` });
  }
  return project;
}
