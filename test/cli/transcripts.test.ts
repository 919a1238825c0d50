/** Whole commands as a user sees them: each is recorded in transcripts/, and `npm run test:update` rewrites them. */

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const PICKET = join(__dirname, "../../bin/picket.js");
const RECORDED = join(__dirname, "transcripts");
const folder = mkdtempSync(join(tmpdir(), "picket-transcripts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is recorded, the project that it runs in, and the arguments. */
const COMMANDS: readonly (readonly [name: string, project: string, args: readonly string[]])[] = [
  ["check-clean", "clean", ["check"]],
  ["check-broken", "broken", ["check"]],
  ["check-empty", "empty", ["check"]],
  ["check-missing", "empty", ["check", "rules/missing.yaml"]],
  ["wrong-option", "empty", ["check", "--formats", "json"]],
  ["coverage-empty", "empty", ["coverage"]],
  ["explain", "empty", ["explain", "PKT1021"]],
  ["explain-unknown", "empty", ["explain", "PKT102"]],
  ["new", "empty", ["new", "NRT", "my-rule"]],
  ["plan-against", "clean", ["plan", "--tenant", "contoso", "--against", "nothing-deployed.json"]],
  ["test-failing", "clean", ["test"]],
  ["query", "empty", ["query", "-e", "print Sum = 1 + 1"]],
  ["what-if-wrong", "clean", ["what-if", "--tenant", "contoso", "--to", "Exchange Online", "--platform", "win"]],
  ["prove-wrong", "clean", ["prove", "mfaAlways", "--tenant", "contoso", "--of", "everybody"]],
  ["prove-failing", "clean", ["prove", "mfaAlways", "--tenant", "contoso"]],
];

test.each(COMMANDS)("%s", async (name, project, args) => {
  const cwd = join(folder, name);
  const source = join(RECORDED, "projects", project);
  mkdirSync(cwd);
  if (existsSync(source)) cpSync(source, cwd, { recursive: true });
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined };
  const { stdout, stderr, status } = spawnSync(process.execPath, [PICKET, ...args], { cwd, env, encoding: "utf8" });
  const typed = args.map((each) => (each.includes(" ") ? `'${each}'` : each)).join(" ");
  const told = stderr === "" ? "" : `--- stderr\n${stderr}`;
  const transcript = `$ picket ${typed}\n${stdout}${told}--- exit ${status}\n`;
  await expect(transcript.replace(/\b\d+\.\d s\b/g, "0.0 s")).toMatchFileSnapshot(join(RECORDED, `${name}.txt`));
});
