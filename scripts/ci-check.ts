/** `npm run ci:check`: findings for people in the log, and as SARIF in .picket/check.sarif; the exit status is the check's. */

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");

function check(format: string) {
  const args = [join(root, "bin/picket.js"), "check", "--format", format];
  return spawnSync(process.execPath, args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });
}

mkdirSync(join(root, ".picket"), { recursive: true });
writeFileSync(join(root, ".picket/check.sarif"), check("sarif").stdout);
const told = check("pretty");
process.stdout.write(told.stdout);
process.stderr.write(told.stderr);
process.exitCode = told.status ?? 3;
