/** The changes of a Plan as a comment on a pull request: destructive first, never longer than a comment may be. */

import type { Change, PlanDocument } from "../../plan";
import { accessLines } from "./access-lines";
import { changeCounts, heldBack, planCounts, propertyLines } from "./plan-lines";
import type { PlanView } from "./plan-pretty";
import { rightLines } from "./right-lines";

/** A comment on GitHub holds 65,536 characters; some room is left for what a workflow puts around.
 *  Source: https://docs.github.com/rest/issues/comments, read 2026-11-24. */
const COMMENT_CHARS_MAX = 60_000;

export function planMarkdown({ plan, changes, access, rights }: PlanView): string {
  const head = `### picket plan: \`${plan.tenant}\`\n\n${changes ? changeCounts(changes) : planCounts(plan)}\n`;
  // Who gains access stands first: it is what a reviewer has to see.
  const sentences = accessLines(access).map(({ effect, text }) => (effect ? `- ${escaped(text)}\n` : `${text}\n`));
  const told = rightLines(rights).map(({ change, text }) => (change ? `- ${escaped(text.trim())}\n` : `${text}\n`));
  const parts = changes
    ? [...sentences, ...told, ...changes.map(changePart)]
    : plan.documents.map((each) => `- ${each.kind} **${escaped(each.title)}**${stageWords(each)}\n`);
  let text = head;
  for (const [index, part] of parts.entries()) {
    if (text.length + part.length > COMMENT_CHARS_MAX)
      return `${text}\n… and ${parts.length - index} more; \`picket plan\` shows them all.\n`;
    // Lines of one list stand together; what has a diff below stands by itself.
    const isTight = isLine(part) && isLine(parts[index - 1] ?? "");
    text += isTight ? part : `\n${part}`;
  }
  return text;
}

function isLine(part: string): boolean {
  return part.startsWith("- ") && part.indexOf("\n") === part.length - 1;
}

function stageWords(document: PlanDocument): string {
  const { words } = heldBack(document);
  return words === "" ? "" : `, ${words}`;
}

function changePart({ change, title, name, kind, because, properties }: Change): string {
  const why = because === undefined ? "" : `  \n  ${escaped(because)}`;
  const lines = properties.flatMap(propertyLines);
  const details =
    lines.length === 0
      ? ""
      : `\n\n\`\`\`\`diff\n${lines.map((line) => line.replace(/^ {2}(?=[-+ ])/, "")).join("\n")}\n\`\`\`\``;
  const names = [name === title ? "" : `\`${name}\``, kind].filter(Boolean).join(", ");
  return `- **${change}** ${escaped(title)} (${names})${why}${details}\n`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#@]/g, (char) => `\\${char}`).replaceAll("\n", " ");
}
