/** docs/coverage.md: what the shipped content answers, row by row, with the tests that show it. */

import { type ContentAnswer, contentAnswers } from "../operations";
import { ANSWERED_ALERTS, type AnsweredAlert, type AnsweredPart } from "./content-manifest";
import { counted } from "./words";

export function contentPage(folder: string): string {
  const answers = contentAnswers(folder);
  return `${[
    "# What the shipped content answers",
    "",
    "Each part of an alert, the documents that answer it, and the cases that show it. The rest of the rules, and what tests cover: `npm run picket -- coverage`.",
    ...ANSWERED_ALERTS.flatMap((alert) => ["", ...section(alert, answers)]),
  ].join("\n")}\n`;
}

function section(
  { title, source, rows }: AnsweredAlert,
  answers: ReadonlyMap<string, ContentAnswer>,
): readonly string[] {
  return [
    `## ${title}`,
    "",
    `The alert: ${source}`,
    "",
    "| part | | answered by | shown by |",
    "|---|---|---|---|",
    ...rows.map((row) => line(row, answers)),
  ];
}

function line({ part, what, documents }: AnsweredPart, answers: ReadonlyMap<string, ContentAnswer>): string {
  const found = documents.flatMap((key) => answers.get(key) ?? []);
  const names = found.map(({ key, kind, path }) => `${kind} [${key}](../${path})`);
  const cases = new Map<string, number>();
  for (const { path, cases: count } of found.flatMap(({ tests }) => tests)) {
    cases.set(path, (cases.get(path) ?? 0) + count);
  }
  const tests = [...cases].map(([path, count]) => `[${counted(count, "case")}](../${path})`);
  return `| ${part} | ${what} | ${names.join(", ")} | ${tests.join(", ")} |`;
}
