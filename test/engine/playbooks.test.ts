/** Playbooks through the real engine: connections, workflows, identities, grants and the rule that runs them. */

import { expect } from "vitest";
import { journey } from "./journey";
import { holders, playbook, playbookProject, playbookTenant, principalOf, workflowNamed } from "./playbook-project";
import type { Project } from "./stack";

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

const held = (project: Project) => [
  ...Array(5).fill(principalOf(project, WORKFLOW)),
  ...Array(4).fill(principalOf(project, CHILD)),
  "object-98785600",
];

journey(playbookProject, [
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
    write: { "tenants/contoso.yaml": playbookTenant("northeurope") },
    changes: { replace: [WORKFLOW, CONNECTION, CHILD, ...CHILD_GRANTS, ...GRANTS] },
    unchanged: 3,
    after: (project) => expect(holders(project)).toEqual(held(project).sort()),
  },
  {
    name: "another stage takes the workflow that acts and its rights away",
    write: { "tenants/contoso.yaml": playbookTenant("northeurope", { stage: "alert" }) },
    changes: { delete: [CHILD, ...CHILD_GRANTS], update: [WORKFLOW] },
    unchanged: ALL.length - 6,
  },
  {
    name: "a playbook that goes takes all of its own along",
    write: { "tenants/contoso.yaml": playbookTenant("northeurope") },
    remove: ["rules/playbook.yaml"],
    changes: { delete: [WORKFLOW, CONNECTION, ...GRANTS, "contain-first", "sentinel--playbooks"] },
    unchanged: 1,
    after: (project) => expect(holders(project)).toEqual([]),
  },
]);
