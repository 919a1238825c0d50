import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { codeFrame } from "../../src/diagnostics";
import { checkProject, planTenant } from "../../src/operations/project";
import { remembered } from "../../src/repository";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const FILES: Readonly<Record<string, string>> = {
  "tenants/contoso.yaml": `kind: Tenant
key: contoso
tenantId: 11111111-1111-4111-8111-111111111111
workspace: { subscriptionId: 22222222-2222-4222-8222-222222222222, resourceGroup: rg, name: law }
content: [more]
exceptions:
  - { rule: bad-address, where: { IPAddress: 192.0.2.1 }, owner: soc, reason: test, until: 2026-01-20 }
`,
  "rules/a.yaml": rule("bad-address"),
  "rules/list.yaml": "kind: Watchlist\nkey: egress\nalias: Egress\nsearchKey: Address\nfile: egress.csv\n",
  "rules/egress.csv": "Address,Note\n192.0.2.1,HQ\n",
  "more/b.yaml": rule("other-address"),
};

function rule(key: string, frequency = "1h"): string {
  return `key: ${key}
name: ${key}
kind: Scheduled
query: SigninLogs | where IPAddress == "192.0.2.1"
queryFrequency: ${frequency}
queryPeriod: 1h
triggerOperator: gt
triggerThreshold: 0
`;
}

function project(files: Readonly<Record<string, string>> = FILES): string {
  const folder = mkdtempSync(join(tmpdir(), "picket-cache-"));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) write(folder, path, text);
  return folder;
}

function write(folder: string, path: string, text: string | undefined): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  if (text === undefined) rmSync(target, { force: true });
  else writeFileSync(target, text);
}

const now = "2026-01-15T12:00:00Z";

/** What a user sees of a project, with the cache or without. */
async function seen(folder: string, cache: boolean, at = now) {
  const checked = await checkProject({ folder, paths: [], now: at, cache });
  const planned = await planTenant({ folder, tenant: "contoso", now: at, cache });
  const frames = (each: { readonly diagnostics: (typeof checked)["diagnostics"] }) =>
    each.diagnostics.map((diagnostic) => codeFrame(diagnostic));
  return { ...checked, diagnostics: frames(checked), plan: planned.plan, told: frames(planned) };
}

const CHANGES: readonly (readonly [string, string, string | undefined])[] = [
  ["a document changed", "rules/a.yaml", rule("bad-address", "1 hour")],
  ["a document was added", "rules/deep/c.yaml", rule("third")],
  ["a document went", "rules/list.yaml", undefined],
  ["a file beside changed", "rules/egress.csv", "Address\n192.0.2.9\n"],
  ["a file beside went", "rules/egress.csv", undefined],
  ["content outside changed", "more/b.yaml", "not: [closed\n"],
  ["content outside was added", "more/d.yaml", rule("bad-address")],
  ["a tenant changed", "tenants/contoso.yaml", "kind: Tenant\nkey: contoso\n"],
  ["what is no document was added", "rules/README.md", "# Rules\n"],
];

describe("a kept result", () => {
  test.each(CHANGES)("is never given where it no longer holds: %s", async (_, path, text) => {
    const folder = project();
    expect(await seen(folder, true)).toEqual(await seen(folder, false));
    write(folder, path, text);
    expect(await seen(folder, true)).toEqual(await seen(folder, false));
    write(folder, path, FILES[path]);
    expect(await seen(folder, true)).toEqual(await seen(folder, false));
  });

  test("after any sequence of changes is what a new one is", async () => {
    const change = fc.constantFrom(...CHANGES);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(change, fc.boolean()), { maxLength: 6 }), async (steps) => {
        const folder = project();
        for (const [[, path, text], back] of steps) {
          write(folder, path, back ? FILES[path] : text);
          expect(await seen(folder, true)).toEqual(await seen(folder, false));
        }
      }),
      { numRuns: 15, seed: 20260115 },
    );
  });

  test("does not outlive its day: exceptions end", async () => {
    const folder = project();
    await seen(folder, true);
    const later = "2026-02-15T12:00:00Z";
    expect(await seen(folder, true, later)).toEqual(await seen(folder, false, later));
    expect((await seen(folder, true, later)).diagnostics.join("\n")).toContain("PKT5232");
  });

  test("is made once while nothing changes, and again for another question, a corrupt file, or one of another picket", async () => {
    const folder = project();
    let made = 0;
    const ask = (question: string) =>
      remembered({
        root: folder,
        question: [question],
        cache: true,
        make: () => {
          made += 1;
          return { answer: 42, diagnostics: [] };
        },
      });
    const entries = () => readdirSync(join(folder, ".picket/cache")).map((name) => join(folder, ".picket/cache", name));
    const counts: number[] = [];
    const spoil = (change: (text: string) => string) => {
      for (const entry of entries()) writeFileSync(entry, change(readFileSync(entry, "utf8")));
    };
    for (const step of [
      () => ask("a"),
      () => ask("a"),
      () => ask("b"),
      () => Promise.all([spoil((text) => text.slice(0, -5)), ask("a")]),
      () => Promise.all([spoil((text) => text.replace("42", "43")), ask("a")]),
      () => Promise.all([spoil(() => ""), ask("a")]),
      () => Promise.all([spoil(() => "null\n{}"), ask("a")]),
      () => ask("a"),
    ]) {
      await step();
      counts.push(made);
    }
    expect(counts).toEqual([1, 1, 2, 3, 4, 5, 6, 6]);
    expect(await ask("a")).toEqual({ answer: 42, diagnostics: [] });
    expect(readFileSync(join(folder, ".picket/.gitignore"), "utf8")).toBe("*\n");
  });

  test("is not needed: a project that can't be written to is checked all the same", async () => {
    const folder = project({ ...FILES, ".picket": "a file in the way\n" });
    expect(await seen(folder, true)).toEqual(await seen(folder, false));
  });
});
