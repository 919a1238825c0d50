import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { kinds } from "../../src/documents";
import { runProjectTests } from "../../src/operations";
import { checkProject, newDocument } from "../../src/operations/project";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const now = "2026-01-15T12:00:00Z";

/** A test needs what it is about. */
const TESTED: Readonly<Record<string, string>> = {
  DetectionTest: "Scheduled",
  AccessTest: "Tenant",
  PlaybookTest: "Playbook",
};

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
      const tested = TESTED[kind];
      if (tested) await newDocument({ folder, kind: tested, key, now });
      const { path, diagnostics } = await newDocument({ folder, kind, key, now });
      expect(diagnostics).toEqual([]);
      expect(readFileSync(join(folder, path ?? ""), "utf8").length).toBeGreaterThan(50);
      const tenantAlone =
        kind === "Tenant" || tested === "Tenant" ? [`PKT5215 the tenant \`${key}\` gets no resource`] : [];
      expect(await check(folder)).toEqual(tenantAlone);
    },
  );

  test("one of each kind, with keys that YAML or KQL could misread, pass together", async () => {
    const folder = emptyProject();
    const misread = ["no", "1e3", "4-eyes", "true", "null", "a-b", "x1", "yes", "off", "0x1f", "y"];
    const keys = misread.flatMap((key) => [key, `${key}-1`]);
    for (const [index, { kind, identity }] of kinds.entries()) {
      const key = identity === "name" ? `T${index}` : (keys[index % keys.length] ?? "");
      const made = kinds.findIndex((each) => each.kind === TESTED[kind]);
      const name = made < 0 ? key : (keys[made] ?? "");
      expect((await newDocument({ folder, kind, key: name, now })).diagnostics).toEqual([]);
    }
    expect(await check(folder)).toEqual([]);
  });

  test("a test names the tenant and the rule that the project has", async () => {
    const folder = emptyProject();
    for (const [kind, key] of [
      ["Tenant", "contoso"],
      ["Tenant", "fabrikam"],
      ["Scheduled", "bad-address"],
      ["Playbook", "contain"],
    ] as const)
      await newDocument({ folder, kind, key, now });
    const lineOf = async (kind: string, key: string, word: string) => {
      const { path = "" } = await newDocument({ folder, kind, key, now });
      const lines = readFileSync(join(folder, path), "utf8").split("\n");
      return `${path}: ${lines.find((line) => line.includes(word))?.trim()}`;
    };
    expect([
      await lineOf("AccessTest", "fabrikam", "tenant"),
      await lineOf("AccessTest", "guests", "tenant"),
      await lineOf("PlaybookTest", "contain", "rule"),
    ]).toEqual([
      "rules/fabrikam/access.test.yaml: tenant: fabrikam",
      "rules/guests/access.test.yaml: tenant: contoso",
      "rules/contain/playbook.test.yaml: incident: { rule: bad-address, entities: { Account: [nina] } }",
    ]);
  });

  test.each(["Scheduled", "NRT"])("a new %s and its new test pass together", async (kind) => {
    const folder = emptyProject();
    for (const each of [kind, "DetectionTest"]) await newDocument({ folder, kind: each, key: "new-user", now });
    const { results } = await runProjectTests({
      folder,
      paths: [],
      now: "2026-01-15T12:00:00Z",
      elapsedSeconds: () => 0,
    });
    expect(results.map(({ outcome }) => outcome)).toEqual(["passed"]);
  });

  test("writes over nothing and takes no key twice", async () => {
    const folder = emptyProject();
    const messages = async (kind: string, key: string) =>
      (await newDocument({ folder, kind, key, now })).diagnostics.map(({ code, message, help }) => [
        code,
        message,
        help,
      ]);
    expect(await messages("Scheduled", "new-user")).toEqual([]);
    expect(await messages("HuntingQuery", "new-user")).toEqual([
      ["PKT9032", "the key `new-user` is taken by rules/new-user/detection.yaml", undefined],
    ]);
    writeFileSync(join(folder, "rules/new-user/detection.yaml"), "mine: true\n");
    expect(await messages("NRT", "new-user")).toEqual([
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
      "did you mean `a`?",
    ],
  ])("%s %s is refused by name", async (kind, key, message, help) => {
    const { path, diagnostics } = await newDocument({ folder: emptyProject(), kind, key, now });
    expect([path, ...diagnostics.map((each) => [each.message, each.help])]).toEqual([undefined, [message, help]]);
  });
});

describe("a new test", () => {
  const write = (folder: string, path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const rule = (parts: string) =>
    `name: Mail\nseverity: Low\nqueryFrequency: 1h\nqueryPeriod: 1h\ntriggerThreshold: 0\nentityMappings:\n  - entityType: IP\n    fieldMappings: [{ identifier: Address, columnName: ClientIP }]\n${parts}`;
  const made = async (folder: string, kind: string, key: string) => {
    const { path = "", diagnostics } = await newDocument({ folder, kind, key, now });
    expect(diagnostics).toEqual([]);
    return { path, text: readFileSync(join(folder, path), "utf8") };
  };

  test("stands beside the rule, with the tables and columns that the rule reads, and passes", async () => {
    const folder = emptyProject();
    const query = "query: OfficeActivity | where Operation == 'Send' | project TimeGenerated, ClientIP, UserId\n";
    write(folder, "rules/mail/watch.yaml", rule(`key: mail\ntriggerOperator: gt\n${query}`));
    expect(await made(folder, "DetectionTest", "mail")).toEqual({
      path: "rules/mail/watch.test.yaml",
      text: `kind: DetectionTest
rule: mail
now: 2026-01-15T12:00:00Z
cases:
  - name: nothing has happened
    given: { OfficeActivity: [] }
    expect: { alerts: 0 }
  # What it is for: rows that look like the real thing, and what has to come out of them.
  # - name: says what it shows
  #   given:
  #     OfficeActivity:
  #       - { TimeGenerated: -5m, ClientIP: "...", Operation: "...", UserId: "..." }
  #   expect: { alerts: [{ severity: Low, entities: { IP: [...] } }] }
`,
    });
    expect(await check(folder)).toEqual([]);
    expect((await made(folder, "DetectionTest", "mail")).path).toBe("rules/mail/mail.test.yaml");
  });

  test("of a rule that alerts on silence expects the alert", async () => {
    const folder = emptyProject();
    write(
      folder,
      "rules/silence.yaml",
      rule("key: silence\ntriggerOperator: eq\nquery: OfficeActivity\n").replace(/entityMappings[\s\S]*?\}\]\n/, ""),
    );
    expect((await made(folder, "DetectionTest", "silence")).text).toContain("    expect: { alerts: 1 }\n");
  });

  test("of a function calls it, of a pasted rule has its id", async () => {
    const folder = emptyProject();
    const id = "83ba3057-9ea3-4759-bf6a-933f2e5bc7ee";
    write(folder, "rules/pasted.yaml", rule(`id: ${id}\ntriggerOperator: gt\nquery: OfficeActivity\n`));
    write(
      folder,
      "rules/functions.yaml",
      'kind: Function\nkey: sends\nname: Sends\nsignature: "(span: timespan, top: int = 5)"\nquery: OfficeActivity | where TimeGenerated > ago(span) | take top\n',
    );
    const [pasted, called] = [await made(folder, "DetectionTest", id), await made(folder, "DetectionTest", "sends")];
    expect([pasted.path, called.path]).toEqual(["rules/pasted.test.yaml", "rules/functions.test.yaml"]);
    expect(pasted.text).toContain(`rule: ${id}\n`);
    expect(called.text).toContain('function: "Sends(1d)"\n');
    const { results } = await runProjectTests({ folder, paths: [], now, elapsedSeconds: () => 0 });
    expect(results.map(({ subject, outcome }) => [subject, outcome])).toEqual([
      ["Sends(1d)", "passed"],
      [id, "passed"],
    ]);
  });

  test.each([
    ["DetectionTest", "start it with `npm run picket -- new Scheduled nothing`, or name one that is there"],
    ["PlaybookTest", "start it with `npm run picket -- new Playbook nothing`, or name one that is there"],
    ["AccessTest", "start one with `npm run picket -- new Tenant contoso`"],
  ])("a %s of nothing is not started", async (kind, help) => {
    const { path, diagnostics } = await newDocument({ folder: emptyProject(), kind, key: "nothing", now });
    expect([path, diagnostics.map((each) => [each.code, each.help])]).toEqual([undefined, [["PKT9032", help]]]);
  });
});
