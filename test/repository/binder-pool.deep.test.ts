/** Queries bound in processes of their own have the answers that this process would give. */

import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BindRequest, bind } from "../../src/kql/check";
import { binderPool, ensuredSnapshot } from "../../src/repository";
import { startBinder } from "../../src/repository/binders/binder-process";

const folder = mkdtempSync(join(tmpdir(), "picket-cache-"));
const before = process.env.XDG_CACHE_HOME;

beforeAll(() => {
  process.env.XDG_CACHE_HOME = folder;
});

afterAll(() => {
  if (before === undefined) delete process.env.XDG_CACHE_HOME;
  else process.env.XDG_CACHE_HOME = before;
  rmSync(folder, { recursive: true, force: true });
});

const requests: readonly BindRequest[] = Array.from({ length: 60 }, (_, n) => ({
  text: `${["SigninLogs", "AuditLogs", "Nowhere", "Own_CL"][n % 4]} | where TimeGenerated > ago(${n + 1}h) | extend t = "ä😀${n}"`,
  tables: [{ name: "Own_CL", columns: [{ name: "TimeGenerated", type: "datetime" }] }],
}));

test("the snapshot is made once, and its answers are those of this process", async () => {
  const pool = binderPool();
  const answers = await pool.bindAll(requests);
  pool.end();
  const wanted = requests.map(bind).map(({ program: _, ...answer }) => answer);
  expect(answers).toEqual(JSON.parse(JSON.stringify(wanted)));
  expect(readdirSync(join(folder, "picket")).map((file) => /^binder-\w+\.blob$/.test(file))).toEqual([true]);
  expect(await ensuredSnapshot()).toMatch(/binder-\w+\.blob$/);
});

test("a process answers", async () => {
  const binder = startBinder((await ensuredSnapshot()) ?? "");
  const answer = await binder.ask({ text: "print 1" });
  binder.end();
  expect(answer?.columns).toEqual([{ name: "print_0", type: "long" }]);
});

test("a process that has ended leaves its requests to the caller", async () => {
  const binder = startBinder((await ensuredSnapshot()) ?? "");
  binder.end();
  expect(await binder.ask({ text: "print 1" })).toBe(undefined);
});

test("one that can't start does too", async () => {
  const binder = startBinder(join(folder, "no-such.blob"));
  expect(await binder.ask({ text: "print 1" })).toBe(undefined);
});
