/** The page of a check as Markdown: what it means, what to avoid and prefer, why, and the source. */

import type { CheckInfo, Example } from "../diagnostics";
import { exampleLines } from "./example-lines";

export function checkPage(check: CheckInfo): string {
  const { code, severity, title, why, source, avoid, prefer, nearMiss } = check;
  const near = nearMiss === undefined ? [] : ["## Looks alike, is right", fenced(nearMiss)];
  const parts = [
    `# ${code}: ${title}`,
    `Severity: ${severity}`,
    why,
    "## Avoid",
    fenced(avoid),
    "## Prefer",
    fenced(prefer),
    ...near,
    `Source: ${source}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function fenced(example: Example): string {
  return `\`\`\`\`\n${exampleLines(example, example)
    .map(({ text }) => text)
    .join("\n")}\n\`\`\`\``;
}
