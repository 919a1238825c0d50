/** What goes wrong in a deployment, and that nothing is lost, doubled or touched by it. */

import { beforeAll, describe, expect, test } from "vitest";
import { nrtRule, rule } from "./documents";
import { callsOf, objectsOf, planFaults, signIn } from "./plugins/world/world";
import { newProject, type Project, rulesIn, tenantId, tenantYaml, workspaceId } from "./stack";

const keys = Array.from({ length: 20 }, (_, index) => `rule-${String(index).padStart(2, "0")}`);
const idOf = (n: number) => `aaaaaaaa-0000-4000-8000-0000000000${String(n).padStart(2, "0")}`;
const sentinel = `${workspaceId}/providers/Microsoft.SecurityInsights`;

/** Calls that change something. */
const writesTo = ({ world }: Project) => callsOf(world).filter(({ method }) => method !== "GET");

describe("creates that fail", () => {
  let project: Project;
  beforeAll(async () => {
    const rules = keys.map((key, index) => [`rules/${key}.yaml`, rule(key, { id: idOf(index) })] as const);
    project = await newProject(Object.fromEntries(rules));
  });

  test("of twenty creates six fail: the others are made and recorded", async () => {
    const faults = [0, 3, 6, 9, 12, 15].map((n) => ({
      method: "PUT",
      id: idOf(n),
      status: 400,
      code: "BadRequest",
      message: "not today",
    }));
    planFaults(project.world, { faults });
    const { exitCode, failed, changes, errors } = await project.up();
    expect(exitCode).not.toBe(0);
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.every((name) => [0, 3, 6, 9, 12, 15].includes(keys.indexOf(name)))).toBe(true);
    expect(errors.join("\n")).toContain("not today");
    expect(Object.keys(rulesIn(project))).toEqual(changes.create);
  });

  test("a second up makes the rest, and no rule twice", async () => {
    const before = Object.keys(rulesIn(project));
    planFaults(project.world, {});
    const { exitCode, changes, unchanged } = await project.up();
    expect(exitCode).toBe(0);
    expect(unchanged).toBe(before.length);
    expect(changes).toEqual({ create: keys.filter((key) => !before.includes(key)) });
    expect(Object.keys(rulesIn(project))).toEqual(keys);
    expect(writesTo(project).filter(({ status }) => status === 201)).toHaveLength(keys.length);
  });

  test("a service that throttles is asked again", async () => {
    const tooMany = { method: "PUT", status: 429, code: "TooManyRequests", message: "slow down", times: 2 };
    planFaults(project.world, {
      faults: [
        { ...tooMany, id: idOf(1) },
        { ...tooMany, id: idOf(2) },
      ],
    });
    const before = writesTo(project).length;
    project.write({
      "rules/rule-01.yaml": rule("rule-01", { id: idOf(1), severity: "High" }),
      "rules/rule-02.yaml": rule("rule-02", { id: idOf(2), severity: "High" }),
    });
    const { exitCode, changes } = await project.up();
    expect({ exitCode, changes }).toEqual({ exitCode: 0, changes: { update: ["rule-01", "rule-02"] } });
    const statuses = writesTo(project)
      .slice(before)
      .map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 200, 429, 429, 429, 429]);
  });

  test("nothing is touched when one of many files is broken", async () => {
    const before = [writesTo(project).length, rulesIn(project)];
    planFaults(project.world, {});
    project.write({ "rules/rule-05.yaml": "kind: Scheduled\nkey: rule-05\nseverity: Sometimes\n" });
    const { exitCode, changes, errors } = await project.up();
    expect(exitCode).not.toBe(0);
    expect(changes).toEqual({});
    expect(errors.join("\n")).toContain("rules/rule-05.yaml:3:11");
    expect([writesTo(project).length, rulesIn(project)]).toEqual(before);
    project.write({ "rules/rule-05.yaml": rule("rule-05", { id: idOf(5) }) });
  });

  test("nothing is touched with the credentials of another tenant", async () => {
    const before = [writesTo(project).length, rulesIn(project)];
    const someone = { clientId: "stand-in-client", objectId: "stand-in-object" };
    signIn(project.world, { ...someone, tenantId: "99999999-9999-4999-8999-999999999999" });
    project.write({ "rules/rule-05.yaml": rule("rule-05", { id: idOf(5), severity: "Low" }) });
    const { exitCode, changes, errors } = await project.up();
    signIn(project.world, { ...someone, tenantId });
    expect(exitCode).not.toBe(0);
    expect(changes).toEqual({});
    expect(errors.join("\n")).toContain(
      `azure-native is signed in to tenant \`99999999-9999-4999-8999-999999999999\`, but the Plan is for \`${tenantId}\``,
    );
    expect([writesTo(project).length, rulesIn(project)]).toEqual(before);
  });

  test("nothing is touched when the workspace is not there", async () => {
    const before = writesTo(project).length;
    project.write({ "tenants/contoso.yaml": tenantYaml().replace("law-soc", "law-other") });
    const { exitCode, changes, errors } = await project.up();
    project.write({ "tenants/contoso.yaml": tenantYaml() });
    expect(exitCode).not.toBe(0);
    expect(changes).toEqual({});
    expect(errors.join("\n")).toMatch(/the workspace `[^`]*law-other` cannot be read/);
    expect(writesTo(project)).toHaveLength(before);
  });
});

describe("ids that are taken", () => {
  let project: Project;
  beforeAll(async () => {
    project = await newProject({ "rules/first.yaml": rule("first", { id: idOf(1) }) });
  });

  test("a rule that was made in the portal is not taken over in silence", async () => {
    const id = `${sentinel}/alertRules/${idOf(1)}`;
    project.arm.put(id, { id, name: idOf(1), kind: "Scheduled", etag: '"1"', properties: { displayName: "by hand" } });
    const { exitCode, errors } = await project.up();
    expect(exitCode).not.toBe(0);
    expect(errors.join("\n")).toContain(`cannot create already existing resource '${id}'`);
    expect(Object.keys(rulesIn(project))).toEqual(["by hand"]);
  });

  test("it is when the tenant adopts it, and the same up brings it to the document", async () => {
    project.write({ "tenants/contoso.yaml": tenantYaml(`adopt: { first: ${idOf(1)} }\n`) });
    const { exitCode, changes } = await project.up();
    expect({ exitCode, changes }).toEqual({ exitCode: 0, changes: { import: ["first"], update: ["first"] } });
    expect(Object.keys(rulesIn(project))).toEqual(["first"]);
  });

  test("a rule of another kind under the same id is refused, and the old one stays", async () => {
    project.write({ "tenants/contoso.yaml": tenantYaml(), "rules/first.yaml": nrtRule("first", { id: idOf(1) }) });
    const { exitCode, errors } = await project.up();
    expect(exitCode).not.toBe(0);
    expect(errors.join("\n")).toContain("cannot create already existing resource");
    expect(Object.keys(rulesIn(project))).toEqual(["first"]);
    project.write({ "rules/first.yaml": rule("first", { id: idOf(1) }) });
  });

  test("the id of a deleted rule is refused for a day, then taken", async () => {
    project.write({ "tenants/contoso.yaml": tenantYaml("tables: [AuditLogs]\nallowEmpty: true\n") });
    expect((await project.up()).changes).toEqual({ delete: ["first"] });
    project.write({ "tenants/contoso.yaml": tenantYaml() });
    const refused = await project.up();
    expect(refused.exitCode).not.toBe(0);
    expect(refused.errors.join("\n")).toContain("was recently deleted");
    const graves = objectsOf(project.world, "arm-graves");
    for (const { id } of graves.all()) graves.remove(String(id));
    const taken = await project.up();
    expect({ exitCode: taken.exitCode, changes: taken.changes }).toEqual({
      exitCode: 0,
      changes: { create: ["first"] },
    });
  });
});

test("Sentinel is turned on before all else, and stays on", async () => {
  const project = await newProject({
    "rules/first.yaml": rule("first"),
    "tenants/contoso.yaml": tenantYaml().replace("name: law-soc", "name: law-soc, onboard: true"),
  });
  project.arm.remove(`${sentinel}/onboardingStates/default`);
  const { exitCode, changes } = await project.up();
  expect({ exitCode, changes }).toEqual({ exitCode: 0, changes: { create: ["first", "sentinel--onboarding"] } });
  project.write({ "tenants/contoso.yaml": tenantYaml() });
  const refused = await project.up();
  expect(refused.exitCode).not.toBe(0);
  expect(refused.errors.join("\n")).toContain("protect");
  expect(Object.keys(rulesIn(project))).toEqual(["first"]);
});
