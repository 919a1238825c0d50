/** Large folders, read by a process that may hold only few files open. */

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const FILES = 10_000;
const RULES = 3_000;
const HANDLES_MAX = 256;

const folder = mkdtempSync(join(tmpdir(), "picket-many-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RULE = (n: number) => `key: rule-${n}
name: Rule ${n}
kind: NRT
severity: Low
query: SigninLogs
`;
const WATCHLIST = (n: number) =>
  `kind: Watchlist\nkey: list-${n}\nalias: list-${n}\nname: List ${n}\nsearchKey: A\ncolumns: [A]\nrows: []\n`;

const PROGRAM = `
const { readProject } = require(${JSON.stringify(join(__dirname, "../../src/repository/read-folder.ts"))});
const { documents, diagnostics, files } = readProject(".");
const rules = documents.filter(({ kind }) => kind === "NRT").length;
process.stdout.write(JSON.stringify({ files, rules, documents: documents.length, diagnostics }));
`;

test("10,000 files, 3,000 of them rules, are read with 256 handles", () => {
  mkdirSync(join(folder, "rules"));
  for (let n = 0; n < FILES; n++) writeFileSync(join(folder, "rules", `${n}.yaml`), (n < RULES ? RULE : WATCHLIST)(n));
  const output = execFileSync(
    "sh",
    [
      "-c",
      `ulimit -n ${HANDLES_MAX} && exec "$@"`,
      "sh",
      process.execPath,
      "-r",
      require.resolve("tsx/cjs"),
      "-e",
      PROGRAM,
    ],
    { cwd: folder, encoding: "utf8" },
  );
  expect(JSON.parse(output)).toEqual({ files: FILES, rules: RULES, documents: FILES, diagnostics: [] });
});
