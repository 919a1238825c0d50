/** The page of a check as Markdown: what it means, what to avoid and prefer, why, and the source. */

import type { CheckInfo, Example } from "../diagnostics";
import { exampleLines } from "./example-lines";

export function checkPage(check: CheckInfo): string {
  const { code, severity, title, why, source, avoid, prefer, nearMiss } = check;
  const parts = [
    `# ${code}: ${title}`,
    `Severity: ${severity}`,
    why,
    ...section("Avoid", avoid),
    ...section("Prefer", prefer),
    ...section("Looks alike, is right", nearMiss),
    `Source: ${source}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

/** An empty example has no section: nobody can write a bug of picket's. */
function section(heading: string, example: Example): readonly string[] {
  return example === "" ? [] : [`## ${heading}`, fenced(example)];
}

function fenced(example: Example): string {
  return `\`\`\`\`\n${exampleLines(example, example)
    .map(({ text }) => text)
    .join("\n")}\n\`\`\`\``;
}
