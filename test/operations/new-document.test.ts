import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { kinds } from "../../src/documents";
import { runProjectTests } from "../../src/operations";
import { checkProject, newDocument } from "../../src/operations/project";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function emptyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "picket-new-"));
  folders.push(folder);
  return folder;
}

async function check(folder: string): Promise<readonly string[]> {
  const { diagnostics } = await checkProject({ folder, paths: [], now: "2026-01-15T12:00:00Z" });
  // What was proved is told too; it asks nothing of the author.
  const told = diagnostics.filter(({ severity }) => severity !== "info");
  return told.map(({ code, message }) => `${code} ${message}`);
}

describe("a new document", () => {
  test.each(kinds.map(({ kind, identity }) => [kind, identity === "name" ? "KnownUsers_CL" : "new-user"] as const))(
    "of kind %s passes check without a word",
    async (kind, key) => {
      const folder = emptyProject();
      const { path, diagnostics } = newDocument({ folder, kind, key });
      expect(diagnostics).toEqual([]);
      expect(readFileSync(join(folder, path ?? ""), "utf8").length).toBeGreaterThan(50);
      const tenantAlone = kind === "Tenant" ? [`PKT5215 the tenant \`${key}\` gets no resource`] : [];
      expect(await check(folder)).toEqual(tenantAlone);
    },
  );

  test("one of each kind, with keys that YAML or KQL could misread, pass together", async () => {
    const folder = emptyProject();
    const misread = ["no", "1e3", "4-eyes", "true", "null", "a-b", "x1", "yes", "off", "0x1f", "y"];
    const keys = misread.flatMap((key) => [key, `${key}-1`]);
    for (const [index, { kind, identity }] of kinds.entries()) {
      const key = identity === "name" ? `T${index}` : (keys[index % keys.length] ?? "");
      expect(newDocument({ folder, kind, key }).diagnostics).toEqual([]);
    }
    expect(await check(folder)).toEqual([]);
  });

  test("a test names the tenant and the rule that the project has", () => {
    const folder = emptyProject();
    for (const [kind, key] of [
      ["Tenant", "contoso"],
      ["Tenant", "fabrikam"],
      ["Scheduled", "bad-address"],
      ["Playbook", "contain"],
    ] as const)
      newDocument({ folder, kind, key });
    const lineOf = (kind: string, key: string, word: string) => {
      const { path = "" } = newDocument({ folder, kind, key });
      const lines = readFileSync(join(folder, path), "utf8").split("\n");
      return `${path}: ${lines.find((line) => line.includes(word))?.trim()}`;
    };
    expect([
      lineOf("AccessTest", "fabrikam", "tenant"),
      lineOf("AccessTest", "guests", "tenant"),
      lineOf("PlaybookTest", "contain", "rule"),
    ]).toEqual([
      "rules/fabrikam/access.test.yaml: tenant: fabrikam",
      "rules/guests/access.test.yaml: tenant: contoso",
      "rules/contain/playbook.test.yaml: incident: { rule: bad-address, entities: { Account: [nina] } }",
    ]);
  });

  test.each(["Scheduled", "NRT"])("a new %s and its new test pass together", async (kind) => {
    const folder = emptyProject();
    for (const each of [kind, "DetectionTest"]) newDocument({ folder, kind: each, key: "new-user" });
    const { results } = await runProjectTests({
      folder,
      paths: [],
      now: "2026-01-15T12:00:00Z",
      elapsedSeconds: () => 0,
    });
    expect(results.map(({ outcome }) => outcome)).toEqual(["passed", "passed"]);
  });

  test("writes over nothing and takes no key twice", () => {
    const folder = emptyProject();
    const messages = (kind: string, key: string) =>
      newDocument({ folder, kind, key }).diagnostics.map(({ code, message, help }) => [code, message, help]);
    expect(messages("Scheduled", "new-user")).toEqual([]);
    expect(messages("HuntingQuery", "new-user")).toEqual([
      ["PKT9032", "the key `new-user` is taken by rules/new-user/detection.yaml", undefined],
    ]);
    writeFileSync(join(folder, "rules/new-user/detection.yaml"), "mine: true\n");
    expect(messages("NRT", "new-user")).toEqual([
      ["PKT9032", "rules/new-user/detection.yaml can't be written: it exists already", undefined],
    ]);
    expect(readFileSync(join(folder, "rules/new-user/detection.yaml"), "utf8")).toBe("mine: true\n");
  });

  test.each([
    ["Schedule", "a", "unknown kind `Schedule`", "did you mean `Scheduled`?"],
    ["Zebra", "a", "unknown kind `Zebra`", `one of ${kinds.map(({ kind }) => kind).join(", ")}`],
    [
      "Scheduled",
      "../a",
      "expected lower-case letters, digits and single hyphens, at most 100 characters, got `../a`",
      undefined,
    ],
  ])("%s %s is refused by name", (kind, key, message, help) => {
    const { path, diagnostics } = newDocument({ folder: emptyProject(), kind, key });
    expect([path, ...diagnostics.map((each) => [each.message, each.help])]).toEqual([undefined, [message, help]]);
  });
});
