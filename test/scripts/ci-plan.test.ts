/** `npm run ci:plan` in a throwaway repository: the base branch lies in .picket/base, as the workflow checks it out. */

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "picket-ci-plan-"));
const PROGRAM = join(__dirname, "../../scripts/ci-plan.ts");
const TENANT = `kind: Tenant
key: contoso
tenantId: 11111111-1111-4111-8111-111111111111
workspace: { subscriptionId: 22222222-2222-4222-8222-222222222222, resourceGroup: rg, name: law }
`;

const watchlist = (key: string, name: string) =>
  `kind: Watchlist\nkey: ${key}\nalias: ${key}\nname: ${name}\nsearchKey: Address\ncolumns: [Address]\nrows: []\n`;
const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: folder, stdio: "pipe" });
const ciPlan = () =>
  execFileSync(process.execPath, ["-r", require.resolve("tsx/cjs"), PROGRAM], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, CAN_COMMENT: "false", GITHUB_STEP_SUMMARY: "" },
  });

beforeAll(() => {
  mkdirSync(join(folder, "rules"));
  mkdirSync(join(folder, "tenants"));
  write(".gitignore", ".picket/\n");
  write("tenants/contoso.yaml", TENANT);
  write("rules/kept.yaml", watchlist("kept", "Offices"));
  write("rules/gone.yaml", watchlist("gone", "Old networks"));
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("-c", "user.name=test", "-c", "user.email=test@contoso.example", "commit", "-q", "--no-gpg-sign", "-m", "base");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a pull request is told what it changes against its base branch, and nothing else", () => {
  git("worktree", "add", "-q", "--detach", ".picket/base", "main");
  expect(ciPlan()).toBe("### picket plan: `contoso`\n\nno change\n\n");

  write("rules/kept.yaml", watchlist("kept", "Sites"));
  rmSync(join(folder, "rules/gone.yaml"));
  write("rules/fresh.yaml", watchlist("fresh", "New networks"));
  expect(ciPlan()).toMatchInlineSnapshot(`
    "### picket plan: \`contoso\`

    1 deleted, 1 changed, 1 added

    - **deleted** Old networks (\`gone\`, Watchlist)

    - **changed** Sites (\`kept\`, Watchlist)

    \`\`\`\`diff
    displayName: "Offices" → "Sites"
    \`\`\`\`

    - **added** New networks (\`fresh\`, Watchlist)

    "
  `);
});
