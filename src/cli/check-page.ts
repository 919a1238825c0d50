/** The page of a check: what it means, what to avoid and prefer, why, and the source. */

import { type CheckInfo, exampleText } from "../diagnostics";

/** Longest example that is shown; a generated one may be far longer. */
const EXAMPLE_CHARS_MAX = 1200;

/** The page as Markdown. */
export function checkPage(check: CheckInfo): string {
  const { code, severity, title, why, source, avoid, prefer, nearMiss } = check;
  const near = nearMiss === undefined ? [] : ["## Looks alike, is right", fenced(exampleText(nearMiss))];
  const parts = [
    `# ${code}: ${title}`,
    `Severity: ${severity}`,
    why,
    "## Avoid",
    fenced(exampleText(avoid)),
    "## Prefer",
    fenced(exampleText(prefer)),
    ...near,
    `Source: ${source}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function fenced(text: string): string {
  const shown = text.length > EXAMPLE_CHARS_MAX ? `${text.slice(0, EXAMPLE_CHARS_MAX)}…` : text;
  return `\`\`\`\`\n${shown.trimEnd()}\n\`\`\`\``;
}
