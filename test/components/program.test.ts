/** The program as it is shipped, index.ts, on the repository's own sample tenant and on projects with mistakes. What it does not prove:
 *  that the documents mean what their author wants (test/compiler), and that Azure accepts them. */

import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { emptyTenantAnswers, type Mode, type ProgramRun, runProgram, unknownProperty } from "../../src/monitor";
import { planTenant } from "../../src/operations/project";
import type { Resource } from "../../src/plan";

const root = join(__dirname, "../..");

/** The sample's own target; projects below use it too. */
const reachable = {
  tenantId: "11111111-1111-4111-8111-111111111111",
  workspace: { subscriptionId: "22222222-2222-4222-8222-222222222222", resourceGroup: "rg-soc", name: "law-soc" },
};

function run(folder: string, config: Record<string, string>, mode: Mode = "preview"): Promise<ProgramRun> {
  return runProgram({ folder, stack: "dev", mode, config, answers: emptyTenantAnswers(reachable) });
}

/** A folder with documents of its own, whose program is the repository's. */
function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "picket-"));
  const all = {
    "Pulumi.yaml": `name: picket\nmain: ${join(root, "index.ts")}\nruntime: { name: nodejs, options: { tsconfig: tsconfig.pulumi.json } }\n`,
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const tenant = `kind: Tenant
key: contoso
tenantId: ${reachable.tenantId}
workspace: { subscriptionId: ${reachable.workspace.subscriptionId}, resourceGroup: rg-soc, name: law-soc }
`;
const rule = `kind: Scheduled
key: first
name: First
severity: Medium
queryFrequency: 1h
queryPeriod: 1h
triggerOperator: gt
triggerThreshold: 0
tactics: [InitialAccess]
query: SigninLogs | where ResultType == "0"
`;

/** References as the empty tenant answers them: inputs as they are, and what a deployment makes only after one. */
function answered(resources: readonly Resource[], mode: Mode) {
  const inputsOf = new Map(resources.map(({ name, inputs }) => [name, inputs]));
  const text = JSON.stringify(resources.map(({ name, type, inputs }) => ({ name, type, inputs })));
  return JSON.parse(text, (_, value) => {
    const [output, lookup] = [value?.["picket:output"], value?.["picket:lookup"]];
    if (lookup !== undefined) return `service principal of ${lookup.args.clientId}`;
    if (output === undefined) return value;
    const given = inputsOf.get(output.name)?.[output.path];
    if (given !== undefined) return given;
    if (mode === "preview") return unknownProperty;
    return output.path === "identity.principalId" ? `identity of ${output.name}` : output.name;
  }) as { name: string }[];
}

describe.concurrent("the sample tenant", () => {
  test.each<Mode>(["preview", "update"])("its whole Plan is registered, in %s", async (mode) => {
    const { plan } = await planTenant({ folder: root, tenant: "sample", now: new Date().toISOString() });
    const { failure, registrations, outputs } = await run(root, { "picket:tenant": "sample" }, mode);
    const resources = registrations.filter(({ custom, type }) => custom && !type.startsWith("pulumi:"));
    const byName = (left: { name: string }, right: { name: string }) => (left.name < right.name ? -1 : 1);
    expect(failure).toBeUndefined();
    expect(resources.map(({ name, type, inputs }) => ({ name, type, inputs })).sort(byName)).toEqual(
      answered(plan?.resources ?? [], mode).toSorted(byName),
    );
    expect(Object.keys(outputs.deployed ?? {}).sort()).toEqual(resources.map(({ name }) => name).sort());
  });
});

describe.concurrent("nothing but the stack is registered", () => {
  test("when one document of many is broken", async () => {
    const folder = project({
      "tenants/contoso.yaml": tenant,
      "rules/first.yaml": rule,
      "rules/second.yaml": `${rule.replaceAll("irst", "ext")}severty: High\n`,
    });
    const { exitCode, registrations, messages } = await run(folder, { "picket:tenant": "contoso" });
    expect({ exitCode, types: registrations.map(({ type }) => type) }).toEqual({
      exitCode: 32,
      types: ["pulumi:pulumi:Stack"],
    });
    expect(messages.at(-1)?.message).toBe("nothing was deployed: there is no Plan for tenant `contoso`");
    expect(messages[0]?.message).toMatch(/^error\[PKT\d{4}\]: .*`severty`.*\n +--> rules\/second\.yaml:/);
  });

  test("when the tenant does not exist, or none is named", async () => {
    const unknown = await run(root, { "picket:tenant": "sampel" });
    const unnamed = await run(root, {});
    expect([unknown, unnamed].map(({ registrations }) => registrations.map(({ type }) => type))).toEqual([
      ["pulumi:pulumi:Stack"],
      ["pulumi:pulumi:Stack"],
    ]);
    expect(unknown.messages.map(({ message }) => message)).toEqual([
      "error[PKT9030]: no tenant has the key `sampel`\n  = help: did you mean `sample`?",
      "nothing was deployed: there is no Plan for tenant `sampel`",
    ]);
    expect(unnamed.messages.map(({ message }) => message.split("\n")[0])).toEqual([
      "Missing required configuration variable 'picket:tenant'",
    ]);
  });
});
