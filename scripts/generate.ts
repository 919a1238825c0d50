/** Writes what is made from the sources: docs/checks, docs/batch.md, docs/coverage.md, docs/kql.md, schema. */

import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { GENERATED_FOLDERS, generatedFiles } from "../src/cli/generated-files";

const root = join(__dirname, "..");
const files = generatedFiles(root);
for (const folder of GENERATED_FOLDERS) {
  for (const path of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })) {
    const relative = `${folder}/${path.replaceAll("\\", "/")}`;
    if (/\.(md|json)$/.test(path) && !files.has(relative)) rmSync(join(root, relative));
  }
}
for (const [path, text] of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
process.stdout.write(`${files.size} files written\n`);
