/** Policies and what they refer to, through the real engine on a stand-in azuread: ids against object ids, order, protection, adoption. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { announcedChanges, journey } from "./journey";
import type { Properties } from "./plugins/values";
import { callsOf, objectsOf } from "./plugins/world/world";
import { newProject, type Project, tenantYaml } from "./stack";

const BREAK_GLASS = "33333333-3333-4333-8333-333333333333";
const access = `breakGlass: { group: ${BREAK_GLASS}, name: sg-break-glass }\n`;

const group = `kind: Group
key: quarantine
displayName: sg-quarantine
`;
const location = (range: string) => `kind: NamedLocation
key: hq
displayName: HQ
isTrusted: true
ipRanges: [{ cidrAddress: ${range} }]
`;
const strength = `kind: AuthenticationStrength
key: keys-only
displayName: Keys only
allowedCombinations: [fido2]
`;
/** Names one of each: a group and a location by object id, a strength by its path. */
const policy = (more = "") => `kind: ConditionalAccessPolicy
key: keys-outside
displayName: Keys outside of HQ
state: enabled
conditions:
  clientAppTypes: [all]
  applications: { includeApplications: [All] }
  users: { includeGroups: [quarantine], excludeGroups: [break-glass] }
  locations: { includeLocations: [All], excludeLocations: [hq] }
grantControls: { operator: OR, authenticationStrength: { id: keys-only } }
${more}`;

const graph = (project: Project) => objectsOf(project.world, "graph");
const objectNamed = (project: Project, name: string) =>
  graph(project)
    .all()
    .find(({ displayName }) => displayName === name) as Properties;
const policies = (project: Project) =>
  graph(project)
    .all()
    .filter(({ id }) => String(id).startsWith("/identity/conditionalAccess/policies/"))
    .map(({ displayName, state }) => `${String(displayName)}: ${String(state)}`)
    .sort();

async function start(files: Readonly<Record<string, string>>): Promise<Project> {
  const project = await newProject({ "tenants/contoso.yaml": tenantYaml(access), ...files });
  const id = `/groups/${BREAK_GLASS}`;
  graph(project).put(id, { id, objectId: BREAK_GLASS, displayName: "sg-break-glass" });
  return project;
}

describe("a policy and what it names", () => {
  journey(
    () =>
      start({
        "rules/group.yaml": group,
        "rules/location.yaml": location("203.0.113.0/24"),
        "rules/strength.yaml": strength,
        "rules/policy.yaml": policy(),
      }),
    [
      {
        name: "is made after them, with object ids and the strength's path",
        changes: { create: ["hq", "keys-only", "keys-outside", "quarantine"] },
        unchanged: 0,
        after: (project) => {
          const made = objectNamed(project, "Keys outside of HQ");
          expect(made.conditions).toMatchObject({
            users: { includedGroups: [objectNamed(project, "sg-quarantine").objectId], excludedGroups: [BREAK_GLASS] },
            locations: { excludedLocations: [objectNamed(project, "HQ").objectId] },
          });
          expect(made.grantControls).toMatchObject({
            authenticationStrengthPolicyId: objectNamed(project, "Keys only").id,
          });
        },
      },
      { name: "a second up changes nothing", changes: {}, unchanged: 4 },
      {
        name: "another range is an update of the location alone",
        write: { "rules/location.yaml": location("198.51.100.0/24") },
        changes: { update: ["hq"] },
        unchanged: 3,
        differences: { hq: ["ip.ipRanges[0]"] },
      },
      {
        name: "another stage is an update of the policy: it only reports",
        write: { "tenants/contoso.yaml": tenantYaml(access).replace("stage: enforce", "stage: observe") },
        changes: { update: ["keys-outside"] },
        unchanged: 3,
        differences: { "keys-outside": ["state"] },
        after: (project) =>
          expect(policies(project)).toEqual(["Keys outside of HQ: enabledForReportingButNotEnforced"]),
      },
      {
        name: "a retired policy is off",
        write: { "tenants/contoso.yaml": tenantYaml(access), "rules/policy.yaml": policy("retired: 2026-01-01\n") },
        changes: { update: ["keys-outside"] },
        unchanged: 3,
        after: (project) => expect(policies(project)).toEqual(["Keys outside of HQ: disabled"]),
      },
      {
        name: "and goes with its document, before the location that it names",
        write: { "tenants/contoso.yaml": tenantYaml(`${access}allowEmpty: true\n`) },
        remove: ["rules/policy.yaml", "rules/location.yaml"],
        changes: { delete: ["hq", "keys-outside"] },
        unchanged: 2,
        after: (project) => expect(policies(project)).toEqual([]),
      },
    ],
  );
});

describe("a policy that is not retired", () => {
  let project: Project;
  beforeAll(async () => {
    project = await start({
      "rules/group.yaml": group,
      "rules/location.yaml": location("203.0.113.0/24"),
      "rules/strength.yaml": strength,
      "rules/policy.yaml": policy(),
    });
    expect((await project.up()).exitCode).toBe(0);
  });
  afterAll(() => expect(policies(project)).toEqual(["Keys outside of HQ: enabled"]));

  test("is not deleted with its document", async () => {
    project.remove("rules/policy.yaml");
    const { exitCode, errors } = await project.up();
    expect(exitCode).not.toBe(0);
    expect(errors.join("\n")).toContain("protect");
    project.write({ "rules/policy.yaml": policy() });
  });

  test("is put right when someone turned it off, and a value that picket does not set is put right too", async () => {
    const made = objectNamed(project, "Keys outside of HQ");
    const conditions = made.conditions as Properties;
    const users = { ...(conditions.users as Properties), excludedUsers: ["44444444-4444-4444-8444-444444444444"] };
    graph(project).put(String(made.id), { ...made, state: "disabled", conditions: { ...conditions, users } });
    const { exitCode, changes, differences } = await project.up({ args: ["--refresh"] });
    expect(exitCode).toBe(0);
    expect(changes.update).toEqual(["keys-outside"]);
    expect(differences["keys-outside"]).toEqual(["conditions.users.excludedUsers", "state"]);
    expect(objectNamed(project, "Keys outside of HQ").conditions).toEqual(conditions);
  });
});

describe("a tenant with twelve policies", () => {
  const keys = Array.from({ length: 12 }, (_, index) => `policy-${String(index).padStart(2, "0")}`);
  const document = (key: string) => `kind: ConditionalAccessPolicy
key: ${key}
displayName: ${key}
state: enabled
conditions:
  clientAppTypes: [exchangeActiveSync, other]
  applications: { includeApplications: [All] }
  users: { includeUsers: [All], excludeGroups: [break-glass] }
grantControls: { operator: OR, builtInControls: [block] }
`;

  test("is adopted without a duplicate; three that differ are brought to their documents", async () => {
    const files = keys.map((key) => [`rules/${key}.yaml`, document(key)] as const);
    const project = await start(Object.fromEntries(files));
    expect((await project.up()).changes).toEqual({ create: keys });
    expect((await project.pulumi("stack rm --yes --force --preserve-config dev")).exitCode).toBe(0);
    await project.newStack("dev", "contoso");
    const differing = keys.slice(0, 3);
    for (const key of differing) {
      const made = objectNamed(project, key);
      graph(project).put(String(made.id), { ...made, state: "disabled" });
    }
    const adopt = keys.map((key) => `${key}: ${String(objectNamed(project, key).objectId)}`).join(", ");
    project.write({ "tenants/contoso.yaml": tenantYaml(`${access}adopt: { ${adopt} }\n`) });
    expect(await announcedChanges(project, await project.exportState())).toEqual({ import: keys });

    const before = callsOf(project.world).length;
    const { exitCode, changes } = await project.up();
    expect({ exitCode, changes }).toEqual({ exitCode: 0, changes: { import: keys, update: differing } });
    expect(policies(project)).toEqual(keys.map((key) => `${key}: enabled`));
    const writes = callsOf(project.world)
      .slice(before)
      .filter(({ method }) => method !== "GET");
    expect(writes.map(({ method }) => method)).toEqual(differing.map(() => "PATCH"));
    expect((await project.up()).changes).toEqual({});
  });
});
