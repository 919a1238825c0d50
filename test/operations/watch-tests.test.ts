import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runProjectTests, watchTests } from "../../src/operations";
import { checkProject } from "../../src/operations/project";

const RULE = `key: a
name: a
kind: NRT
severity: Low
query: SigninLogs | where IPAddress == "192.0.2.1"
`;

const TEST = `kind: DetectionTest
rule: a
now: 2026-01-15T12:00:00Z
cases:
  - name: one
    given: { SigninLogs: { file: e.ndjson } }
    expect: { alerts: 1 }
`;

const event = (address: string) => `{"TimeGenerated":"-5s","IPAddress":"${address}"}\n`;

test("runs again at every change of a test, a rule or a file of events", async () => {
  const folder = mkdtempSync(join(tmpdir(), "picket-watch-"));
  const told: string[] = [];
  const waiting: (() => void)[] = [];
  const after = async (write: () => void) => {
    const next = new Promise<void>((go) => waiting.push(go));
    write();
    await next;
  };
  const write = (name: string, text: string) => () => writeFileSync(join(folder, "rules", name), text);
  mkdirSync(join(folder, "rules"));
  let stop = () => {};
  const start = () => {
    stop = watchTests({
      folder,
      paths: [],
      clock: () => "2026-01-15T12:00:00Z",
      elapsedSeconds: () => 0,
      onTested: ({ results, tests }) => {
        told.push(`${tests}: ${results.map(({ outcome }) => outcome).join(" ")}`);
        waiting.shift()?.();
      },
    });
  };
  try {
    await after(start);
    await after(write("a.test.yaml", TEST));
    await after(write("a.yaml", RULE));
    await after(write("e.ndjson", event("192.0.2.1")));
    await after(write("e.ndjson", event("192.0.2.2")));
  } finally {
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
  expect(told).toEqual(["0: ", "1: failed", "1: failed", "1: passed", "1: failed"]);
});

test("an empty folder has nothing to test or check, and stays empty", async () => {
  const folder = mkdtempSync(join(tmpdir(), "picket-empty-"));
  const now = "2026-01-15T12:00:00Z";
  try {
    expect(await runProjectTests({ folder, paths: [], now, elapsedSeconds: () => 0 })).toEqual({
      results: [],
      diagnostics: [],
      files: 0,
      tests: 0,
    });
    expect((await checkProject({ folder, paths: [], now })).files).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
