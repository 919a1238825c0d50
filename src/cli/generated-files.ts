/** Files of the repository that are made from the sources: pages of checks, schemas. `npm run generate` writes them, a test holds them true. */

import { compareTexts } from "../diagnostics";
import { editorSchemas } from "../documents";
import { catalogue } from "../kql/check";
import { operations } from "../operations";
import { steps } from "../playbook/steps";
import { allChecks } from "./all-checks";
import { batchPage, batchSchema } from "./batch-page";
import { checkPage } from "./check-page";
import { contentPage } from "./content-page";
import { kqlPage } from "./kql-page";
import { stepsPage } from "./steps-page";

/** Paths relative to the project, and texts. */
export function generatedFiles(folder = "."): ReadonlyMap<string, string> {
  const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
  const files: (readonly [string, string])[] = [
    ...allChecks.map((check) => [`docs/checks/${check.code}.md`, checkPage(check)] as const),
    ["docs/checks/README.md", checkIndex()],
    ...[...editorSchemas()].map(([name, schema]) => [`schema/${name}`, json(schema)] as const),
    ...operations.map((operation) => [`schema/batch/${operation.name}.json`, json(batchSchema(operation))] as const),
    ["docs/batch.md", batchPage(operations)],
    ["docs/kql.md", kqlPage(catalogue())],
    ["docs/coverage.md", contentPage(folder)],
    ["docs/steps.md", stepsPage(steps)],
  ];
  return new Map(files.sort(([left], [right]) => compareTexts(left, right)));
}

/** Folders in which every file is generated: what is not made any more is deleted. */
export const GENERATED_FOLDERS = ["docs/checks", "schema"] as const;

function checkIndex(): string {
  const rows = allChecks.map(({ code, severity, title }) => `| [${code}](${code}.md) | ${severity} | ${title} |`);
  return [
    "# Checks",
    "",
    "What picket can find. `npm run picket -- explain CODE` prints a page.",
    "",
    "| code | severity | |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
